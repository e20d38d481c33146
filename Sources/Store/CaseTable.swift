package import Feedback
package import GRDB

/// The support cases of a workspace and their timelines.
package enum CaseTable {
    private static let columns = [
        "caseID", "origin", "number", "orderNumber", "brand", "product", "customer", "customerHandle", "channel",
        "openedAt", "openedAtText", "openedAtZone", "openedAtCertainty", "closedAt", "closedAtText", "closedAtZone",
        "subject", "contentHash",
    ]

    /// Stores cases; of two states of one case the one with more events stays, then the greater content hash, so that
    /// the order in which they come does not matter.
    package static func store(_ cases: [SupportCase], in db: Database) throws -> StoreCounts {
        var counts = StoreCounts()
        for supportCase in cases {
            guard let stored = try storedState(of: supportCase.caseID, in: db) else {
                try insert(supportCase, in: db)
                counts.stored += 1
                continue
            }
            guard (supportCase.events.count, supportCase.contentHash) > (stored.events, stored.contentHash) else {
                counts.duplicate += 1
                continue
            }
            try delete(caseID: supportCase.caseID, in: db)
            try insert(supportCase, in: db)
            counts.updated += 1
        }
        return counts
    }

    /// Forgets a case and its timeline.
    package static func delete(caseID: String, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM supportCase WHERE caseID = ?").execute(arguments: [caseID])
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM supportCase") ?? 0
    }

    /// Calls the body with every case in the order of case ids; timelines only where asked for.
    package static func forEach(
        withEvents: Bool,
        in db: Database,
        _ body: (SupportCase) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM supportCase ORDER BY caseID")
        while let row = try rows.next() {
            try body(supportCase(row: row, events: withEvents ? events(of: row["id"], in: db) : []))
        }
    }

    /// The case with its timeline, or `nil`.
    package static func supportCase(_ caseID: String, in db: Database) throws -> SupportCase? {
        let statement = try db.cachedStatement(sql: "SELECT * FROM supportCase WHERE caseID = ?")
        guard let row = try Row.fetchOne(statement, arguments: [caseID]) else { return nil }
        return try supportCase(row: row, events: events(of: row["id"], in: db))
    }

    private static func storedState(of caseID: String, in db: Database) throws -> (events: Int, contentHash: Int64)? {
        let sql = """
            SELECT contentHash, (SELECT count(*) FROM caseEvent WHERE supportCaseID = supportCase.id) AS events
            FROM supportCase WHERE caseID = ?
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [caseID]).map {
            ($0["events"], $0["contentHash"])
        }
    }

    private static func insert(_ supportCase: SupportCase, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO supportCase (\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """
        )
        var values: [(any DatabaseValueConvertible)?] = [
            supportCase.caseID, supportCase.origin.rawValue, supportCase.number, supportCase.orderNumber,
            supportCase.brand, supportCase.product, supportCase.customer, supportCase.customerHandle,
            supportCase.channel,
        ]
        values += supportCase.openedAt.columns
        values.append(supportCase.openedAt?.certainty.rawValue)
        values += supportCase.closedAt.columns
        values += [supportCase.subject, supportCase.contentHash]
        try statement.execute(arguments: StatementArguments(values))
        try insert(supportCase.events, of: db.lastInsertedRowID, in: db)
    }

    private static func insert(_ events: [CaseEvent], of id: Int64, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO caseEvent VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for (position, event) in events.enumerated() {
            var values: [(any DatabaseValueConvertible)?] = [id, position]
            values += event.at.columns
            values += [
                event.kind, event.actor?.rawValue, event.channel, event.note, event.amount?.thousandths,
                event.amount?.currency,
            ]
            try statement.execute(arguments: StatementArguments(values))
        }
    }

    private static func events(of id: Int64, in db: Database) throws -> [CaseEvent] {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM caseEvent WHERE supportCaseID = ? ORDER BY position"
        )
        return try Row.fetchAll(statement, arguments: [id]).map { row in
            let amount: Int? = row["amountThousandths"]
            return CaseEvent(
                kind: row["kind"],
                at: row.timestamp("at"),
                actor: (row["actor"] as String?).flatMap(CaseEvent.Actor.init(rawValue:)),
                channel: row["channel"],
                note: row["note"],
                amount: amount.map { Money(thousandths: $0, currency: row["currency"]) }
            )
        }
    }

    private static func supportCase(row: Row, events: [CaseEvent]) -> SupportCase {
        var result = SupportCase(
            caseID: row["caseID"],
            origin: SupportCase.Origin(rawValue: row["origin"]) ?? .imported,
            events: events
        )
        result.number = row["number"]
        result.orderNumber = row["orderNumber"]
        result.brand = row["brand"]
        result.product = row["product"]
        result.customer = row["customer"]
        result.customerHandle = row["customerHandle"]
        result.channel = row["channel"]
        result.openedAt = row.timestamp("openedAt", certainty: "openedAtCertainty")
        result.closedAt = row.timestamp("closedAt")
        result.subject = row["subject"]
        return result
    }
}
