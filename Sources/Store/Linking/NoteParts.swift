import GRDB

/// The way back from tokens to the comments that noted them, in parts by the high bits of the tokens: a million comments
/// note some twenty million tokens, and rows are dear.
///
/// Of a note its part holds one number: the low bits of the token, and below them the row id of the comment; ascending.
/// What nights add waits in groups of parts, for the notes of one night lie in nearly all parts: ``NoteGroup``.
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
            self.init(
                part: NoteParts.part(of: token),
                value: low(of: token) << UInt64(commentBits) | UInt64(commentID)
            )
        }

        init(part: Int, value: UInt64) {
            self.part = part
            self.value = value
        }
    }

    /// Comments that noted a token, ascending.
    static func comments(noting token: UInt64, in db: Database) throws -> [Int64] {
        let first = Note(token, of: 0)
        let waiting = try NoteGroup(of: first.part).waiting(in: db).filter { $0.part == first.part }.map(\.value)
        return try (values(of: first.part, in: db) + waiting)
            .filter { $0 >> UInt64(commentBits) == first.value >> UInt64(commentBits) }
            .map { Int64($0 & (1 << UInt64(commentBits) - 1)) }.sorted()
    }

    /// Takes out notes that are there, and puts in others that are not.
    static func change(gone: [Note], come: [Note], in db: Database) throws {
        try forEachShare(gone.sorted(), come.sorted(), by: { NoteGroup(of: $0.part) }) { group, gone, come in
            try group.change(gone: gone, come: come, in: db)
        }
    }

    /// Takes notes out of their parts, and puts others in, both ascending.
    static func put(gone: [Note], come: [Note], in db: Database) throws {
        try forEachShare(gone, come, by: \.part) { part, gone, come in
            let stay = try values(of: part, in: db).without(gone.map(\.value))
            try store(stay.merged(with: come.map(\.value)), as: part, in: db)
        }
    }

    /// Calls the body with the notes of each share of which there are any, both ascending.
    private static func forEachShare<Share: Comparable>(
        _ gone: [Note],
        _ come: [Note],
        by share: (Note) -> Share,
        _ body: (Share, ArraySlice<Note>, ArraySlice<Note>) throws -> Void
    ) rethrows {
        var (leaving, coming) = (gone[...], come[...])
        while let next = [leaving.first, coming.first].compactMap({ $0.map(share) }).min() {
            let (leave, enter) = (leaving.prefix { share($0) == next }, coming.prefix { share($0) == next })
            try body(next, leave, enter)
            (leaving, coming) = (leaving.dropFirst(leave.count), coming.dropFirst(enter.count))
        }
    }

    /// Stores a part; one without notes is no row.
    static func store(_ values: some Collection<UInt64>, as part: Int, in db: Database) throws {
        guard !values.isEmpty else {
            _ = try NumberQuery.first("DELETE FROM linkNotePart WHERE part = ?", [Int64(part)], in: db)
            return
        }
        var row = try RowWriter("INSERT OR REPLACE INTO linkNotePart VALUES (?, ?)", in: db)
        try row.add(Int64(part), counts: false)
        try row.add(blob: values.map { $0.littleEndian }.withUnsafeBytes { Array($0) })
        try row.store()
    }

    static func clear(in db: Database) throws { try db.execute(sql: "DELETE FROM linkNotePart") }

    /// Part of a token.
    static func part(of token: UInt64) -> Int { Int(token >> UInt64(tokenBits - partBits)) }

    private static let valueBytes = MemoryLayout<UInt64>.size

    private static func low(of token: UInt64) -> UInt64 { token & (1 << UInt64(tokenBits - partBits) - 1) }

    /// The numbers of a part; none where there is none.
    static func values(of part: Int, in db: Database) throws -> [UInt64] {
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

extension Array where Element: Comparable {
    /// An ascending array without the elements of another, each of which takes one away.
    func without(_ others: [Element]) -> [Element] {
        guard !others.isEmpty else { return self }
        var next = 0
        return filter { element in
            while next < others.count, others[next] < element { next += 1 }
            guard next < others.count, others[next] == element else { return true }
            next += 1
            return false
        }
    }

    /// The elements of two ascending arrays, ascending.
    func merged(with others: [Element]) -> [Element] {
        var result: [Element] = []
        result.reserveCapacity(count + others.count)
        var next = 0
        for element in self {
            while next < others.count, others[next] < element {
                result.append(others[next])
                next += 1
            }
            result.append(element)
        }
        return result + others[next...]
    }
}
