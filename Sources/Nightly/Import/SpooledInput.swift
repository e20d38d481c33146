package import Foundation
import Workspace

/// A pipe or bytes from the network, written to a file of its own so that it can be read like any other input.
package struct SpooledInput {
    private static let chunkSize = 1 << 18

    private let folder: ScratchFolder
    /// What was read, under the name of the pipe.
    package let file: URL

    /// - Throws: ``WorkspaceError`` `input` when the pipe cannot be read.
    package init(readingFrom url: URL) throws {
        folder = try ScratchFolder()
        file = folder.url.appending(path: url.lastPathComponent)
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
        folder = try ScratchFolder()
        file = folder.url.appending(path: name)
        try Data(bytes).write(to: file)
    }

    /// Removes the file.
    package func remove() {
        folder.remove()
    }
}
