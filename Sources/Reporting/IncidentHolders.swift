import Store
import Synchronization

/// Which cases have a token of an incident.
///
/// The cases of a report tell in the same words: what was read of a token is kept, as long as nothing is linked in between.
package final class IncidentHolders: Sendable {
    private struct Known {
        var counts: [UInt64: Int] = [:]
        var first: [UInt64: [Int64]] = [:]
    }

    /// How many of the cases of a token that many have are read.
    static let most = 600

    private let known = Mutex(Known())

    package init() {}

    /// How many cases have a token.
    func count(of token: UInt64, in db: StoreConnection) throws -> Int {
        if let count = known.withLock({ $0.counts[token] }) { return count }
        let count = try CaseIncidentTable.count(of: token, in: db)
        known.withLock { $0.counts[token] = count }
        return count
    }

    /// Row ids of the first cases, by case id, that have a token; at most ``most``.
    func first(of token: UInt64, in db: StoreConnection) throws -> [Int64] {
        if let first = known.withLock({ $0.first[token] }) { return first }
        let first = try CaseIncidentTable.holders(of: token, limit: Self.most, in: db)
        known.withLock { $0.first[token] = first }
        return first
    }
}
