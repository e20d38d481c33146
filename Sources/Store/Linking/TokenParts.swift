import GRDB

/// The way back from tokens to the rows that have them, in parts by the high bits of the tokens: a million comments note
/// some twenty million tokens, and rows are dear.
///
/// Of a token and a row that has it a part holds one number: the low bits of the token, and below them the row id;
/// ascending. What nights add waits in groups of parts, for what one night adds lies in nearly all parts:
/// ``WaitingHolders``.
struct TokenParts {
    /// From what links hang on to the comments with which it is noted.
    static let linkNotes = TokenParts(table: "linkNotePart", column: "notes")
    /// From the keys by which comments look for cases to the cases that have them.
    static let caseKeys = TokenParts(table: "caseKeyPart", column: "holders")

    /// Bits of a token.
    static let tokenBits = 48
    /// Bits of a token that tell its part.
    private static let partBits = 18
    /// Bits of a row id: for 17 thousand million rows.
    private static let rowBits = 34

    /// All parts.
    static let all = 0..<1 << partBits

    /// A row that has a token.
    struct Holder: Hashable, Comparable {
        let part: Int
        let value: UInt64

        static func < (left: Holder, right: Holder) -> Bool { (left.part, left.value) < (right.part, right.value) }

        init(_ token: UInt64, _ row: Int64) {
            part = TokenParts.part(of: token)
            value = TokenParts.low(of: token) << UInt64(TokenParts.rowBits) | UInt64(row)
        }

        init(part: Int, value: UInt64) {
            self.part = part
            self.value = value
        }

        /// Row id of the row.
        var row: Int64 { Int64(value & (1 << UInt64(TokenParts.rowBits) - 1)) }
    }

    private let selection: String
    private let storing: String
    private let removal: String
    private let clearing: String

    private init(table: String, column: String) {
        selection = "SELECT \(column) FROM \(table) WHERE part = ?"
        storing = "INSERT OR REPLACE INTO \(table) VALUES (?, ?)"
        removal = "DELETE FROM \(table) WHERE part = ?"
        clearing = "DELETE FROM \(table)"
    }

    /// Part of a token.
    static func part(of token: UInt64) -> Int { Int(token >> UInt64(tokenBits - partBits)) }

    /// The tokens of some neighbouring parts.
    static func tokens(of parts: Range<Int>) -> Range<UInt64> {
        let bits = UInt64(tokenBits - partBits)
        return UInt64(parts.lowerBound) << bits..<UInt64(parts.upperBound) << bits
    }

    private static func low(of token: UInt64) -> UInt64 { token & (1 << UInt64(tokenBits - partBits) - 1) }

    /// Row ids of the rows that have a token, ascending.
    func rows(having token: UInt64, in db: Database) throws -> [Int64] {
        let (first, last) = (Holder(token, 0), Holder(token, 1 << Int64(Self.rowBits) - 1))
        let waiting = try WaitingHolders(of: first.part, in: self).holders(in: db).between(first, last)
        let settled = try settled(from: first, through: last, in: db)
        return waiting.isEmpty ? settled : settled.merged(with: waiting.map(\.row))
    }

    /// Takes out holders that are there, and puts in others that are not.
    func change(gone: [Holder], come: [Holder], in db: Database) throws {
        let group = { (holder: Holder) in WaitingHolders(of: holder.part, in: self) }
        try Self.forEachShare(gone.sorted(), come.sorted(), by: group) { group, gone, come in
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
        try row.add(blob: values.map { $0.littleEndian }.withUnsafeBytes { Array($0) })
        try row.store()
    }

    func clear(in db: Database) throws { try db.execute(sql: clearing) }

    /// The numbers of a part; none where there is none.
    func values(of part: Int, in db: Database) throws -> [UInt64] {
        try read(part, in: db) { Array($0) } ?? []
    }

    /// Row ids of the holders of a part between two of them.
    private func settled(from first: Holder, through last: Holder, in db: Database) throws -> [Int64] {
        try read(first.part, in: db) { values in
            values.between(first.value, last.value).map { Holder(part: first.part, value: $0).row }
        } ?? []
    }

    private func read<Result>(_ part: Int, in db: Database, _ body: (PackedNumbers) -> Result) throws -> Result? {
        var result: Result?
        try NumberQuery.forEach(selection, [Int64(part)], in: db) { row in
            result = body(PackedNumbers(bytes: StatementColumns(row).blob(0)))
            return false
        }
        return result
    }
}

/// Numbers of 8 bytes each, the lowest byte first, where they lie.
private struct PackedNumbers: RandomAccessCollection {
    let bytes: UnsafeRawBufferPointer

    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count / MemoryLayout<UInt64>.size }

    subscript(place: Int) -> UInt64 {
        let offset = place * MemoryLayout<UInt64>.size
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
