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

    private typealias Scores = [(commentID: Int64, score: Score)]

    /// Comments that are read, scored and written at a time.
    private static let batchSize = 8_192
    /// Batches that wait to be written while others are scored.
    private static let batchesAhead = 1
    /// Comments that a worker scores at a time.
    private static let commentsAtOnce = 256

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

    /// While one batch is written, the next are read and scored.
    @concurrent
    package func run(progress: ProgressListener) async throws -> Outcome {
        let scorerID = try scorerID()
        let (waiting, total) = try database.read { db in
            let waiting = try ScoreTable.waiting(for: loaded.version, in: db)
            return (waiting, try ScoreTable.unscoredCount(by: scorerID, among: waiting, in: db))
        }
        if case .all = waiting, total > 0 { try database.write { try ScoreTable.setComplete(nil, in: $0) } }
        var scored = 0
        try batches(by: scorerID, among: waiting).forEach { scores in
            try Task.checkCancellation()
            try database.write { try ScoreTable.store(scores, scorerID: scorerID, in: $0) }
            scored += scores.count
            progress(ProgressReport(stage: "score", done: scored, total: total, unit: "comments"))
        }
        if case .all = waiting { try database.write { try ScoreTable.setComplete(loaded.version, in: $0) } }
        return Outcome(scored: scored, version: loaded.version)
    }

    /// The scores of all comments that wait, in the order of their row ids.
    private func batches(by scorerID: Int64, among waiting: ScoreTable.Waiting) -> Handoff<Scores> {
        Handoff(ahead: Self.batchesAhead) { put in
            var last: Int64 = 0
            while true {
                let after = last
                let batch = try database.read {
                    try ScoreTable.unscored(by: scorerID, among: waiting, after: after, limit: Self.batchSize, in: $0)
                }
                guard let newest = batch.last?.id else { return }
                last = newest
                try put(score(batch))
            }
        }
    }

    /// The number of the scorer, made where it is new.
    private func scorerID() throws -> Int64 {
        let known = try database.read { try ScoreTable.existingScorerID(version: loaded.version, in: $0) }
        return try known ?? database.write { try ScoreTable.scorerID(version: loaded.version, in: $0) }
    }

    /// Scores a batch on all workers; results are in the order of the batch.
    private func score(_ batch: [UnscoredComment]) throws -> Scores {
        let pieces = stride(from: 0, to: batch.count, by: Self.commentsAtOnce).map {
            batch[$0..<min($0 + Self.commentsAtOnce, batch.count)]
        }
        let pool = pool
        return try sideBySide(pieces, workers: workers) { piece in
            try pool.withWorker { worker in
                piece.map {
                    let score = worker.score(
                        $0.text,
                        title: $0.title,
                        declaredLanguage: $0.declaredLanguage.flatMap(Language.init(declared:))
                    )
                    return (commentID: $0.id, score: score)
                }
            }
        }
        .flatMap(\.self)
    }
}
