import GRDB

/// The triggers that keep sums and journals in the transaction that changes a row.
///
/// They are no part of the migrations: a database gets those of the program that opens it.
enum KeptTriggers {
    private static let prefix = "kept"

    /// SQL of every trigger by its name.
    private static let all: [String: String] = {
        let own = sums + deletions + journals
        let others =
            [LinkJournal.triggers, ReportTallies.triggers, SourceTimes.triggers, ReportJournal.triggers]
            + ListTally.all.map(\.triggers)
        return Dictionary(uniqueKeysWithValues: (own + others.joined()).map { ($0.name, $0.sql) })
    }()

    /// Whether the database has the triggers of this program and no others.
    static func areThere(in db: Database) throws -> Bool {
        let rows = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        let own = rows.filter { ($0["name"] as String).hasPrefix(prefix) }
        return own.count == all.count && own.allSatisfy { all[$0["name"]] == $0["sql"] }
    }

    static func remove(in db: Database) throws {
        let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        for name in names where name.hasPrefix(prefix) { try db.execute(sql: "DROP TRIGGER \(name)") }
    }

    static func make(in db: Database) throws {
        for name in all.keys.sorted() { try db.execute(sql: all[name] ?? "") }
    }

    /// Runs a body without the triggers on some tables.
    static func without(on tables: [String], in db: Database, _ body: () throws -> Void) throws {
        let names = all.keys.sorted().filter { name in tables.contains { Self.isTrigger(name, on: $0) } }
        for name in names { try db.execute(sql: "DROP TRIGGER \(name)") }
        try body()
        for name in names { try db.execute(sql: all[name] ?? "") }
    }

    private static func isTrigger(_ name: String, on table: String) -> Bool {
        all[name]?.contains(" ON \(table)\n") ?? false
    }

    typealias Trigger = (name: String, sql: String)

    /// A trigger that leaves rows to their writer which that inserts and counts by hand.
    ///
    /// - Parameters:
    ///   - name: what it does, and the table.
    ///   - event: such as `AFTER INSERT`.
    ///   - table: whose rows fire it.
    ///   - condition: of a row; `nil` for every row.
    ///   - statements: each with its semicolon.
    /// - Returns: its whole name and its SQL.
    static func trigger(
        _ name: String,
        _ event: String,
        on table: String,
        when condition: String? = nil,
        _ statements: String
    ) -> Trigger {
        let isByHand = event.hasSuffix(" INSERT") && HandCount.tables.contains(table)
        let conditions: [String] = [isByHand ? HandCount.isOff : nil, condition.map { "(\($0))" }].compactMap(\.self)
        let clause = conditions.isEmpty ? "" : "WHEN \(conditions.joined(separator: " AND "))\n"
        return (prefix + name, "CREATE TRIGGER \(prefix)\(name) \(event) ON \(table)\n\(clause)BEGIN \(statements) END")
    }

    // MARK: - Sums

    private static var sums: [Trigger] {
        HashedTable.all.flatMap { table in
            let (old, new) = (table.arguments(of: "OLD"), table.arguments(of: "NEW"))
            func change(_ count: String, _ sum: String) -> String {
                "UPDATE contentSum SET \(count)sum = \(sum) WHERE name = '\(table.name)';"
            }
            return [
                trigger(
                    "SumInsert_\(table.name)",
                    "AFTER INSERT",
                    on: table.name,
                    change("rowCount = rowCount + 1, ", "sumWith(sum, \(new))")
                ),
                trigger(
                    "SumUpdate_\(table.name)",
                    "AFTER UPDATE",
                    on: table.name,
                    change("", "sumWith(sumWithout(sum, \(old)), \(new))")
                ),
                // Before: what the row refers to must still be there.
                trigger(
                    "SumDelete_\(table.name)",
                    "BEFORE DELETE",
                    on: table.name,
                    change("rowCount = rowCount - 1, ", "sumWithout(sum, \(old))")
                ),
            ]
        }
    }

    // MARK: - What goes with a row

    /// Rows that count under the name of another row go before it goes or is renamed.
    private static let deletions: [Trigger] = [
        trigger("Deletion_comment", "BEFORE DELETE", on: "comment", derived),
        trigger(
            "Renaming_comment",
            "BEFORE UPDATE",
            on: "comment",
            when: derivedFrom.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR "),
            derived
        ),
        trigger(
            "Deletion_supportCase",
            "BEFORE DELETE",
            on: "supportCase",
            "DELETE FROM caseEvent WHERE supportCaseID = OLD.id;"
        ),
    ]

    /// What rows that belong to a comment count under, and are made of.
    private static let derivedFrom = [
        "source", "externalID", "text", "authorRole", "ratingThousandths", "ratingLow", "ratingHigh",
    ]

    private static let derived = ["score", "link", "voiceMember"]
        .map { "DELETE FROM \($0) WHERE commentID = OLD.id;" }.joined(separator: " ")

    // MARK: - Journals

    private static var journals: [Trigger] {
        [
            trigger("TouchInsert_comment", "AFTER INSERT", on: "comment", touch("NEW.id")),
            trigger(
                "TouchUpdate_comment",
                "AFTER UPDATE",
                on: "comment",
                """
                \(touch("NEW.id")) INSERT INTO touchedCase
                SELECT caseID FROM link WHERE commentID = NEW.id AND \(joins) ON CONFLICT DO NOTHING;
                """
            ),
            trigger("TouchDelete_comment", "AFTER DELETE", on: "comment", touch("OLD.id")),
            trigger("TouchInsert_score", "AFTER INSERT", on: "score", touch("NEW.commentID")),
            trigger("TouchUpdate_score", "AFTER UPDATE", on: "score", touch("NEW.commentID")),
            trigger("TouchDelete_score", "AFTER DELETE", on: "score", touch("OLD.commentID")),
        ]
            + ["Insert", "Update", "Delete"].flatMap { event in
                let rows = event == "Insert" ? ["NEW"] : event == "Delete" ? ["OLD"] : ["OLD", "NEW"]
                let name = event.uppercased()
                return [
                    trigger(
                        "Touch\(event)_link",
                        "AFTER \(name)",
                        on: "link",
                        rows.map { row in
                            """
                            \(touch("\(row).commentID"))
                            INSERT INTO touchedCase SELECT \(row).caseID WHERE \(row).\(joins) ON CONFLICT DO NOTHING;
                            """
                        }.joined(separator: "\n")
                    ),
                    trigger(
                        "Touch\(event)_supportCase",
                        "AFTER \(name)",
                        on: "supportCase",
                        rows.map { "INSERT INTO touchedCase VALUES (\($0).caseID) ON CONFLICT DO NOTHING;" }
                            .joined(separator: " ")
                    ),
                ]
            } + [
                trigger(
                    "TouchDelete_voiceMember",
                    "AFTER DELETE",
                    on: "voiceMember",
                    "INSERT INTO touchedVoice VALUES (OLD.voiceID) ON CONFLICT DO NOTHING;"
                )
            ]
    }

    /// Touches comments between two ids, and notes them for the next linking, as their triggers would have done.
    static let noteInserted = [
        "INSERT INTO touchedComment SELECT id FROM comment WHERE id BETWEEN ? AND ? ON CONFLICT DO NOTHING",
        """
        INSERT INTO unlinkedComment SELECT id FROM comment
        WHERE id BETWEEN ? AND ? AND \(LinkJournal.isOn) ON CONFLICT DO NOTHING
        """,
    ]

    /// Touches cases between two row ids, as their triggers would have done.
    static let noteInsertedCases = """
        INSERT INTO touchedCase SELECT caseID FROM supportCase WHERE id BETWEEN ? AND ? ON CONFLICT DO NOTHING
        """

    /// Touches the comments of a list of ids, as the triggers of their scores and links would have done.
    static let touchListed = """
        INSERT INTO touchedComment SELECT value FROM json_each(?) WHERE TRUE ON CONFLICT DO NOTHING
        """

    /// Touches the cases that the comments of a list of ids belong to.
    static let touchCases = """
        INSERT INTO touchedCase SELECT caseID FROM json_each(?) CROSS JOIN link ON link.commentID = value
        WHERE \(joins) ON CONFLICT DO NOTHING
        """

    private static let joins = "relation IN ('same_case', 'follow_up')"

    /// The clause `ON CONFLICT`, since `OR IGNORE` gives way to the policy of the statement that fires the trigger.
    private static func touch(_ id: String) -> String {
        "INSERT INTO touchedComment VALUES (\(id)) ON CONFLICT DO NOTHING;"
    }
}
