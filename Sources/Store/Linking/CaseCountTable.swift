package import GRDB

/// How many cases have which value.
package enum CaseCountTable {
    /// Number of cases that have a value, 0 for an unknown one.
    package static func count(of value: UInt64, in db: Database) throws -> Int {
        Int(try NumberQuery.first("SELECT n FROM caseCount WHERE value = ?", [Int64(value)], in: db) ?? 0)
    }

    package static func set(_ value: UInt64, to count: Int, in db: Database) throws {
        if count > 0 {
            let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO caseCount VALUES (?, ?)")
            insert.setUncheckedArguments([Int64(value), count])
            try insert.execute()
        } else {
            try db.cachedStatement(sql: "DELETE FROM caseCount WHERE value = ?").execute(arguments: [Int64(value)])
        }
    }

    package static func clear(in db: Database) throws { try db.execute(sql: "DELETE FROM caseCount") }
}

/// How many cases have a brand of which sound, by script; grows with the brands and not with the comments.
package enum CaseBrandTable {
    /// Calls the body with every sound, script and number of cases.
    package static func forEach(in db: Database, _ body: (UInt64, UInt64, Int) -> Void) throws {
        for row in try Row.fetchAll(db, sql: "SELECT sound, script, n FROM caseBrand ORDER BY sound, script") {
            body(UInt64(bitPattern: row[0] as Int64), UInt64(bitPattern: row[1] as Int64), row[2])
        }
    }

    package static func set(sound: UInt64, script: UInt64, to count: Int, in db: Database) throws {
        let key = [Int64(bitPattern: sound), Int64(bitPattern: script)]
        if count > 0 {
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO caseBrand VALUES (?, ?, ?)")
                .execute(arguments: StatementArguments(key) + [count])
        } else {
            try db.cachedStatement(sql: "DELETE FROM caseBrand WHERE sound = ? AND script = ?")
                .execute(arguments: StatementArguments(key))
        }
    }

    package static func clear(in db: Database) throws { try db.execute(sql: "DELETE FROM caseBrand") }
}
