package import GRDB

/// The handles that cases borrow from the same customer's other cases.
package enum LentHandleTable {
    package static func handle(of supportCaseID: Int64, in db: Database) throws -> UInt64? {
        let sql = "SELECT handle FROM lentHandle WHERE supportCaseID = ?"
        return try NumberQuery.first(sql, [supportCaseID], in: db).map { UInt64(bitPattern: $0) }
    }

    /// `nil` takes the handle away.
    package static func set(_ handle: UInt64?, of supportCaseID: Int64, in db: Database) throws {
        if let handle {
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO lentHandle VALUES (?, ?)")
                .execute(arguments: [supportCaseID, Int64(bitPattern: handle)])
        } else {
            try db.cachedStatement(sql: "DELETE FROM lentHandle WHERE supportCaseID = ?")
                .execute(arguments: [supportCaseID])
        }
    }

    package static func clear(in db: Database) throws { try db.execute(sql: "DELETE FROM lentHandle") }
}
