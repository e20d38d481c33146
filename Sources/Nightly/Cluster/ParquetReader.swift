package import Foundation
import JSON
import Workspace

/// Reads the rows of a folder: NDJSON itself, Parquet through Arrow in a Python beside it.
package struct ParquetReader: Sendable {
    private static let readSize = 1 << 20
    private static let rowsPerBatch = 8_192

    private let python: @Sendable () throws -> ClusterPython
    private let script: URL

    /// `data`: the folder that holds `Reports/cluster`; `python`: finds the Python that has pyarrow, when one is needed.
    package init(data: URL, python: @escaping @Sendable () throws -> ClusterPython) {
        self.python = python
        script = data.appending(path: "Reports/cluster/koe_rows.py")
    }

    /// Names of the files of rows in a folder, sorted.
    static func files(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { name in
            [".parquet", ".ndjson", ".json"].contains(where: name.hasSuffix)
        }
    }

    /// Calls the body with the rows of all files of a folder, in batches.
    func forEachBatch(ofRowsIn folder: URL, _ body: ([StreamObject]) throws -> Void) throws {
        let names = try Self.files(in: folder)
        if names.contains(where: { $0.hasSuffix(".parquet") }) {
            let process = try python().start(script, [folder.path])
            let handle = process.output
            try Self.forEachBatch(of: handle, in: folder.path, body)
            try process.finish()
            return
        }
        for name in names {
            let handle = try FileHandle(forReadingFrom: folder.appending(path: name))
            defer { try? handle.close() }  // A file that was only read loses nothing when closing it fails.
            try Self.forEachBatch(of: handle, in: "\(folder.path)/\(name)", body)
        }
    }

    private static func forEachBatch(
        of handle: FileHandle,
        in name: String,
        _ body: ([StreamObject]) throws -> Void
    ) throws {
        var splitter = LineSplitter(longest: 1 << 30)
        var batch: [StreamObject] = []
        var number = 0
        func take(_ lines: [[UInt8]]) throws {
            for line in lines {
                number += 1
                if line.isEmpty { continue }
                do {
                    batch.append(try StreamObject(line: line))
                } catch {
                    throw WorkspaceError(.input, "\(name): row \(number) \(error.message)")
                }
                guard batch.count >= rowsPerBatch else { continue }
                try body(batch)
                batch.removeAll(keepingCapacity: true)
            }
        }
        while let piece = try handle.read(upToCount: readSize), !piece.isEmpty { try take(splitter.append(piece)) }
        try take(splitter.finish())
        if !batch.isEmpty { try body(batch) }
    }
}
