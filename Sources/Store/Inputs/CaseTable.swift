package import Feedback
package import GRDB

/// A case with its row id.
package struct KeyedCase: Sendable {
    package let id: Int64
    package let supportCase: SupportCase
}

/// The support cases of a workspace and their timelines.
package enum CaseTable {
    private static let selection = """
        id, caseID, origin, number, orderNumber, brand, product, customer, customerHandle, channel,
        openedAt, openedAtText, openedAtZone, openedAtCertainty, closedAt, closedAtText, closedAtZone, subject
        """

    /// Stores cases; of two states of one case the one with more events stays, then the greater content hash, so that
    /// the order in which they come does not matter.
    ///
    /// `input`: number of the import they came with; `isReread`: whether that input was read before, so that its newest
    /// reading counts.
    package static func store(
        _ cases: [SupportCase],
        input: Int64 = 0,
        isReread: Bool = false,
        in db: Database
    ) throws -> StoreCounts {
        try HandCount.runWithoutTriggers(in: db) {
            var storing = try CaseStoring(input: input, isReread: isReread, db: db)
            for supportCase in cases { try storing.store(supportCase) }
            try storing.finish()
            return storing.counts
        }
    }

    /// Forgets a case and its timeline.
    package static func delete(caseID: String, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM supportCase WHERE caseID = ?")
            .execute(arguments: [caseID.withoutNull])
    }

    package static func contains(_ caseID: String, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM supportCase WHERE caseID = ?")
        return try Int.fetchOne(statement, arguments: [caseID]) != nil
    }

    /// The first id of a case that something is true of.
    package static func firstID(in db: Database, where isFound: (String) -> Bool) throws -> String? {
        let ids = try String.fetchCursor(db, sql: "SELECT caseID FROM supportCase ORDER BY caseID")
        while let id = try ids.next() {
            if isFound(id) { return id }
        }
        return nil
    }

    /// The customers of all cases, by case: their names and handles.
    package static func people(in db: Database) throws -> [String: [String]] {
        let sql = "SELECT caseID, customer, customerHandle FROM supportCase"
        var people: [String: [String]] = [:]
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let names = [row[1] as String?, row[2] as String?].compactMap(\.self)
            if !names.isEmpty { people[row[0]] = names }
        }
        return people
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
        let rows = try Row.fetchCursor(db, sql: "SELECT \(selection) FROM supportCase ORDER BY caseID")
        while let row = try rows.next() {
            try body(supportCase(row: row, events: withEvents ? events(of: row[0], in: db) : []))
        }
    }

    /// The case with its timeline, or `nil`.
    package static func supportCase(_ caseID: String, in db: Database) throws -> SupportCase? {
        let statement = try db.cachedStatement(sql: "SELECT \(selection) FROM supportCase WHERE caseID = ?")
        return try Row.fetchOne(statement, arguments: [caseID]).map { row in
            try supportCase(row: row, events: events(of: row[0], in: db))
        }
    }

    /// The case with its row id and without its timeline, or `nil`.
    package static func keyed(_ caseID: String, in db: Database) throws -> KeyedCase? {
        let statement = try db.cachedStatement(sql: "SELECT \(selection) FROM supportCase WHERE caseID = ?")
        return try Row.fetchOne(statement, arguments: [caseID]).map(keyed)
    }

    /// The case of a row id without its timeline, or `nil`.
    package static func keyed(id: Int64, in db: Database) throws -> KeyedCase? {
        let statement = try db.cachedStatement(sql: "SELECT \(selection) FROM supportCase WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map(keyed)
    }

    /// The id of the case with a row id, or `nil`.
    package static func caseID(of id: Int64, in db: Database) throws -> String? {
        var found: String?
        try NumberQuery.forEach("SELECT caseID FROM supportCase WHERE id = ?", [id], in: db) { row in
            found = StatementColumns(row).text(0)
            return false
        }
        return found
    }

    /// Calls the body with every case and its row id in the order of case ids, without timelines.
    package static func forEachKeyed(in db: Database, _ body: (KeyedCase) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(selection) FROM supportCase ORDER BY caseID")
        while let row = try rows.next() { try body(keyed(row: row)) }
    }

    /// When the first and the last case were opened; `nil` for both where no case tells.
    package static func openings(in db: Database) throws -> (first: Instant?, last: Instant?) {
        func opening(_ order: String) throws -> Instant? {
            let sql = "SELECT openedAt FROM supportCase WHERE openedAt IS NOT NULL ORDER BY openedAt \(order) LIMIT 1"
            return try Int64.fetchOne(db, sql: sql).map(Instant.init(milliseconds:))
        }
        return (try opening("ASC"), try opening("DESC"))
    }

    private static func keyed(row: Row) -> KeyedCase {
        KeyedCase(id: row[0], supportCase: supportCase(row: row, events: []))
    }

    private static func events(of id: Int64, in db: Database) throws -> [CaseEvent] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT kind, at, atText, atZone, actor, channel, note, amountThousandths, currency
                FROM caseEvent WHERE supportCaseID = ? ORDER BY position
                """
        )
        return try Array(Row.fetchCursor(statement, arguments: [id]).map(event))
    }

    private static func event(_ row: Row) -> CaseEvent {
        var columns = ColumnReader(row)
        let kind: String = columns.value()
        let (at, actor) = (columns.timestamp(), columns.optional() as String?)
        let (channel, note): (String?, String?) = (columns.optional(), columns.optional())
        let (amount, currency): (Int?, String?) = (columns.optional(), columns.optional())
        return CaseEvent(
            kind: kind,
            at: at,
            actor: actor.flatMap(AuthorRole.init(rawValue:)),
            channel: channel,
            note: note,
            amount: amount.map { Money(thousandths: $0, currency: currency) }
        )
    }

    /// `row`: the columns of the selection.
    private static func supportCase(row: Row, events: [CaseEvent]) -> SupportCase {
        var columns = ColumnReader(row, from: 1)
        var result = SupportCase(
            caseID: columns.value(),
            origin: SupportCase.Origin(rawValue: columns.value()) ?? .imported,
            events: events
        )
        result.number = columns.optional()
        result.orderNumber = columns.optional()
        result.brand = columns.optional()
        result.product = columns.optional()
        result.customer = columns.optional()
        result.customerHandle = columns.optional()
        result.channel = columns.optional()
        result.openedAt = columns.timestamp(withCertainty: true)
        result.closedAt = columns.timestamp()
        result.subject = columns.optional()
        return result
    }
}
