import GRDB

/// The way back from tokens to the comments that noted them, in parts by the high bits of the tokens: a million comments
/// note some twenty million tokens, and rows are dear.
///
/// Of a note its part holds one number: the low bits of the token, and below them the row id of the comment; ascending.
enum NoteParts {
    /// Bits of a token.
    static let tokenBits = 48
    /// Bits of a token that tell its part.
    private static let partBits = 18
    /// Bits of a row id: for 17 thousand million comments.
    private static let commentBits = 34

    /// All parts.
    static let all = 0..<1 << partBits

    /// A token of a comment.
    struct Note: Hashable, Comparable {
        let part: Int
        let value: UInt64

        static func < (left: Note, right: Note) -> Bool { (left.part, left.value) < (right.part, right.value) }

        init(_ token: UInt64, of commentID: Int64) {
            part = NoteParts.part(of: token)
            value = low(of: token) << UInt64(commentBits) | UInt64(commentID)
        }
    }

    /// Comments that noted a token, ascending.
    static func comments(noting token: UInt64, in db: Database) throws -> [Int64] {
        let low = low(of: token)
        return try values(of: part(of: token), in: db).filter { $0 >> UInt64(commentBits) == low }
            .map { Int64($0 & (1 << UInt64(commentBits) - 1)) }
    }

    /// Takes out notes that are there, and puts in others that are not.
    static func change(gone: [Note], come: [Note], in db: Database) throws {
        let (gone, come) = (gone.sorted(), come.sorted())
        var (leaving, coming) = (gone[...], come[...])
        while let part = [leaving.first, coming.first].compactMap({ $0?.part }).min() {
            let leave = leaving.prefix { $0.part == part }
            let enter = coming.prefix { $0.part == part }
            (leaving, coming) = (leaving.dropFirst(leave.count), coming.dropFirst(enter.count))
            try store(merged(values(of: part, in: db), without: leave, with: enter), as: part, in: db)
        }
    }

    /// Values of a part without some of them and with others, all ascending.
    private static func merged(
        _ values: [UInt64],
        without leaving: ArraySlice<Note>,
        with coming: ArraySlice<Note>
    ) -> [UInt64] {
        var result: [UInt64] = []
        result.reserveCapacity(values.count + coming.count)
        var (leave, come) = (leaving.startIndex, coming.startIndex)
        for value in values {
            while come < coming.endIndex, coming[come].value < value {
                result.append(coming[come].value)
                come += 1
            }
            if leave < leaving.endIndex, leaving[leave].value == value { leave += 1 } else { result.append(value) }
        }
        while come < coming.endIndex {
            result.append(coming[come].value)
            come += 1
        }
        return result
    }

    /// Stores a part; one without notes is no row.
    static func store(_ values: some Collection<UInt64>, as part: Int, in db: Database) throws {
        guard !values.isEmpty else {
            _ = try NumberQuery.first("DELETE FROM linkNotePart WHERE part = ?", [Int64(part)], in: db)
            return
        }
        let bytes = values.map(\.littleEndian).withUnsafeBytes { Array($0) }
        var row = try RowWriter("INSERT OR REPLACE INTO linkNotePart VALUES (?, ?)", in: db)
        try row.add(Int64(part), counts: false)
        try row.add(blob: bytes)
        try row.store()
    }

    static func clear(in db: Database) throws { try db.execute(sql: "DELETE FROM linkNotePart") }

    /// Part of a token.
    static func part(of token: UInt64) -> Int { Int(token >> UInt64(tokenBits - partBits)) }

    private static let valueBytes = MemoryLayout<UInt64>.size

    private static func low(of token: UInt64) -> UInt64 { token & (1 << UInt64(tokenBits - partBits) - 1) }

    private static func values(of part: Int, in db: Database) throws -> [UInt64] {
        var values: [UInt64] = []
        try NumberQuery.forEach("SELECT notes FROM linkNotePart WHERE part = ?", [Int64(part)], in: db) { row in
            let bytes = StatementColumns(row).blob(0)
            values = stride(from: 0, to: bytes.count - valueBytes + 1, by: valueBytes).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
            return false
        }
        return values
    }
}
