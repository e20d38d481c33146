import Foundation

/// Writes a file of rows, a line each, piece by piece; a file that was there is replaced.
struct RowFile {
    /// What was written.
    struct Outcome {
        var rows = 0
        var sums = RowSums()
    }

    private static let pieceSize = 1 << 20

    private let handle: FileHandle
    private let check: () throws -> Void
    private var bytes: [UInt8] = []
    private var outcome = Outcome()

    /// Writes what the body appends.
    ///
    /// `check`: is called from time to time, and throws what ends the writing.
    static func write(
        to url: URL,
        check: @escaping () throws -> Void,
        _ body: (inout RowFile) throws -> Void
    ) throws -> Outcome {
        try Data().write(to: url)
        var file = RowFile(handle: try FileHandle(forWritingTo: url), check: check)
        try body(&file)
        try file.flush()
        try file.handle.close()
        return file.outcome
    }

    private init(handle: FileHandle, check: @escaping () throws -> Void) {
        self.handle = handle
        self.check = check
    }

    mutating func append(_ row: StreamRow) throws {
        bytes += row.line
        outcome.rows += 1
        outcome.sums.add(row)
        if bytes.count >= Self.pieceSize { try flush() }
    }

    private mutating func flush() throws {
        try check()
        try handle.write(contentsOf: bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
