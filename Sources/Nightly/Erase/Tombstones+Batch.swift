import Feedback
import Ingestion
import Workspace

extension Tombstones {
    /// The batch without the rows that were erased, which count as skipped.
    func withoutErased(_ batch: ImportBatch) -> ImportBatch {
        if isEmpty { return batch }
        var left = batch
        let kept = batch.comments.indices.filter { !covers(batch.comments[$0]) }
        left.comments = kept.map { batch.comments[$0] }
        left.origins = kept.map { batch.origins[$0] }
        left.cases = batch.cases.filter { !covers($0) }
        left.withdrawals = batch.withdrawals.filter { !covers($0) }
        left.problems = batch.problems.filter { !covers(row: $0.raw) }
        let erased =
            (batch.comments.count - left.comments.count) + (batch.cases.count - left.cases.count)
            + (batch.problems.count - left.problems.count)
        if erased > 0 { left.skipped[.erased, default: 0] += erased }
        return left
    }
}
