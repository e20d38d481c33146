package import Feedback
package import GRDB

/// What the ledger of flags knows of one flag, over all nights.
package struct FlagRecord: Codable, Sendable {
    /// Stays the same for life, such as `Lotte/support/2014-03`.
    package var id: String
    package var ledgerID: String
    package var series: String
    package var kind: String
    /// −1 for a fall, 1 for a rise.
    package let direction: Int
    /// Months, weeks or quarters since the one that holds 1970-01-01.
    package var month: Int
    package var low: Int
    package var high: Int
    /// Basis points.
    package var difference: Double
    package var state: FlagState
    /// Number of the run that found it first.
    package let firstReported: Int
    /// As-of of that run.
    package let firstReportedAt: String
    /// Number of the last run that found it.
    package var lastSeen: Int
    /// The first run that told it as a flag of its own; `nil` for a facet's part in another flag.
    package var toldIn: Int?
    /// When a person acknowledged it, in the zone of the workspace.
    package var acknowledgedAt: String?
    /// What that person wrote.
    package var note: String?
    /// Who looks after it.
    package var assignee: String?

    package init(
        id: String,
        ledgerID: String,
        series: String,
        kind: String,
        direction: Int,
        month: Int,
        low: Int,
        high: Int,
        difference: Double,
        state: FlagState,
        firstReported: Int,
        firstReportedAt: String,
        lastSeen: Int,
        toldIn: Int? = nil,
        acknowledgedAt: String? = nil,
        note: String? = nil,
        assignee: String? = nil
    ) {
        self.id = id
        self.ledgerID = ledgerID
        self.series = series
        self.kind = kind
        self.direction = direction
        self.month = month
        self.low = low
        self.high = high
        self.difference = difference
        self.state = state
        self.firstReported = firstReported
        self.firstReportedAt = firstReportedAt
        self.lastSeen = lastSeen
        self.toldIn = toldIn
        self.acknowledgedAt = acknowledgedAt
        self.note = note
        self.assignee = assignee
    }
}

/// The ledger of flags.
///
/// No part of the content that is hashed: when a flag was first reported, and who has seen it, depends on nights and
/// people, not on the comments.
package enum FlagLedgerTable {
    /// Forgets what people wrote at flags where a condition holds of it; that they saw the flag stays.
    package static func forgetNotes(where isMeant: (String) -> Bool, in db: Database) throws {
        for row in try Row.fetchAll(
            db,
            sql: "SELECT position, note FROM flagRecord WHERE note IS NOT NULL ORDER BY position"
        )
        where isMeant(row["note"]) {
            try db.execute(
                sql: "UPDATE flagRecord SET note = NULL WHERE position = ?",
                arguments: [row["position"] as Int64]
            )
        }
    }

    /// All flags that were ever found, in the order in which they were.
    package static func all(in db: Database) throws -> [FlagRecord] {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM flagRecord ORDER BY position")
        return try Array(rows.map(record))
    }

    private static func record(_ row: Row) -> FlagRecord {
        FlagRecord(
            id: row["id"],
            ledgerID: row["ledgerID"],
            series: row["series"],
            kind: row["kind"],
            direction: row["direction"],
            month: row["period"],
            low: row["low"],
            high: row["high"],
            difference: row["difference"],
            // The column holds nothing else.
            state: FlagState(rawValue: row["state"]) ?? .ongoing,
            firstReported: row["firstReported"],
            firstReportedAt: row["firstReportedAt"],
            lastSeen: row["lastSeen"],
            toldIn: row["toldIn"],
            acknowledgedAt: row["acknowledgedAt"],
            note: row["note"],
            assignee: row["assignee"]
        )
    }

    /// Puts these in the place of all that were there.
    package static func replace(_ records: [FlagRecord], in db: Database) throws {
        try db.execute(sql: "DELETE FROM flagRecord")
        let sql = """
            INSERT INTO flagRecord (position, id, ledgerID, series, kind, direction, period, low, high, difference, state,
                firstReported, firstReportedAt, lastSeen, toldIn, acknowledgedAt, note, assignee)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        for (position, record) in records.enumerated() {
            try db.cachedStatement(sql: sql).execute(arguments: [
                position, record.id, record.ledgerID, record.series, record.kind, record.direction, record.month,
                record.low, record.high, record.difference, record.state.rawValue, record.firstReported,
                record.firstReportedAt, record.lastSeen, record.toldIn, record.acknowledgedAt, record.note,
                record.assignee,
            ])
        }
    }
}
