import GRDB

/// How many listed comments of a brand speak of the same facets in the same tones and give the same signals, kept by
/// triggers: far fewer rows than comments, from which a page counts each facet and signal.
enum MentionTally {
    static var triggers: [KeptTriggers.Trigger] {
        [
            KeptTriggers.trigger("MentionInsert_listedComment", "AFTER INSERT", on: "listedComment", count("NEW", 1)),
            KeptTriggers.trigger("MentionDelete_listedComment", "AFTER DELETE", on: "listedComment", count("OLD", -1)),
        ]
    }

    /// How many comments a filter chooses that is about mentions alone.
    static func count(_ filter: CommentFilter, in db: Database) throws -> Int {
        var part = SQLPart("TRUE", [])
        if let brand = filter.brand { part.add("brand = ?", brand) }
        filter.addMentions(to: &part)
        let sql = "SELECT coalesce(sum(n), 0) FROM mentionTally WHERE \(part.sql)"
        return try Int.fetchOne(db, sql: sql, arguments: part.arguments) ?? 0
    }

    /// Runs a body that fills the list as a whole, and counts it at once.
    static func rebuild(in db: Database, after body: () throws -> Void) throws {
        try KeptTriggers.without(on: ["listedComment"], in: db, body)
        try rebuild(in: db)
    }

    /// Counts everything from the rows.
    static func rebuild(in db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM mentionTally;
                INSERT INTO mentionTally
                    SELECT brand, praise, named, blame, signals, count(*) FROM listedComment
                    WHERE \(speaks("listedComment")) GROUP BY 1, 2, 3, 4, 5;
                """
        )
    }

    private static func count(_ row: String, _ n: Int) -> String {
        """
        WHEN \(speaks(row)) BEGIN
        INSERT INTO mentionTally VALUES (\(row).brand, \(row).praise, \(row).named, \(row).blame, \(row).signals, \(n))
        ON CONFLICT DO UPDATE SET n = n + excluded.n; END
        """
    }

    /// Most comments say nothing that is counted.
    private static func speaks(_ row: String) -> String {
        "\(row).praise | \(row).named | \(row).blame | \(row).signals != 0"
    }
}
