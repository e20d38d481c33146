import Feedback
package import GRDB

/// What changed since the last linking: triggers note every comment and case that came, changed or went, from the first
/// linking on.
package enum LinkJournal {
    /// A case that came, changed or went.
    package struct CaseChange: Sendable {
        package let caseID: String
        /// What was linked, with its row id then; `nil` for a case that is new.
        package let old: KeyedCase?
        /// What there is now, with its row id; `nil` for a case that is gone.
        package let new: KeyedCase?
    }

    /// Whether nothing has changed.
    package static func isEmpty(in db: Database) throws -> Bool {
        let sql = """
            SELECT NOT EXISTS (SELECT 1 FROM unlinkedComment) AND NOT EXISTS (SELECT 1 FROM unlinkedCase)
            """
        return try Bool.fetchOne(db, sql: sql) ?? false
    }

    /// Number of comments and of cases that are noted.
    package static func counts(in db: Database) throws -> (comments: Int, cases: Int) {
        (
            try Int.fetchOne(db, sql: "SELECT count(*) FROM unlinkedComment") ?? 0,
            try Int.fetchOne(db, sql: "SELECT count(*) FROM unlinkedCase") ?? 0
        )
    }

    /// Notes cases that are there and as they were, but whose links hang on something that has changed.
    package static func note(cases ids: some Sequence<String>, in db: Database) throws {
        let note = try db.cachedStatement(sql: keepCases("caseID = ?"))
        for id in ids { try note.execute(arguments: [id]) }
    }

    /// Row ids of the noted comments, those that are gone among them, ascending.
    package static func comments(in db: Database) throws -> [Int64] {
        try Int64.fetchAll(db, sql: "SELECT commentID FROM unlinkedComment ORDER BY commentID")
    }

    /// The noted cases by their ids.
    package static func cases(in db: Database) throws -> [CaseChange] {
        try Row.fetchAll(db, sql: "SELECT * FROM unlinkedCase ORDER BY caseID").map { row in
            let caseID: String = row["caseID"]
            return CaseChange(
                caseID: caseID,
                old: (row["oldID"] as Int64?).map { KeyedCase(id: $0, supportCase: supportCase(caseID, row)) },
                new: try CaseTable.keyed(caseID, in: db)
            )
        }
    }

    /// Forgets what was noted.
    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM unlinkedComment; DELETE FROM unlinkedCase")
    }

    private static func supportCase(_ caseID: String, _ row: Row) -> SupportCase {
        func time(_ column: String) -> Timestamp? {
            (row[column] as Int64?).map {
                Timestamp(instant: Instant(milliseconds: $0), original: "", zoneOrigin: .text)
            }
        }
        var result = SupportCase(caseID: caseID, origin: .imported, events: [])
        result.number = row["number"]
        result.orderNumber = row["orderNumber"]
        result.brand = row["brand"]
        result.product = row["product"]
        result.customer = row["customer"]
        result.customerHandle = row["customerHandle"]
        result.openedAt = time("openedAt")
        result.closedAt = time("closedAt")
        result.subject = row["subject"]
        return result
    }

    // MARK: - Triggers

    /// Before the first linking nothing is noted, since everything will be linked.
    static let isOn = "EXISTS (SELECT 1 FROM fact WHERE name = 'link worked on')"

    /// What the linker reads of a comment and cannot see from its content hash.
    private static let named = "OLD.source IS NOT NEW.source OR OLD.externalID IS NOT NEW.externalID"

    static var triggers: [KeptTriggers.Trigger] {
        [
            trigger("Insert", on: "comment", comment("NEW.id")),
            trigger(
                "Update",
                on: "comment",
                when: "(OLD.contentHash IS NOT NEW.contentHash OR \(named))",
                comment("NEW.id")
            ),
            trigger("Delete", on: "comment", comment("OLD.id")),
            // Whoever forgets a link leaves it to the next linking.
            trigger("Delete", on: "link", comment("OLD.commentID")),
            trigger("Insert", on: "reviewDecision", decision(["NEW"])),
            trigger("Update", on: "reviewDecision", decision(["OLD", "NEW"])),
            trigger("Insert", on: "supportCase", addCase),
            trigger("Update", on: "supportCase", "\(keepCase) \(addCase)"),
            trigger("Delete", on: "supportCase", keepCase),
        ]
    }

    private static func trigger(
        _ event: String,
        on table: String,
        when condition: String = "TRUE",
        _ statements: String
    ) -> KeptTriggers.Trigger {
        KeptTriggers.trigger(
            "Unlink\(event)_\(table)",
            "AFTER \(event.uppercased())",
            on: table,
            when: "\(condition) AND \(isOn)",
            statements
        )
    }

    /// The clause `ON CONFLICT`, since `OR IGNORE` gives way to the policy of the statement that fires the trigger.
    private static func comment(_ id: String) -> String {
        "INSERT INTO unlinkedComment VALUES (\(id)) ON CONFLICT DO NOTHING;"
    }

    /// What a person decided about a comment is about its link; what is about cases alone makes both cases changed ones.
    private static func decision(_ rows: [String]) -> String {
        let statements = rows.map { row in
            """
            INSERT INTO unlinkedComment SELECT id FROM comment
                WHERE source = \(row).source AND externalID = \(row).externalID ON CONFLICT DO NOTHING;
            \(keepCases("\(row).source IS NULL AND caseID IN (\(row).caseID, \(row).intoCaseID)"))
            """
        }
        return statements.joined(separator: "\n")
    }

    private static func keepCases(_ condition: String) -> String {
        """
        INSERT INTO unlinkedCase SELECT caseID, id, number, orderNumber, brand, product,
            customer, customerHandle, openedAt, closedAt, subject FROM supportCase
            WHERE \(condition) ON CONFLICT DO NOTHING;
        """
    }

    private static let addCase = "INSERT INTO unlinkedCase (caseID) VALUES (NEW.caseID) ON CONFLICT DO NOTHING;"

    /// Notes cases between two row ids for the next linking, as their triggers would have done.
    static let noteInsertedCases = """
        INSERT INTO unlinkedCase (caseID) SELECT caseID FROM supportCase
        WHERE id BETWEEN ? AND ? AND \(isOn) ON CONFLICT DO NOTHING
        """

    /// The first change of a case counts: what it says was there is what was linked.
    private static let keepCase = """
        INSERT INTO unlinkedCase VALUES (OLD.caseID, OLD.id, OLD.number, OLD.orderNumber, OLD.brand, OLD.product,
            OLD.customer, OLD.customerHandle, OLD.openedAt, OLD.closedAt, OLD.subject) ON CONFLICT DO NOTHING;
        """
}
