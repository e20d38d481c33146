package import GRDB

/// From the keys by which comments look for cases to the cases that have them.
///
/// Keys, numbers of 48 bits, and cases are numbers: what they are made of is the linker's.
package enum CaseKeyTable {
    private static let table = TokenParts.caseKeys

    /// A key that a case has.
    package typealias Pair = (key: UInt64, supportCaseID: Int64)

    /// Calls the body with each of some keys and the row ids of the cases that have it, ascending; `nil` where more than
    /// `limit` have it.
    package static func forEach(
        _ keys: some Sequence<UInt64>,
        limit: Int,
        in db: Database,
        _ body: (UInt64, [Int64]?) throws -> Void
    ) throws {
        try table.forEach(keys.sorted(), in: db) { try body($0, $1.count > limit ? nil : $1) }
    }

    /// Takes out pairs that are there, and puts in others that are not; one that goes and comes stays.
    package static func change(gone: [Pair], come: [Pair], in db: Database) throws {
        let (gone, come) = (gone.map(holder).sorted(), come.map(holder).sorted())
        try table.change(gone: gone.without(come), come: come.without(gone), in: db)
    }

    /// Number of groups of keys that are stored as a whole.
    package static var groupCount: Int { table.all.count }

    /// Keys of some neighbouring groups.
    package static func keys(of groups: Range<Int>) -> Range<UInt64> { table.tokens(of: groups) }

    /// Stores all pairs of some groups that have none yet.
    package static func store(_ pairs: [Pair], in db: Database) throws {
        try table.append(pairs.map(holder).sorted(), in: db)
    }

    package static func clear(in db: Database) throws { try table.clear(in: db) }

    private static func holder(_ pair: Pair) -> TokenParts.Holder { table.holder(pair.key, pair.supportCaseID) }
}
