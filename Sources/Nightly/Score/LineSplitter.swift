import Foundation
import Workspace

/// Cuts a stream of bytes into lines.
struct LineSplitter {
    private let longest: Int
    private var rest: [UInt8] = []

    init(longest: Int) {
        self.longest = longest
    }

    /// Takes bytes and gives the lines that they complete, blank ones too, so that lines can be counted.
    mutating func append(_ piece: Data) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        piece.withUnsafeBytes { bytes in
            var start = 0
            while let base = bytes.baseAddress, start < bytes.count,
                let found = memchr(base + start, 0x0A, bytes.count - start)
            {
                let end = UnsafeRawPointer(found) - base
                rest.append(contentsOf: bytes[start..<end])
                take(&lines)
                start = end + 1
            }
            rest.append(contentsOf: bytes[start...])
        }
        if rest.count > longest {
            throw WorkspaceError(.input, "a line is longer than \(longest >> 20) MB; is this NDJSON?")
        }
        return lines
    }

    /// The last line, when it has no newline and is not blank.
    mutating func finish() -> [[UInt8]] {
        var lines: [[UInt8]] = []
        if !rest.isEmpty { take(&lines) }
        return lines
    }

    private mutating func take(_ lines: inout [[UInt8]]) {
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        lines.append(rest)
        rest = []
    }
}
