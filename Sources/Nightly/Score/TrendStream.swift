import Feedback
package import Foundation
import Measures
import Workspace

/// Answers series on a stream with the changes found in them, line by line, in order.
package struct TrendStream: Sendable {
    /// What a line holds.
    package enum Input: Sendable {
        /// `{"id","hist":[[[c1,c2,…] per channel] per period]}`.
        case histograms
        /// `{"id","values":[…],"n":[…]?}`.
        case values
    }

    private static let readSize = 1 << 18
    private static let linesPerShare = 64

    private let input: Input
    private let workers: Int

    package init(input: Input, workers: Int) {
        self.input = input
        self.workers = max(1, workers)
    }

    /// Reads to the end of a file.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the number of the first bad line.
    @concurrent
    package func run(from handle: FileHandle, output: ([UInt8]) -> Void) async throws {
        var lines = LineSplitter(longest: 64 << 20)
        var isOpen = true
        var count = 0
        while isOpen {
            let piece = try handle.read(upToCount: Self.readSize) ?? Data()
            isOpen = !piece.isEmpty
            let complete = isOpen ? try lines.append(piece) : lines.finish()
            if complete.isEmpty { continue }
            output(try await answer(complete, firstLine: count + 1))
            count += complete.count
        }
    }

    @concurrent
    private func answer(_ lines: [[UInt8]], firstLine: Int) async throws -> [UInt8] {
        let input = input
        return try await inShares(lines, workers: workers, least: Self.linesPerShare) { share in
            try Self.answer(share, firstLine: firstLine, input: input)
        }
    }

    private static func answer(_ lines: ArraySlice<[UInt8]>, firstLine: Int, input: Input) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for (offset, line) in zip(lines.indices, lines) where !line.isEmpty {
            do {
                switch input {
                case .histograms: bytes += try TrendProtocol.answer(histogramLine: line)
                case .values: bytes += try TrendProtocol.answer(seriesLine: line)
                }
            } catch {
                throw WorkspaceError(.input, "line \(firstLine + offset): \(error)")
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
