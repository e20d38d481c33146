package import GRDB

/// What changed since the last report: the brands whose parts of it no longer hold.
///
/// A brand's part tells of its voices with their comments, of its cases, of the cases that its voices belong to, of the
/// comments that are linked to either, and of those that answer a comment of its voices. Triggers note what goes or
/// changes as it was; what comes, and what things are after a change, is found by ``TouchedTables`` before they are
/// emptied. Cells, tallies and sums by day or version change with the voices of their brand alone.
package enum ReportJournal {
    /// Brands of which something may have changed, in order.
    package static func brands(in db: Database) throws -> [String] {
        let parts = ["SELECT brand FROM untoldBrand"] + touched
        return try parts.reduce(into: Set()) { try $0.formUnion(String.fetchSet(db, sql: $1)) }.sorted()
    }

    /// Notes some brands, as the triggers of their voices would have done.
    static func note(_ brands: some Sequence<String>, in db: Database) throws {
        let note = try db.cachedStatement(sql: "INSERT INTO untoldBrand SELECT ? WHERE \(isOn) ON CONFLICT DO NOTHING")
        for brand in Set(brands).sorted() { try note.execute(arguments: [brand]) }
    }

    /// Notes the brands of everything that is touched, before it is forgotten that it is.
    static func noteTouched(in db: Database) throws {
        // Where all are noted, as after most nights that brought much, nothing is looked up.
        let waits = "SELECT EXISTS (SELECT 1 FROM keptBrand WHERE brand NOT IN (SELECT brand FROM untoldBrand))"
        for part in touched where try Bool.fetchOne(db, sql: waits) ?? false {
            try db.execute(sql: "INSERT OR IGNORE INTO untoldBrand \(part)")
        }
        try db.execute(sql: "DELETE FROM untoldCase")
    }

    /// Forgets what was noted, since a report tells it.
    static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM untoldBrand; DELETE FROM untoldCase")
    }

    // MARK: - What hangs on what is touched

    private static let touched = [
        "SELECT voice.brand FROM touchedVoice CROSS JOIN voice ON voice.id = touchedVoice.voiceID",
        brandsOfVoices(of: "touchedComment"),
        """
        \(cases) SELECT supportCase.brand FROM wholeCase
        CROSS JOIN supportCase ON supportCase.caseID = wholeCase.caseID WHERE supportCase.brand IS NOT NULL
        """,
        "\(cases) \(brandsOfVoices(of: "(SELECT commentID FROM wholeCase CROSS JOIN link ON link.caseID = wholeCase.caseID)"))",
        brandsOfVoices(
            of: """
                (SELECT answered.id AS commentID FROM touchedComment
                    CROSS JOIN comment ON comment.id = touchedComment.commentID
                    CROSS JOIN comment AS answered
                        ON answered.source = comment.source AND answered.externalID = comment.inReplyTo)
                """
        ),
    ]

    /// The cases that changed or a comment of which did, and those that tell what these tell as their own.
    private static let cases = """
        WITH changedCase (caseID) AS (
            SELECT caseID FROM touchedCase UNION SELECT caseID FROM untoldCase
            UNION SELECT link.caseID FROM touchedComment CROSS JOIN link ON link.commentID = touchedComment.commentID
        ), wholeCase (caseID) AS (
            SELECT caseID FROM changedCase UNION
            SELECT rootCaseID FROM changedCase CROSS JOIN caseAlias ON caseAlias.caseID = changedCase.caseID
        )
        """

    private static func brandsOfVoices(of comments: String) -> String {
        """
        SELECT voice.brand FROM \(comments) AS changed
        CROSS JOIN voiceMember ON voiceMember.commentID = changed.commentID
        CROSS JOIN voice ON voice.id = voiceMember.voiceID
        """
    }

    // MARK: - Triggers

    /// Without a report everything is told by the next.
    private static let isOn = "EXISTS (SELECT 1 FROM keptBrand)"

    static var triggers: [KeptTriggers.Trigger] {
        [
            trigger("Update", on: "voice", rows: ["OLD", "NEW"]) { brand("\($0).brand") },
            trigger("Delete", on: "voice", rows: ["OLD"]) { brand("\($0).brand") },
            trigger("Update", on: "link", rows: ["OLD"]) { supportCase("\($0).caseID") },
            trigger("Delete", on: "link", rows: ["OLD"]) { supportCase("\($0).caseID") },
            trigger("Update", on: "supportCase", rows: ["OLD"]) { brand("\($0).brand") },
            trigger("Delete", on: "supportCase", rows: ["OLD"]) { brand("\($0).brand") },
            trigger("Update", on: "comment", rows: ["OLD"], answered),
            trigger("Delete", on: "comment", rows: ["OLD"], answered),
        ]
            + ["Insert", "Update", "Delete"].flatMap { event in
                let rows = event == "Insert" ? ["NEW"] : event == "Delete" ? ["OLD"] : ["OLD", "NEW"]
                return [
                    trigger(event, on: "caseEvent", rows: rows) { row in
                        """
                        INSERT INTO untoldCase SELECT caseID FROM supportCase WHERE id = \(row).supportCaseID
                        ON CONFLICT DO NOTHING;
                        """
                    },
                    trigger(event, on: "caseAlias", rows: rows) { row in
                        supportCase("\(row).caseID") + " " + supportCase("\(row).rootCaseID")
                    },
                ]
            }
    }

    /// Notes that the timelines of cases between two row ids are told otherwise, as their triggers would have done.
    static let noteInsertedCases = """
        INSERT INTO untoldCase SELECT caseID FROM supportCase
        WHERE id BETWEEN ? AND ? AND \(isOn) AND EXISTS (SELECT 1 FROM caseEvent WHERE supportCaseID = supportCase.id)
        ON CONFLICT DO NOTHING
        """

    private static func trigger(
        _ event: String,
        on table: String,
        rows: [String],
        _ note: (String) -> String
    ) -> KeptTriggers.Trigger {
        KeptTriggers.trigger(
            "Untold\(event)_\(table)",
            "AFTER \(event.uppercased())",
            on: table,
            when: isOn,
            rows.map(note).joined(separator: "\n")
        )
    }

    private static func brand(_ name: String) -> String {
        "INSERT INTO untoldBrand SELECT \(name) WHERE \(name) IS NOT NULL ON CONFLICT DO NOTHING;"
    }

    private static func supportCase(_ id: String) -> String {
        "INSERT INTO untoldCase VALUES (\(id)) ON CONFLICT DO NOTHING;"
    }

    /// The brands of the voices of the comment that a row answers.
    private static func answered(_ row: String) -> String {
        """
        INSERT INTO untoldBrand \(brandsOfVoices(
            of: """
                (SELECT id AS commentID FROM comment WHERE source = \(row).source AND externalID = \(row).inReplyTo)
                """
        )) WHERE TRUE ON CONFLICT DO NOTHING;
        """
    }
}
