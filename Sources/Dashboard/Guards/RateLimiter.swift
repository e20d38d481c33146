import Synchronization

/// Counts what each name does, and says when it is too much: a bucket that fills while nothing is done.
final class RateLimiter: Sendable {
    private struct Bucket {
        var left: Double
        var last: ContinuousClock.Instant
    }

    /// Names that are remembered; beyond it those whose bucket is full are forgotten.
    private static let mostNames = 10_000

    private let burst: Double
    private let perSecond: Double
    private let now: @Sendable () -> ContinuousClock.Instant
    private let buckets = Mutex<[String: Bucket]>([:])

    init(burst: Double, perSecond: Double, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.burst = burst
        self.perSecond = perSecond
        self.now = now
    }

    /// Whether a name may do one thing more, which is then counted.
    func allows(_ name: String) -> Bool {
        buckets.withLock { buckets in
            var bucket = bucket(name, in: buckets)
            let isAllowed = bucket.left >= 1
            if isAllowed { bucket.left -= 1 }
            if buckets.count >= Self.mostNames, buckets[name] == nil {
                buckets = buckets.filter { self.bucket($0.key, in: buckets).left < burst }
            }
            // Where all are busy, whoever is new has to wait.
            guard buckets.count < Self.mostNames || buckets[name] != nil else { return false }
            buckets[name] = bucket
            return isAllowed
        }
    }

    /// Whether a name might do one thing more; nothing is counted.
    func wouldAllow(_ name: String) -> Bool {
        buckets.withLock { bucket(name, in: $0).left >= 1 }
    }

    private func bucket(_ name: String, in buckets: [String: Bucket]) -> Bucket {
        let now = now()
        guard let bucket = buckets[name] else { return Bucket(left: burst, last: now) }
        let (seconds, attoseconds) = (now - bucket.last).components
        let gained = (Double(seconds) + Double(attoseconds) * 1e-18) * perSecond
        return Bucket(left: min(burst, bucket.left + gained), last: now)
    }
}
