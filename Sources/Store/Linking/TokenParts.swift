import GRDB

/// The way back from tokens to the rows that have them, in parts by the high bits of the tokens: a million comments note
/// some twenty million tokens, and rows are dear.
///
/// Of a token and a row that has it a part holds one number: the low bits of the token, and below them the row id;
/// ascending. What nights add waits in groups of parts, for what one night adds lies in nearly all parts:
/// ``WaitingHolders``.
struct TokenParts: Sendable {
    /// From what links hang on to the comments with which it is noted.
    static let linkNotes = TokenParts(table: "linkNotePart", column: "notes", partBits: 18)
    /// From the keys by which comments look for cases to the cases that have them.
    ///
    /// A night asks for most parts: the fewer there are, the fewer rows it reads.
    static let caseKeys = TokenParts(table: "caseKeyPart", column: "holders", partBits: 16)

    /// Bits of a token.
    static let tokenBits = 48

    /// A row that has a token.
    struct Holder: Hashable, Comparable {
        let part: Int
        let value: UInt64

        static func < (left: Holder, right: Holder) -> Bool { (left.part, left.value) < (right.part, right.value) }
    }

    /// Bits of a token that tell its part.
    let partBits: Int
    /// Bits of a row id: what the rest of a token leaves of 64, at least 32.
    private let rowBits: Int
    private let selection: String
    private let storing: String
    private let removal: String
    private let clearing: String

    private init(table: String, column: String, partBits: Int) {
        self.partBits = partBits
        rowBits = 64 - (Self.tokenBits - partBits)
        selection = "SELECT \(column) FROM \(table) WHERE part = ?"
        storing = "INSERT OR REPLACE INTO \(table) VALUES (?, ?)"
        removal = "DELETE FROM \(table) WHERE part = ?"
        clearing = "DELETE FROM \(table)"
    }

    // MARK: - Where tokens lie

    /// All parts.
    var all: Range<Int> { 0..<1 << partBits }

    /// Part of a token.
    func part(of token: UInt64) -> Int { Int(token >> UInt64(Self.tokenBits - partBits)) }

    /// The tokens of some neighbouring parts.
    func tokens(of parts: Range<Int>) -> Range<UInt64> {
        let bits = UInt64(Self.tokenBits - partBits)
        return UInt64(parts.lowerBound) << bits..<UInt64(parts.upperBound) << bits
    }

    func holder(_ token: UInt64, _ row: Int64) -> Holder {
        let low = token & (1 << UInt64(Self.tokenBits - partBits) - 1)
        return Holder(part: part(of: token), value: low << UInt64(rowBits) | UInt64(row))
    }

    private func row(_ value: UInt64) -> Int64 { Int64(value & (1 << UInt64(rowBits) - 1)) }

    // MARK: - Reading

    /// Row ids of the rows that have a token, ascending.
    func rows(having token: UInt64, in db: Database) throws -> [Int64] {
        var rows: [Int64] = []
        try forEach([token], in: db) { rows = $1 }
        return rows
    }

    /// Calls the body with each of some ascending tokens and the row ids of the rows that have it, ascending; what lies
    /// together is read once.
    func forEach(
        _ tokens: some Sequence<UInt64>,
        in db: Database,
        _ body: (UInt64, [Int64]) throws -> Void
    ) throws {
        var (part, values): (Int?, [UInt64]) = (nil, [])
        var (group, waiting): (WaitingHolders?, [Holder]) = (nil, [])
        for token in tokens {
            let (first, last) = (holder(token, 0), holder(token, 1 << Int64(rowBits) - 1))
            if part != first.part {
                (part, values) = (first.part, try self.values(of: first.part, in: db))
                let own = WaitingHolders(of: first.part, in: self)
                if group != own { (group, waiting) = (own, try own.holders(in: db)) }
            }
            let settled = values.between(first.value, last.value).map(row)
            let others = waiting.between(first, last).map { row($0.value) }
            try body(token, others.isEmpty ? settled : settled.merged(with: others))
        }
    }

    /// The numbers of a part; none where there is none.
    func values(of part: Int, in db: Database) throws -> [UInt64] {
        var values: [UInt64] = []
        try NumberQuery.forEach(selection, [Int64(part)], in: db) { row in
            values = StatementColumns(row).numbers(0)
            return false
        }
        return values
    }

    // MARK: - Writing

    /// Takes out holders that are there, and puts in others that are not, both ascending.
    func change(gone: [Holder], come: [Holder], in db: Database) throws {
        let group = { (holder: Holder) in WaitingHolders(of: holder.part, in: self) }
        try Self.forEachShare(gone, come, by: group) { group, gone, come in
            try group.change(gone: gone, come: come, in: db)
        }
    }

    /// Takes holders out of their parts, and puts others in, both ascending.
    func put(gone: [Holder], come: [Holder], in db: Database) throws {
        try Self.forEachShare(gone, come, by: \.part) { part, gone, come in
            let stay = try values(of: part, in: db).without(gone.map(\.value))
            try store(stay.merged(with: come.map(\.value)), as: part, in: db)
        }
    }

    /// Calls the body with the holders of each share of which there are any, both ascending.
    private static func forEachShare<Share: Comparable>(
        _ gone: [Holder],
        _ come: [Holder],
        by share: (Holder) -> Share,
        _ body: (Share, ArraySlice<Holder>, ArraySlice<Holder>) throws -> Void
    ) rethrows {
        var (leaving, coming) = (gone[...], come[...])
        while let next = [leaving.first, coming.first].compactMap({ $0.map(share) }).min() {
            let (leave, enter) = (leaving.prefix { share($0) == next }, coming.prefix { share($0) == next })
            try body(next, leave, enter)
            (leaving, coming) = (leaving.dropFirst(leave.count), coming.dropFirst(enter.count))
        }
    }

    /// Stores holders that come ascending where there are none yet, whole parts at a time.
    func append(_ holders: [Holder], in db: Database) throws {
        var rest = holders[...]
        while let part = rest.first?.part {
            let own = rest.prefix { $0.part == part }
            try store(own.map(\.value), as: part, in: db)
            rest = rest.dropFirst(own.count)
        }
    }

    /// Stores a part; one without holders is no row.
    func store(_ values: some Collection<UInt64>, as part: Int, in db: Database) throws {
        guard !values.isEmpty else {
            _ = try NumberQuery.first(removal, [Int64(part)], in: db)
            return
        }
        var row = try RowWriter(storing, in: db)
        try row.add(Int64(part), counts: false)
        try row.add(numbers: values)
        try row.store()
    }

    func clear(in db: Database) throws { try db.execute(sql: clearing) }
}
