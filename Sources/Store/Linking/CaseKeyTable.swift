package import GRDB

/// From the keys by which comments look for cases to the cases that have them.
///
/// Keys and cases are numbers: what they are made of is the linker's.
package enum CaseKeyTable {
    /// Row ids of the cases that have a key, ascending; `nil` where more than `limit` have it.
    package static func holders(of key: UInt64, limit: Int, in db: Database) throws -> [Int64]? {
        let sql = "SELECT supportCaseID FROM caseKey WHERE key = ? ORDER BY supportCaseID LIMIT ?"
        let found = try NumberQuery.all(sql, [Int64(key), Int64(limit) + 1], in: db)
        return found.count > limit ? nil : found
    }

    /// Adds a case to the holders of keys.
    package static func add(_ keys: some Sequence<UInt64>, of supportCaseID: Int64, in db: Database) throws {
        try append(keys.map { ($0, supportCaseID) }, in: db)
    }

    /// Adds pairs of keys and cases; fast where they come in order.
    package static func append(_ rows: [(key: UInt64, supportCaseID: Int64)], in db: Database) throws {
        var writer = try RowWriter("INSERT INTO caseKey VALUES (?, ?)", in: db)
        for (key, supportCaseID) in rows {
            try writer.add(key)
            try writer.add(supportCaseID, counts: false)
            try writer.store()
        }
    }

    package static func remove(_ keys: some Sequence<UInt64>, of supportCaseID: Int64, in db: Database) throws {
        let sql = "DELETE FROM caseKey WHERE key = ? AND supportCaseID = ?"
        for key in keys { _ = try NumberQuery.first(sql, [Int64(key), supportCaseID], in: db) }
    }

    package static func clear(in db: Database) throws { try db.execute(sql: "DELETE FROM caseKey") }
}

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
