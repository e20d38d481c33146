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
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            rest.append(contentsOf: piece[start..<end])
            take(&lines)
            start = piece.index(after: end)
        }
        rest.append(contentsOf: piece[start...])
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
