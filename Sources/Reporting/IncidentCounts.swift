import Store
import Synchronization

/// How many cases have each token of an incident.
///
/// The cases of a report tell in the same words; each is counted once, as long as nothing is linked in between.
package final class IncidentCounts: Sendable {
    private let known = Mutex<[UInt64: Int]>([:])

    package init() {}

    func count(of token: UInt64, in db: StoreConnection) throws -> Int {
        if let count = known.withLock({ $0[token] }) { return count }
        let count = try CaseIncidentTable.count(of: token, in: db)
        known.withLock { $0[token] = count }
        return count
    }
}
