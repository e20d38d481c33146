package import Foundation
import Workspace

/// A pipe or bytes from the network, written to a file of its own so that it can be read like any other input.
package struct SpooledInput {
    private static let chunkSize = 1 << 18

    private let folder: URL
    /// What was read, under the name of the pipe.
    package let file: URL

    /// - Throws: ``WorkspaceError`` `input` when the pipe cannot be read.
    package init(readingFrom url: URL) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "koe-\(UUID().uuidString)")
        file = folder.appending(path: url.lastPathComponent)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard let input = FileHandle(forReadingAtPath: url.path),
            FileManager.default.createFile(atPath: file.path, contents: nil)
        else { throw WorkspaceError(.input, "cannot read \(url.path)") }
        let output = try FileHandle(forWritingTo: file)
        while let bytes = try input.read(upToCount: Self.chunkSize), !bytes.isEmpty {
            try output.write(contentsOf: bytes)
        }
        try output.close()
        try input.close()
    }

    /// Writes bytes that came another way.
    init(_ bytes: [UInt8], name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "koe-\(UUID().uuidString)")
        file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Removes the file.
    package func remove() {
        // A leftover in the temporary folder harms nobody.
        try? FileManager.default.removeItem(at: folder)
    }
}
