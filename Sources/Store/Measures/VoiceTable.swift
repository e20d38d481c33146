import Feedback
package import GRDB

/// The voices of a workspace.
package enum VoiceTable {
    /// Removes all voices, and the indexes that ``index(in:)`` makes again.
    package static func clear(in db: Database) throws {
        try db.execute(
            sql: """
                DROP INDEX IF EXISTS voiceMemberComment;
                DROP INDEX IF EXISTS voiceCustomer;
                DROP INDEX IF EXISTS voicePraise;
                DROP INDEX IF EXISTS voiceBlame;
                DROP INDEX IF EXISTS voiceLot;
                DROP INDEX IF EXISTS voiceProduct;
                DROP INDEX IF EXISTS voiceVersion;
                """
        )
        try KeptTriggers.without(on: ["voiceMember"], in: db) { try db.execute(sql: "DELETE FROM voiceMember") }
        try ContentSums.clear("voice", in: db)
    }

    /// Makes the ways from a comment and from a customer to their voices: at once for all is much faster than one by one.
    package static func index(in db: Database) throws {
        try db.execute(sql: Schema.voiceIndexes)
    }

    /// The row id after that of the last voice.
    package static func nextID(in db: Database) throws -> Int64 {
        try (Int64.fetchOne(db, sql: "SELECT max(id) FROM voice") ?? 0) + 1
    }

    /// Stores new voices of stored comments, with ascending row ids.
    ///
    /// `first`: row id of the first of them; 1 where there is no voice yet.
    package static func insert(_ voices: [VoiceRow], from first: Int64 = 1, in db: Database) throws {
        if voices.isEmpty { return }
        try HandCount.runWithoutLooking(in: db) {
            var rows = try RowWriter(insertion, in: db)
            var members = try RowWriter("INSERT INTO voiceMember VALUES (?, ?)", in: db)
            for (id, voice) in zip(first..., voices) {
                try rows.add(id, counts: false)
                for column in VoiceColumn.all { try rows.add(column.value(voice), counts: column.counts) }
                try rows.store()
                for memberID in voice.memberIDs {
                    try members.add(id, counts: false)
                    try members.add(memberID, counts: false)
                    try members.store()
                }
            }
            try ContentSums.add(rows.sum, rows: rows.rows, to: "voice", in: db)
        }
    }

    private static let insertion = """
        INSERT INTO voice (id, \(VoiceColumn.all.map(\.name).joined(separator: ", ")))
        VALUES (?, \(VoiceColumn.all.map { _ in "?" }.joined(separator: ", ")))
        """

    /// The voices of one customer of a brand with their row ids, in the order of these.
    ///
    /// `code`: as in ``VoiceRow/customerCode``.
    package static func voices(
        ofCustomer code: Int64,
        brand: String,
        in db: Database
    ) throws -> [(id: Int64, voice: VoiceRow)] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(VoiceRow.selection) FROM voice WHERE brand = ? AND customerCode = ? ORDER BY id"
        )
        return try Row.fetchAll(statement, arguments: [brand, code]).map { ($0[0], try VoiceRow(row: $0)) }
    }

    /// The customers of a brand whose voices hold one of some comments, in order, each once.
    package static func customers(
        of comments: some Sequence<Int64>,
        in db: Database
    ) throws -> [(brand: String, code: Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT brand, customerCode FROM voiceMember JOIN voice ON voice.id = voiceMember.voiceID
                WHERE commentID = ?
                """
        )
        var customers: [String: Set<Int64>] = [:]
        for comment in comments {
            let rows = try Row.fetchCursor(statement, arguments: [comment])
            while let row = try rows.next() { customers[row["brand"], default: []].insert(row["customerCode"] ?? 0) }
        }
        return customers.keys.sorted().flatMap { brand in
            (customers[brand] ?? []).sorted().map { (brand: brand, code: $0) }
        }
    }

    /// Row ids of the comments of a voice, in no order.
    package static func members(of voice: Int64, in db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT commentID FROM voiceMember WHERE voiceID = ?"),
            arguments: [voice]
        )
    }

    /// Voices of a brand in the order of month and id; all brands where none is named.
    package static func forEach(brand: String?, in db: Database, _ body: (VoiceRow) throws -> Void) throws {
        let sql = """
            SELECT \(VoiceRow.selection) FROM voice WHERE :brand IS NULL OR brand = :brand
            ORDER BY brand, month, voiceID
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: ["brand": brand])
        while let row = try rows.next() {
            var voice = try VoiceRow(row: row)
            voice.memberIDs = try memberIDs(of: row[0], in: db)
            try body(voice)
        }
    }

    /// The voice a comment belongs to, or `nil`.
    package static func voice(ofComment id: Int64, in db: Database) throws -> VoiceRow? {
        let sql = """
            SELECT \(VoiceRow.selection) FROM voice WHERE id = (SELECT voiceID FROM voiceMember WHERE commentID = ?)
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return nil }
        var voice = try VoiceRow(row: row)
        voice.memberIDs = try memberIDs(of: row[0], in: db)
        return voice
    }

    /// The counted, dated voices of a brand and month that blame support or speak of a similar case, in no order.
    ///
    /// `month`: such as `2014-03`.
    package static func suspects(of brand: String, month: String, in db: Database) throws -> [VoiceRow] {
        let sql = """
            SELECT \(VoiceRow.selection) FROM voice WHERE brand = ? AND month = ? AND isCounted AND day IS NOT NULL
                AND supportPolarity IS NOT NULL AND (supportPolarity < 0 OR relation = ?)
            """
        let similar = LinkRelation.similarCase.rawValue
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brand, month, similar])
            .map(VoiceRow.init(row:))
    }

    /// Row id of the earliest comment of a voice, undated ones last.
    package static func firstComment(of voiceID: String, in db: Database) throws -> Int64? {
        let sql = """
            SELECT commentID FROM voice JOIN voiceMember ON voiceMember.voiceID = voice.id
            JOIN comment ON comment.id = commentID WHERE voice.voiceID = ?
            ORDER BY postedAt IS NULL, postedAt, source || ':' || externalID LIMIT 1
            """
        return try Int64.fetchOne(db, sql: sql, arguments: [voiceID])
    }

    package static func count(in db: Database) throws -> Int {
        try ContentSums.count(of: "voice", in: db)
    }

    /// Brands that have a voice, in the order of their names.
    package static func brands(in db: Database) throws -> [String] {
        try IndexedValues.all(of: "brand", in: "voice", db)
    }

    /// Whether a brand has a voice.
    package static func holds(brand: String, in db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM voice WHERE brand = ?)"
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [brand]) ?? false
    }

    /// Products that counted, dated voices name, each once.
    package static func products(in db: Database) throws -> [String] {
        let sql = """
            SELECT DISTINCT product FROM voice WHERE product IS NOT NULL AND isCounted AND day IS NOT NULL ORDER BY product
            """
        return try String.fetchAll(db, sql: sql)
    }

    /// The products of a brand that at least so many counted, dated voices with a support polarity name, the most named
    /// first, equal ones by name; `least` and `limit`: at least 1.
    package static func products(
        of brand: String,
        least: Int,
        limit: Int,
        in db: Database
    ) throws -> [(name: String, voices: Int)] {
        let sql = """
            SELECT product, count(supportPolarity) AS n FROM voice
            WHERE brand = ? AND product IS NOT NULL AND isCounted AND day IS NOT NULL
            GROUP BY product HAVING n >= ? ORDER BY n DESC, product LIMIT ?
            """
        return try Row.fetchAll(db, sql: sql, arguments: [brand, least, limit]).map { ($0[0], $0[1]) }
    }

    /// What is summed of a voice that names a product.
    package struct ProductVoice: Sendable {
        /// Number of the local day.
        package let day: Int
        package let channel: String?
        package let customerCode: Int64
        /// Basis points.
        package let supportPolarity: Int?
        package let rating: Int?
    }

    /// Calls the body with the counted, dated voices of a product, in no order that is told.
    package static func forEach(
        ofProduct product: String,
        brand: String,
        in db: Database,
        _ body: (ProductVoice) -> Void
    ) throws {
        let sql = """
            SELECT day, channel, customerCode, supportPolarity, rating FROM voice
            WHERE brand = ? AND product = ? AND isCounted AND day IS NOT NULL
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [brand, product])
        while let row = try rows.next() {
            body(
                ProductVoice(
                    day: row[0],
                    channel: row[1],
                    customerCode: row[2] ?? 0,
                    supportPolarity: row[3],
                    rating: row[4]
                )
            )
        }
    }

    /// Row ids of all comments of the voice to which a comment belongs, its own among them; empty without a voice.
    package static func memberIDs(besideComment id: Int64, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT other.commentID FROM voiceMember JOIN voiceMember AS other USING (voiceID)
                WHERE voiceMember.commentID = ? ORDER BY other.commentID
                """
        )
        return try Int64.fetchAll(statement, arguments: [id])
    }

    private static func memberIDs(of voice: Int64, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT commentID FROM voiceMember JOIN comment ON comment.id = commentID
                WHERE voiceID = ? ORDER BY postedAt, source, externalID
                """
        )
        return try Int64.fetchAll(statement, arguments: [voice])
    }
}
