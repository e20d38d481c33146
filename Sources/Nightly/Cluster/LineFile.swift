import Foundation

/// Writes a file of lines piece by piece; a file that was there is replaced.
struct LineFile {
    private static let pieceSize = 1 << 20

    private let handle: FileHandle
    private var bytes: [UInt8] = []
    private var lines = 0

    /// Writes what the body appends.
    ///
    /// - Returns: the number of lines.
    static func write(to url: URL, _ body: (inout LineFile) throws -> Void) throws -> Int {
        try Data().write(to: url)
        var file = LineFile(handle: try FileHandle(forWritingTo: url))
        try body(&file)
        try file.flush()
        try file.handle.close()
        return file.lines
    }

    private init(handle: FileHandle) {
        self.handle = handle
    }

    /// `line`: with its line feed.
    mutating func append(_ line: [UInt8]) throws {
        bytes += line
        lines += 1
        if bytes.count >= Self.pieceSize { try flush() }
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
