import Scoring
import Synchronization

/// Workers that are kept between batches, because a worker grows faster with the texts it has seen.
final class ScoringWorkers: Sendable {
    /// A worker on its way between threads.
    ///
    /// Unchecked, because the pool hands a worker to one taker at a time and holds no other reference to it.
    private struct Parked: @unchecked Sendable {
        let worker: ScoringWorker
    }

    private let scorer: Scorer
    private let parked = Mutex<[Parked]>([])

    init(scorer: Scorer) {
        self.scorer = scorer
    }

    /// Lends a worker for the time of the body.
    func withWorker<Value>(_ body: (ScoringWorker) throws -> Value) throws -> Value {
        let taken = parked.withLock { $0.popLast() }
        let lent = try taken ?? Parked(worker: scorer.makeWorker())
        defer { parked.withLock { $0.append(lent) } }
        return try body(lent.worker)
    }
}
