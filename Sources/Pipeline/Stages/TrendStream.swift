package import Foundation
import Measures

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
    /// - Throws: ``PipelineError`` `input` with the number of the first bad line.
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
        let share = max(Self.linesPerShare, (lines.count + workers - 1) / workers)
        let input = input
        return try await withThrowingTaskGroup(of: (start: Int, bytes: [UInt8]).self) { group in
            for start in stride(from: 0, to: lines.count, by: share) {
                let slice = lines[start..<min(start + share, lines.count)]
                group.addTask { (start, try Self.answer(slice, firstLine: firstLine + start, input: input)) }
            }
            var parts: [(start: Int, bytes: [UInt8])] = []
            for try await part in group { parts.append(part) }
            return parts.sorted { $0.start < $1.start }.flatMap(\.bytes)
        }
    }

    private static func answer(_ lines: ArraySlice<[UInt8]>, firstLine: Int, input: Input) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for (offset, line) in lines.enumerated() where !line.isEmpty {
            do {
                switch input {
                case .histograms: bytes += try TrendProtocol.answer(histogramLine: line)
                case .values: bytes += try TrendProtocol.answer(seriesLine: line)
                }
            } catch {
                throw PipelineError(.input, "line \(firstLine + offset): \(error)")
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
