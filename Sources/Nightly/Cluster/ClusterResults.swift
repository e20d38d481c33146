package import Foundation
import JSON
import Workspace

/// What a cluster has written: sets of rows, and a manifest that was written last.
package struct ClusterResults: Sendable {
    /// A set of rows.
    enum Rows: String, CaseIterable {
        /// `{"row","score"}`, one a comment; the score is a line of `koe score --stream`.
        case scores
        /// `{"row","relation"?,…}`, one a comment; without a relation for a comment that has no case.
        case links
        /// `{"row","notes"}`: what the links of a thread hang on, kept with one comment of each.
        case notes
        /// `{"voice"}`, one a voice.
        case voices
        case cells
    }

    /// A file of rows, as the job has written it.
    fileprivate struct File {
        let name: String
        let size: Int
        /// SHA-256 in hexadecimal.
        let digest: String
    }

    /// Folder that `koe cluster` worked in.
    package let folder: URL
    private let counts: [Rows: Int]
    private let files: [Rows: [File]]
    /// Digest of the `frozen.json` that the cluster worked with.
    private let frozenDigest: String
    private let reader: ParquetReader

    /// - Throws: ``WorkspaceError`` `input` when the folder holds no results, or a job has not ended.
    package init(folder: URL, reader: ParquetReader) throws {
        self.folder = folder
        self.reader = reader
        let url = folder.appending(path: "results/manifest.json")
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw WorkspaceError(
                .input,
                "\(url.path) is not there: the job has not ended, or failed; run it again to its end"
            )
        }
        do {
            let object = try StreamObject(line: Array(data))
            let (rows, written) = (try object.object("rows"), try object.object("files"))
            counts = try Dictionary(uniqueKeysWithValues: Rows.allCases.map { ($0, try rows.integer($0.rawValue)) })
            files = try Dictionary(
                uniqueKeysWithValues: Rows.allCases.map { ($0, try written.objects($0.rawValue).map(File.init)) }
            )
            frozenDigest = try object.text("frozen")
        } catch {
            throw WorkspaceError(
                .input,
                "\(url.path) is no manifest of a job of this koe cluster: \(Self.words(of: error)); run koe cluster again"
            )
        }
    }

    private static func words(of error: any Error) -> String {
        guard let error = error as? JSONError else { return ErrorWords.text(of: error) }
        return "it \(error.message), at its byte \(error.offset + 1)"
    }

    /// What was frozen, when it is still what the job has worked with.
    func frozen() throws -> FrozenWorkspace {
        let frozen = folder.appending(path: "frozen")
        guard try Digest.hex(ofFileAt: frozen.appending(path: FrozenWorkspace.fileName)) == frozenDigest else {
            throw WorkspaceError(
                .input,
                "\(folder.path) holds results for other rows than it holds now; run koe cluster again"
            )
        }
        return try FrozenWorkspace(folder: frozen)
    }

    /// Looks whether every file of rows is there, byte for byte as the job has written it, and none beside them.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the file that is not.
    func checkFiles() throws {
        for rows in Rows.allCases {
            let place = place(of: rows)
            let there = try ParquetReader.files(in: place)
            let written = files[rows] ?? []
            if let added = Set(there).subtracting(written.map(\.name)).min() {
                throw changed(place.appending(path: added), "is none of the files that the job has written")
            }
            for file in written { try check(file, at: place.appending(path: file.name)) }
        }
    }

    private func check(_ file: File, at url: URL) throws {
        guard let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize else {
            throw changed(url, "is missing")
        }
        guard size == file.size else { throw changed(url, "has \(size) bytes, and the job has written \(file.size)") }
        guard try Digest.hex(ofFileAt: url) == file.digest else {
            throw changed(url, "holds other bytes than the job has written")
        }
    }

    private func changed(_ url: URL, _ words: String) -> WorkspaceError {
        WorkspaceError(.input, "\(url.path) \(words): copy the results again, or run koe cluster again")
    }

    private func place(of rows: Rows) -> URL { folder.appending(path: "results/\(rows.rawValue)") }

    /// How many rows a set has.
    func count(of rows: Rows) -> Int { counts[rows] ?? 0 }

    /// Calls the body with the rows of a set in batches, in no order.
    ///
    /// - Throws: ``WorkspaceError`` `input` when a set lacks a row or has one too many, or a row is none.
    func forEachBatch(of rows: Rows, _ body: ([StreamObject]) throws -> Void) throws {
        let place = place(of: rows)
        var read = 0
        try reader.forEachBatch(ofRowsIn: place) { batch in
            read += batch.count
            do {
                try body(batch)
            } catch let error as JSONError {
                throw WorkspaceError(.input, "\(place.path) holds a row that is none: it \(error.message)")
            } catch let error as WorkspaceError where error.code == .input {
                throw WorkspaceError(.input, "\(place.path): \(error.message)")
            }
        }
        guard read == count(of: rows) else {
            throw WorkspaceError(
                .input,
                "\(place.path) holds \(read) rows and its manifest says \(count(of: rows)): run koe cluster again"
            )
        }
    }
}

extension ClusterResults.File {
    fileprivate init(_ object: StreamObject) throws {
        name = try object.text("name")
        size = try object.integer("bytes")
        digest = try object.text("sha256")
        if name.contains("/") { throw StreamObject.fault("files", "a list of files without folders") }
    }
}
