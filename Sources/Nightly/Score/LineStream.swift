import Feedback
import Foundation
import JSON
import Workspace

/// Answers the lines of a stream in their order, on several threads.
///
/// Either every line is answered or the stream ends with an error: never a short answer. What is in memory at a time is
/// one piece of the input and its answer, however long the stream is.
struct LineStream: Sendable {
    /// Lines that are answered together: neighbours, blank ones among them.
    struct Share: Sendable {
        /// The number of the first line of the input that stands in `lines`, from 1.
        let firstLine: Int
        let lines: ArraySlice<[UInt8]>

        /// Calls the body with every line that is not blank; an error of the body tells the line.
        func forEach(_ body: ([UInt8]) throws -> Void) throws {
            for (place, line) in zip(lines.indices, lines) where !line.isEmpty {
                do {
                    try body(line)
                } catch let error as WorkspaceError where error.code == .input {
                    throw WorkspaceError(.input, "line \(firstLine + place): \(error.message)")
                } catch let error as JSONError {
                    throw WorkspaceError(
                        .input,
                        "line \(firstLine + place): the line \(error.message), at its byte \(error.offset + 1)"
                    )
                }
            }
        }
    }

    /// What ends a stream: `{"trailer":{"rows":…,"sha256":…,NAME:VERSION}}`, the hash being over all lines before it.
    struct Trailer: Sendable {
        /// Who answered.
        let name: String
        let version: String

        func line(rows: Int, digest: String) -> [UInt8] {
            var line = JSONWriter(.line)
            line.openObject()
            line.name("trailer")
            line.openObject()
            line.member("rows", rows)
            line.member("sha256", digest)
            line.member(name, version)
            line.closeObject()
            line.closeObject()
            return line.bytes + [UInt8(ascii: "\n")]
        }
    }

    private static let readSize = 1 << 18

    /// Threads that answer; at least 1.
    let workers: Int
    /// Lines that one thread takes at a time, at least.
    let least: Int
    /// Bytes of the longest line that is taken.
    var longest = 64 << 20

    /// Reads to the end of the input.
    ///
    /// `answer`: the lines for a share, each with its line feed; `end`: lines behind all of them.
    @concurrent
    func run(
        input: FileHandle,
        trailer: Trailer?,
        output: ([UInt8]) -> Void,
        end: () throws -> [UInt8] = { [] },
        answer: @escaping @Sendable (Share) throws -> [UInt8]
    ) async throws {
        var digest = RunningDigest()
        var rows = 0
        var read = 0
        var lines = LineSplitter(longest: longest)
        var isOpen = true
        func write(_ bytes: [UInt8]) {
            if bytes.isEmpty { return }
            if trailer != nil { digest.update(bytes) }
            output(bytes)
        }
        while isOpen {
            let piece = try input.readPiece(upToCount: Self.readSize)
            isOpen = !piece.isEmpty
            let complete = isOpen ? try lines.append(piece) : lines.finish()
            let firstLine = read + 1
            write(
                try await inShares(complete, workers: max(1, workers), least: least) {
                    try answer(Share(firstLine: firstLine, lines: $0))
                }
            )
            read += complete.count
            rows += complete.count(where: { !$0.isEmpty })
        }
        write(try end())
        if let trailer { output(trailer.line(rows: rows, digest: digest.hex())) }
    }
}
