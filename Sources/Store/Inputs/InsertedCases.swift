import Feedback
import GRDB

/// Cases that were inserted and are not counted yet: their ids lie behind one another.
struct InsertedCases {
    private static let columns = [
        "caseID", "origin", "number", "orderNumber", "brand", "product", "customer", "customerHandle", "channel",
        "openedAt", "openedAtText", "openedAtZone", "openedAtCertainty", "closedAt", "closedAtText", "closedAtZone",
        "subject", "contentHash", "inputID",
    ]

    private static let caseSQL = """
        INSERT INTO supportCase (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT (caseID) DO NOTHING
        """
    private static let eventSQL = "INSERT INTO caseEvent VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    private var cases: RowWriter
    private var events: RowWriter
    private var ids: ClosedRange<Int64>?

    init(in db: Database) throws {
        cases = try RowWriter(Self.caseSQL, in: db)
        events = try RowWriter(Self.eventSQL, in: db)
    }

    /// - Returns: whether the case was inserted: one that is there already stays as it is.
    mutating func add(_ supportCase: SupportCase, input: Int64, in db: Database) throws -> Bool {
        guard try insert(supportCase, input: input) else { return false }
        let id = db.lastInsertedRowID
        ids = (ids?.lowerBound ?? id)...id
        for (position, event) in supportCase.events.enumerated() {
            try insert(event, at: position, of: supportCase.caseID, id)
        }
        return true
    }

    /// Counts them, as the triggers would have done one by one; before one of them changes.
    mutating func settle(in db: Database) throws {
        guard let ids else { return }
        try ContentSums.add(cases.sum, rows: cases.rows, to: "supportCase", in: db)
        try ContentSums.add(events.sum, rows: events.rows, to: "caseEvent", in: db)
        for sql in [KeptTriggers.noteInsertedCases, LinkJournal.noteInsertedCases, ReportJournal.noteInsertedCases] {
            try db.cachedStatement(sql: sql).execute(arguments: [ids.lowerBound, ids.upperBound])
        }
        self = try InsertedCases(in: db)
    }

    private mutating func insert(_ supportCase: SupportCase, input: Int64) throws -> Bool {
        for text in [
            supportCase.caseID, supportCase.origin.rawValue, supportCase.number, supportCase.orderNumber,
            supportCase.brand, supportCase.product, supportCase.customer, supportCase.customerHandle,
            supportCase.channel,
        ] { try cases.add(text) }
        try cases.add(supportCase.openedAt)
        try cases.add(supportCase.openedAt?.certainty.rawValue)
        try cases.add(supportCase.closedAt)
        try cases.add(supportCase.subject)
        try cases.add(supportCase.contentHash, counts: false)
        try cases.add(input, counts: false)
        return try cases.store()
    }

    private mutating func insert(_ event: CaseEvent, at position: Int, of caseID: String, _ id: Int64) throws {
        events.count(caseID)
        try events.add(id, counts: false)
        try events.add(position)
        try events.add(event.at)
        try events.add(event.kind)
        try events.add(event.actor?.rawValue)
        try events.add(event.channel)
        try events.add(event.note)
        try events.add(event.amount?.thousandths)
        try events.add(event.amount?.currency)
        try events.store()
    }
}

extension RowWriter {
    /// A time in its three columns; how its zone came about is no content.
    fileprivate mutating func add(_ timestamp: Timestamp?) throws {
        try add(timestamp?.instant.milliseconds)
        try add(timestamp?.original)
        try add(timestamp?.zoneOrigin.rawValue, counts: false)
    }
}
