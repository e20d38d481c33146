import GRDB

/// How many listed comments are alike in some ways, kept by triggers: far fewer rows than comments, from which pages count.
struct ListTally: Sendable {
    /// Begins the names of its triggers.
    private let name: String
    private let table: String
    /// Expressions over a row of the list, in the order of the table's columns but the last, which is `n`.
    private let columns: @Sendable (_ row: String) -> [String]
    /// Which rows are counted.
    private let condition: @Sendable (_ row: String) -> String

    /// By the facets and signals that the comments of a brand speak of; most speak of nothing that is counted.
    static let mentions = ListTally(
        name: "Mention",
        table: "mentionTally",
        columns: { row in ["brand", "praise", "named", "blame", "signals"].map { "\(row).\($0)" } },
        condition: { row in "\(row).praise | \(row).named | \(row).blame | \(row).signals != 0" }
    )

    /// By brand, channel, language, whole stars and whether a case is known.
    ///
    /// No language stands as an empty text, no rating as no stars.
    static let kinds = ListTally(
        name: "Kind",
        table: "kindTally",
        columns: { row in
            [
                "\(row).brand", "\(row).channel", "coalesce(\(row).language, '')",
                "coalesce(\(row).stars / \(thousandthsPerStar), 0)", "\(row).isLinked",
            ]
        },
        condition: { _ in "TRUE" }
    )

    static let all = [mentions, kinds]
    /// Thousandths of a star.
    static let thousandthsPerStar = 1_000

    var triggers: [KeptTriggers.Trigger] {
        [
            trigger("Insert", of: "NEW", 1),
            trigger("Delete", of: "OLD", -1),
        ]
    }

    /// Comments that a filter chooses which asks for nothing that the tally does not tell apart.
    func count(_ condition: SQLPart, in db: Database) throws -> Int {
        let sql = "SELECT coalesce(sum(n), 0) FROM \(table) WHERE \(condition.sql)"
        return try Int.fetchOne(db, sql: sql, arguments: condition.arguments) ?? 0
    }

    /// Runs a body that fills the list as a whole, and counts it at once.
    static func rebuild(in db: Database, after body: () throws -> Void) throws {
        try KeptTriggers.without(on: ["listedComment"], in: db, body)
        try rebuild(in: db)
    }

    /// Counts everything from the rows.
    static func rebuild(in db: Database) throws {
        for tally in all {
            let columns = tally.columns("listedComment")
            try db.execute(
                sql: """
                    DELETE FROM \(tally.table);
                    INSERT INTO \(tally.table) SELECT \(columns.joined(separator: ", ")), count(*) FROM listedComment
                        WHERE \(tally.condition("listedComment"))
                        GROUP BY \(columns.indices.map { "\($0 + 1)" }.joined(separator: ", "));
                    """
            )
        }
    }

    private func trigger(_ event: String, of row: String, _ n: Int) -> KeptTriggers.Trigger {
        KeptTriggers.trigger(
            "\(name)\(event)_listedComment",
            "AFTER \(event.uppercased())",
            on: "listedComment",
            when: condition(row),
            """
            INSERT INTO \(table) VALUES (\(columns(row).joined(separator: ", ")), \(n))
            ON CONFLICT DO UPDATE SET n = n + excluded.n;
            """
        )
    }
}
