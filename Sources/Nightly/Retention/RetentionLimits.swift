import Feedback
import Ingestion
import Store
import Workspace

/// From which moment on each source's comments are kept.
struct RetentionLimits: Sendable {
    /// A clock that has gone on for longer since the last run may be wrong, and what is erased does not come back.
    private static let mostPausedDays = 31
    private static let millisecondsPerDay: Int64 = 86_400_000

    /// By source, each with its days.
    let moments: [String: (moment: Instant, days: Int)]
    /// Days since the last run, where they are so many that nothing expires tonight; `nil` otherwise.
    let pausedDays: Int?

    static let none = RetentionLimits()

    private init() {
        moments = [:]
        pausedDays = nil
    }

    init(of context: WorkspaceContext) throws {
        let keepDays = context.settings.keepDays
        guard !keepDays.isEmpty else {
            self = .none
            return
        }
        let now = context.now
        let last = try context.database.read { try RunTable.latestStart(before: now, in: $0) }
        let paused = last.map { Int((now.milliseconds - $0.milliseconds) / Self.millisecondsPerDay) } ?? 0
        pausedDays = paused > Self.mostPausedDays ? paused : nil
        moments =
            pausedDays == nil
            ? keepDays.mapValues { days in
                (Instant(milliseconds: now.milliseconds - Int64(days) * Self.millisecondsPerDay), days)
            } : [:]
    }

    /// The batch without the rows that are older than they are kept, which count as skipped.
    ///
    /// `source`: of its cases. What has no time is kept until it has been there for its days.
    func withoutExpired(_ batch: ImportBatch, source: String) -> ImportBatch {
        if moments.isEmpty { return batch }
        var left = batch
        let kept = batch.comments.indices.filter { index in
            let comment = batch.comments[index]
            return !isExpired(comment.postedAt?.instant, of: comment.source)
        }
        left.comments = kept.map { batch.comments[$0] }
        left.origins = kept.map { batch.origins[$0] }
        left.cases = batch.cases.filter { !isExpired(($0.closedAt ?? $0.openedAt)?.instant, of: source) }
        let expired = (batch.comments.count - left.comments.count) + (batch.cases.count - left.cases.count)
        if expired > 0 { left.skipped[.expired, default: 0] += expired }
        return left
    }

    private func isExpired(_ moment: Instant?, of source: String) -> Bool {
        guard let moment, let limit = moments[source] else { return false }
        return moment < limit.moment
    }
}
