import Feedback
import Scoring
package import Store
package import Workspace

/// Scores every comment that the present scorer has not scored.
package struct ScoreStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        package let scored: Int
        package let version: String
    }

    /// Comments that are read, scored and written at a time.
    private static let batchSize = 8_192

    private let database: KoeDatabase
    private let loaded: LoadedScorer
    private let workers: Int
    private let pool: ScoringWorkers

    /// `workers`: threads that score; at least 1.
    package init(database: KoeDatabase, scorer: LoadedScorer, workers: Int) {
        self.database = database
        loaded = scorer
        self.workers = max(1, workers)
        pool = ScoringWorkers(scorer: scorer.scorer)
    }

    /// How many comments wait to be scored.
    package func pending() throws -> Int {
        try database.read { db in
            guard let id = try ScoreTable.existingScorerID(version: loaded.version, in: db) else {
                return try CommentTable.count(in: db)
            }
            return try ScoreTable.unscoredCount(by: id, among: ScoreTable.waiting(for: loaded.version, in: db), in: db)
        }
    }

    /// While one batch is written, the next is scored.
    @concurrent
    package func run(progress: ProgressListener) async throws -> Outcome {
        let scorerID = try scorerID()
        let (waiting, total) = try database.read { db in
            let waiting = try ScoreTable.waiting(for: loaded.version, in: db)
            return (waiting, try ScoreTable.unscoredCount(by: scorerID, among: waiting, in: db))
        }
        if case .all = waiting, total > 0 { try database.write { try ScoreTable.setComplete(nil, in: $0) } }
        var last: Int64 = 0
        var scored = 0
        var ready: [(commentID: Int64, score: Score)] = []
        while true {
            try Task.checkCancellation()
            let after = last
            let batch = try database.read {
                try ScoreTable.unscored(by: scorerID, among: waiting, after: after, limit: Self.batchSize, in: $0)
            }
            last = batch.last?.id ?? last
            let finished = ready
            async let written: Void = write(finished, scorerID: scorerID)
            ready = try await score(batch)
            try await written
            scored += finished.count
            progress(ProgressReport(stage: "score", done: scored, total: total, unit: "comments"))
            if batch.isEmpty && ready.isEmpty { break }
        }
        if case .all = waiting { try database.write { try ScoreTable.setComplete(loaded.version, in: $0) } }
        return Outcome(scored: scored, version: loaded.version)
    }

    /// The number of the scorer, made where it is new.
    private func scorerID() throws -> Int64 {
        let known = try database.read { try ScoreTable.existingScorerID(version: loaded.version, in: $0) }
        return try known ?? database.write { try ScoreTable.scorerID(version: loaded.version, in: $0) }
    }

    @concurrent
    private func write(_ scores: [(commentID: Int64, score: Score)], scorerID: Int64) async throws {
        if scores.isEmpty { return }
        try database.write { try ScoreTable.store(scores, scorerID: scorerID, in: $0) }
    }

    /// Scores a batch on all workers; results are in the order of the batch.
    @concurrent
    private func score(_ batch: [UnscoredComment]) async throws -> [(commentID: Int64, score: Score)] {
        let pool = pool
        return try await inShares(batch, workers: workers) { share in
            try pool.withWorker { worker in
                share.map {
                    let score = worker.score(
                        $0.text,
                        title: $0.title,
                        declaredLanguage: $0.declaredLanguage.flatMap(Language.init(declared:))
                    )
                    return (commentID: $0.id, score: score)
                }
            }
        }
    }
}
