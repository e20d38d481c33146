import Feedback
package import Foundation
import Ingestion
package import Reports
import Workspace

/// A mapping for a file of the user's own, to be reviewed and saved.
package enum MappingSuggestion {
    private static let chunkSize = 1 << 18

    /// YAML with comments that say what was recognised, and by what.
    ///
    /// `format`: name of a ``SourceFormat``; `zone`: name of the zone proposed for times that carry none; `masking`: hides what is
    /// personal in the first rows, which the file shows.
    /// - Throws: ``WorkspaceError`` `input` when there is no file; `IngestionError` when it is no table or JSON.
    package static func text(
        for url: URL,
        format: String,
        encoding: String?,
        zone: String,
        masking: Masking
    ) throws -> String {
        guard let format = SourceFormat(rawValue: format) else {
            throw WorkspaceError(.usage, "unknown format \"\(format)\"; it can be \(SourceFormat.names)")
        }
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw WorkspaceError(.input, "there is no file \(url.path)")
        }
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }  // Nothing is lost when closing a file that was only read fails.
        let isPacked = Container.isOne(Array(try handle.read(upToCount: 4) ?? Data()))
        let size = Int(try handle.seekToEnd())
        let input = RandomInput(size: size) { offset, count in
            try handle.seek(toOffset: UInt64(offset))
            return Array(try handle.read(upToCount: count) ?? Data())
        }
        func suggestion(_ file: String, _ chunks: InputChunks) throws -> String {
            let encoding = encoding.map(TextEncoding.init(name:))
            return try MappingSuggester.suggest(
                file: masking.maskedPaths(file),
                chunks: chunks,
                format: format,
                zone: zone,
                encoding: encoding,
                shown: { masked($0, by: masking) }
            )
        }
        if isPacked { return try first(of: Container(file: url.path, input: input), url.path, suggestion) }
        var offset = 0
        let chunks = InputChunks {
            let bytes = try input.bytes(at: offset, count: chunkSize)
            offset += bytes.count
            return bytes.isEmpty ? nil : bytes
        }
        return try suggestion(url.path, chunks)
    }

    /// The file with the mapping is kept by people, where no erasure finds it.
    private static func masked(_ comment: Feedback.Comment, by base: Masking) -> Feedback.Comment {
        let author = comment.author ?? comment.authorID
        let masking = base.hidingStrangers().hiding([author].compactMap(\.self))
        var copy = comment
        copy.author = author.map(Masking.author)
        copy.title = comment.title.map(masking.masked)
        copy.text = masking.masked(comment.text)
        return copy
    }

    /// The suggestion for the first member that is a table or JSON.
    private static func first(
        of container: Container,
        _ path: String,
        _ suggestion: (String, InputChunks) throws -> String
    ) throws -> String {
        var failure: (any Error)?
        while let member = try container.next() {
            do {
                let name = member.name.isEmpty ? path : "\(path)/\(member.name)"
                return try suggestion(name, member.chunks)
            } catch let error as IngestionError {
                failure = failure ?? error
            }
        }
        throw failure ?? IngestionError(.unreadable, file: path, message: "holds no file")
    }
}
