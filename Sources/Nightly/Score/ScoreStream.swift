package import Foundation
import Scoring
package import Workspace

/// Scores NDJSON from a stream, line by line, in order.
///
/// Either every line is answered or the stream ends with an error: never a short answer.
package struct ScoreStream: Sendable {
    /// Lines that one worker takes at a time.
    private static let linesPerShare = 1_024

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
        let pool = pool
        try await LineStream(workers: workers, least: Self.linesPerShare).run(
            input: input,
            trailer: trailer ? LineStream.Trailer(name: "scorer", version: loaded.version) : nil,
            output: output
        ) { share in
            try pool.withWorker { try Self.answer(share, with: $0) }
        }
    }

    private static func answer(_ share: LineStream.Share, with worker: ScoringWorker) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, line) in zip(share.lines.indices, share.lines) where !line.isEmpty {
            do {
                let request = try ScoreRequest.parse(line: line, number: share.firstLine + place)
                let score = worker.score(request.text, title: request.title, declaredLanguage: request.language)
                ScoreResponse(id: request.id, score: score).append(to: &bytes)
            } catch {
                throw WorkspaceError(.input, "\(error)")
            }
        }
        return bytes
    }
}
