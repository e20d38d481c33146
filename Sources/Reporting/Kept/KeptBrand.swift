package import Foundation
import JSON
package import Reports
import Workspace

/// What a report keeps of a brand, so that the next one takes over its part as long as nothing of the brand has changed.
package struct KeptBrand: Codable, Sendable {
    /// Digest of what its report was made of, beside what ``ReportJournal`` notes.
    let input: String
    /// Digest of what its pages show that is not of the brand.
    let drawing: String
    let facts: BrandFacts
    /// What the pages of the whole tell of it, with personal data hidden.
    let outline: BrandReport
    /// Paths of its pages.
    package let pages: [String]
    /// Where its other bytes stand.
    let slices: [FileSlice]
    /// SHA-256 of these bytes.
    let digest: String

    /// - Parameters:
    ///   - draft: that its part was drawn of.
    ///   - drawing: what it was drawn with.
    ///   - drawn: its part of a report that is whole.
    package init(_ draft: BrandDraft, drawing: String, _ drawn: DrawnBrand) {
        (input, self.drawing, facts) = (draft.input, drawing, draft.facts)
        (outline, pages, slices) = (drawn.part.outline, drawn.part.pages, drawn.slices)
        digest = Self.digest(of: drawn.part.bytes)
    }

    /// Reads a record; `nil` for one that another program has written.
    package init?(record: String) {
        guard let kept = try? JSONDecoder().decode(Self.self, from: Data(record.utf8)) else { return nil }
        self = kept
    }

    /// What ``init(record:)`` reads.
    package var record: String { get throws { try JSONTreeEncoder.record(self) } }

    /// Its part of the report that stands.
    ///
    /// - Parameters:
    ///   - folder: of that report.
    ///   - files: that its bytes are to stand in, as ``ReportRenderer/joinedFiles(of:)`` names them.
    /// - Returns: `nil` where the bytes are not those that were written, or other files hold them.
    package func part(in folder: URL, files: [String]) -> BrandPart? {
        guard slices.map(\.path) == files else { return nil }
        let bytes = slices.compactMap { slice in
            FilePiece.bytes(of: folder.appending(path: slice.path), from: slice.start, count: slice.count)
        }
        guard bytes.count == slices.count, Self.digest(of: bytes) == digest else { return nil }
        return BrandPart(outline: outline, pages: pages, bytes: bytes)
    }

    private static func digest(of bytes: [[UInt8]]) -> String {
        var digest = RunningDigest()
        for part in bytes { digest.update(part) }
        return digest.hex()
    }
}

/// A stretch of a file.
private enum FilePiece {
    /// `nil` where the file does not have it, or cannot be read.
    static func bytes(of file: URL, from start: Int, count: Int) -> [UInt8]? {
        if count == 0 { return [] }
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var filled = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
            while filled < count {
                let read = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, start + filled)
                if read <= 0 { break }
                filled += read
            }
            size = filled
        }
        return filled == count ? bytes : nil
    }
}
