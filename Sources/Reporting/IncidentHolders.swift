import Store
import Synchronization

/// Which cases have a token of an incident.
///
/// The cases of a report tell in the same words: what was read of a token is kept, as long as nothing is linked in between.
package final class IncidentHolders: Sendable {
    private struct Known {
        var counts: [UInt64: Int] = [:]
        var first: [UInt64: [Int64]] = [:]
        var all: [UInt64: [Int64]] = [:]
        /// Rows that were looked up of tokens whose holders are not all known.
        var lookedUp: [UInt64: Int] = [:]
        var names: [Int64: String] = [:]
        /// Row ids and names that are kept.
        var size = 0
    }

    /// How many of the cases of a token that many have are read.
    static let most = 600
    /// Row ids and names that are kept at most: some tens of megabytes.
    private static let mostKept = 3_000_000
    /// Rows of an index that are read in order while one is looked up: 2.1, the median over words that 2,500 to 9,000 of
    /// 197,464 cases have.
    private static let rowsPerLookup = 2

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

    /// Those of some cases that have a token.
    ///
    /// All holders of a token are read once that costs no more than what was looked up of it: so at most twice as many
    /// rows are read as if it were known how often it will be asked for.
    ///
    /// - Parameters:
    ///   - token: of an incident.
    ///   - count: how many cases have it.
    ///   - cases: row ids, ascending.
    ///   - db: read where nothing is kept of the token.
    /// - Returns: row ids, ascending.
    /// - Throws: an error of the database.
    func holders(of token: UInt64, count: Int, among cases: [Int64], in db: StoreConnection) throws -> [Int64] {
        guard let all = try all(of: token, count: count, askedFor: cases.count, in: db) else {
            return try CaseIncidentTable.holders(of: token, among: cases, in: db)
        }
        return all.intersection(ascending: cases)
    }

    /// The id of a case; `nil` where there is none of this row id.
    func caseID(of id: Int64, in db: StoreConnection) throws -> String? {
        if let name = known.withLock({ $0.names[id] }) { return name }
        guard let name = try CaseTable.caseID(of: id, in: db) else { return nil }
        known.withLock { known in
            guard known.size < Self.mostKept else { return }
            known.names[id] = name
            known.size += 1
        }
        return name
    }

    /// Row ids of all cases that have a token, ascending; `nil` where looking some up is cheaper, or there is no room for
    /// all.
    private func all(of token: UInt64, count: Int, askedFor cases: Int, in db: StoreConnection) throws -> [Int64]? {
        let (kept, pays) = known.withLock { known -> ([Int64]?, Bool) in
            if let all = known.all[token] { return (all, true) }
            known.lookedUp[token, default: 0] += Self.rowsPerLookup * cases
            return (nil, known.lookedUp[token, default: 0] >= count && known.size + count <= Self.mostKept)
        }
        if let kept { return kept }
        guard pays else { return nil }
        let all = try CaseIncidentTable.rows(of: token, in: db)
        known.withLock { known in
            guard known.all.updateValue(all, forKey: token) == nil else { return }
            known.size += all.count
        }
        return all
    }
}

extension [Int64] {
    /// What an ascending list has in common with a shorter one, ascending as well.
    ///
    /// Steps through both, and leaps over what lies between in the longer one.
    fileprivate func intersection(ascending other: [Int64]) -> [Int64] {
        var found: [Int64] = []
        var place = 0
        for wanted in other {
            place = leap(from: place, to: wanted)
            guard place < count else { break }
            if self[place] == wanted { found.append(wanted) }
        }
        return found
    }

    /// The first place from one on whose number is not under another, by steps that double and then halve.
    private func leap(from start: Int, to wanted: Int64) -> Int {
        var (low, step) = (start, 1)
        while low + step < count, self[low + step] < wanted {
            low += step
            step *= 2
        }
        var high = Swift.min(low + step, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
