import Foundation
import Workspace

/// Writes and compares files piece by piece: a report's largest need not stand in memory twice.
enum FilePieces {
    /// Writes a file.
    static func write(_ pieces: [[UInt8]], to file: URL) throws {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        try FileProblem.check(descriptor, "write", file.path)
        defer { close(descriptor) }
        let handle = FileHandle(fileDescriptor: descriptor)
        for piece in pieces { try handle.write(contentsOf: piece) }
    }

    /// Whether a file is there and holds these bytes and no others.
    static func holds(_ file: URL, exactly pieces: [[UInt8]]) throws -> Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
        guard size == pieces.reduce(0, { $0 + $1.count }), let handle = try? FileHandle(forReadingFrom: file) else {
            return false
        }
        defer { try? handle.close() }
        return try pieces.allSatisfy { piece in
            try piece.isEmpty || handle.read(upToCount: piece.count) == Data(piece)
        }
    }
}
