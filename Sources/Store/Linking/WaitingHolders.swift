import GRDB

/// Some neighbouring parts of holders of tokens, and what waits to be put into them.
///
/// A night notes some twenty tokens a comment, each of which belongs to another part. They wait in one row for many parts,
/// two numbers each, until there are so many of them that putting them into their parts is worth it.
///
/// Source: the components of O'Neil, Cheng, Gawlick, O'Neil 1996, "The log-structured merge-tree".
struct WaitingHolders: Comparable {
    /// Bits of a token that tell its group.
    static let groupBits = 12

    /// Groups of one table are compared.
    private let number: Int
    private let table: TokenParts

    /// The group of a part.
    init(of part: Int, in table: TokenParts) {
        (number, self.table) = (part >> (table.partBits - Self.groupBits), table)
    }

    static func == (left: WaitingHolders, right: WaitingHolders) -> Bool { left.number == right.number }

    static func < (left: WaitingHolders, right: WaitingHolders) -> Bool { left.number < right.number }

    /// Most holders that may wait: not as many in every group, so that no night puts those of all groups into their parts.
    private var most: Int { 256 + number % 512 }

    /// The row, beside those of the parts.
    private var row: Int { -1 - number }

    /// What waits, ascending.
    func holders(in db: Database) throws -> [TokenParts.Holder] {
        let numbers = try table.values(of: row, in: db)
        return stride(from: 0, to: numbers.count - 1, by: 2).map {
            TokenParts.Holder(part: Int(numbers[$0]), value: numbers[$0 + 1])
        }
    }

    /// Takes out holders that are there, and puts in others that are not; both ascending.
    func change(
        gone: ArraySlice<TokenParts.Holder>,
        come: ArraySlice<TokenParts.Holder>,
        in db: Database
    ) throws {
        let before = try holders(in: db)
        let after = before.without(Array(gone)).merged(with: Array(come))
        try table.put(gone: Array(gone).without(before), come: [], in: db)
        if after != before { try store(after, in: db) }
        if after.count > most { try settle(in: db) }
    }

    /// Puts what waits into its parts.
    func settle(in db: Database) throws {
        try table.put(gone: [], come: holders(in: db), in: db)
        try store([], in: db)
    }

    private func store(_ holders: [TokenParts.Holder], in db: Database) throws {
        try table.store(holders.flatMap { [UInt64($0.part), $0.value] }, as: row, in: db)
    }
}
