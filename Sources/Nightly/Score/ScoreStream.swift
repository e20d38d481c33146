import Feedback
package import Foundation
import JSON
import Scoring
package import Workspace

/// Scores NDJSON from a stream, line by line, in order.
///
/// Either every line is answered or the stream ends with an error: never a short answer.
package struct ScoreStream: Sendable {
    /// Lines that one worker takes at a time.
    private static let linesPerShare = 1_024
    private static let readSize = 1 << 18
    /// Longest line taken.
    private static let longestLine = 64 << 20

    private let loaded: LoadedScorer
    private let workers: Int
    private let pool: ScoringWorkers

    /// `workers`: threads that score; at least 1.
    package init(scorer: LoadedScorer, workers: Int) {
        loaded = scorer
        self.workers = max(1, workers)
        pool = ScoringWorkers(scorer: scorer.scorer)
    }

    /// Reads to the end of the input.
    ///
    /// `trailer`: whether to end with `{"trailer":{"rows":…,"sha256":…,"scorer":…}}`, the hash being over all lines
    /// before it.
    /// `output`: takes the bytes in order.
    /// - Throws: ``WorkspaceError`` `input` with the number of the first bad line.
    @concurrent
    package func run(input: FileHandle, trailer: Bool, output: ([UInt8]) -> Void) async throws {
        var digest = RunningDigest()
        var rows = 0
        var read = 0
        var lines = LineSplitter(longest: Self.longestLine)
        var isOpen = true
        while isOpen {
            let piece = try input.read(upToCount: Self.readSize) ?? Data()
            isOpen = !piece.isEmpty
            let complete = isOpen ? try lines.append(piece) : lines.finish()
            let answer = try await answer(complete, firstLine: read + 1)
            read += complete.count
            rows += complete.count(where: { !$0.isEmpty })
            if answer.isEmpty { continue }
            if trailer { digest.update(answer) }
            output(answer)
        }
        if trailer {
            var line = JSONWriter(.line)
            line.openObject()
            line.name("trailer")
            line.openObject()
            line.member("rows", rows)
            line.member("sha256", digest.hex())
            line.member("scorer", loaded.version)
            line.closeObject()
            line.closeObject()
            output(line.bytes + [UInt8(ascii: "\n")])
        }
    }

    @concurrent
    private func answer(_ lines: [[UInt8]], firstLine: Int) async throws -> [UInt8] {
        let pool = pool
        return try await inShares(lines, workers: workers, least: Self.linesPerShare) { share in
            try pool.withWorker { try Self.answer(share, firstLine: firstLine, with: $0) }
        }
    }

    private static func answer(
        _ lines: ArraySlice<[UInt8]>,
        firstLine: Int,
        with worker: ScoringWorker
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for (offset, line) in zip(lines.indices, lines) where !line.isEmpty {
            let number = firstLine + offset
            do {
                let request = try ScoreRequest.parse(line: line, number: number)
                let score = worker.score(request.text, title: request.title, declaredLanguage: request.language)
                ScoreResponse(id: request.id, score: score).append(to: &bytes)
            } catch {
                throw WorkspaceError(.input, "\(error)")
            }
        }
        return bytes
    }
}
