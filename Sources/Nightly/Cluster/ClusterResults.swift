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

    /// Folder that `koe cluster` worked in.
    package let folder: URL
    private let counts: [Rows: Int]
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
            let rows = try object.object("rows")
            counts = try Dictionary(uniqueKeysWithValues: Rows.allCases.map { ($0, try rows.integer($0.rawValue)) })
            frozenDigest = try object.text("frozen")
        } catch {
            throw WorkspaceError(
                .input,
                "\(url.path) is no manifest of a job of koe cluster: \(ErrorWords.text(of: error))"
            )
        }
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

    /// How many rows a set has.
    func count(of rows: Rows) -> Int { counts[rows] ?? 0 }

    /// Calls the body with the rows of a set in batches, in no order.
    ///
    /// - Throws: ``WorkspaceError`` `input` when a set lacks a row or has one too many.
    func forEachBatch(of rows: Rows, _ body: ([StreamObject]) throws -> Void) throws {
        var read = 0
        try reader.forEachBatch(ofRowsIn: folder.appending(path: "results/\(rows.rawValue)")) { batch in
            read += batch.count
            try body(batch)
        }
        guard read == count(of: rows) else {
            throw WorkspaceError(
                .input,
                """
                \(folder.path)/results/\(rows.rawValue) holds \(read) rows and the job has written \(count(of: rows)): \
                a file is missing or was added; copy the results again
                """
            )
        }
    }
}
