package import GRDB

/// What each receiver of notices was told of each flag, so that it is told once.
package enum NoticeTable {
    /// What a receiver was told last, by flag; `nil` for a receiver that was never told anything.
    package static func told(to target: String, in db: Database) throws -> [String: String]? {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT flagID, state FROM notice WHERE target = ?",
            arguments: [target]
        )
        let isKnown = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM noticeTarget WHERE target = ?)",
            arguments: [target]
        )
        guard isKnown == true else { return nil }
        return Dictionary(rows.map { ($0["flagID"], $0["state"]) }) { first, _ in first }
    }

    /// Takes down what a receiver was told in a run; `states`: by flag.
    package static func record(_ states: [String: String], target: String, run: Int64, in db: Database) throws {
        try db.execute(sql: "INSERT OR IGNORE INTO noticeTarget VALUES (?)", arguments: [target])
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO notice (target, flagID, state, runID) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET state = excluded.state, runID = excluded.runID
                """
        )
        for (flag, state) in states.sorted(by: { $0.key < $1.key }) {
            try insert.execute(arguments: [target, flag, state, run])
        }
    }
}
