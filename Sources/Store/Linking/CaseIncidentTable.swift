package import GRDB
import GRDBSQLite

/// From what cases tell of their incidents to the cases that tell it.
///
/// Tokens and cases are numbers: what they are made of is the linker's.
package enum CaseIncidentTable {
    /// How many cases have a token.
    package static func count(of token: UInt64, in db: Database) throws -> Int {
        let sql = "SELECT count(*) FROM caseIncident WHERE token = ?"
        return Int(try NumberQuery.first(sql, [Int64(token)], in: db) ?? 0)
    }

    /// Row ids of the cases that have a token, ascending, with those that went since the last linking.
    package static func rows(of token: UInt64, in db: Database) throws -> [Int64] {
        try NumberQuery.all("SELECT supportCaseID FROM caseIncident WHERE token = ?", [Int64(token)], in: db)
    }

    /// Row ids of the cases that have a token, ascending; a case that went since the last linking is none.
    package static func holders(of token: UInt64, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT supportCase.id FROM caseIncident CROSS JOIN supportCase ON supportCase.id = supportCaseID
            WHERE token = ?
            """
        return try NumberQuery.all(sql, [Int64(token)], in: db)
    }

    /// Row ids of the first cases, by case id, that have a token.
    package static func holders(of token: UInt64, limit: Int, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT supportCase.id FROM caseIncident CROSS JOIN supportCase ON supportCase.id = supportCaseID
            WHERE token = ? ORDER BY caseID LIMIT ?
            """
        return try NumberQuery.all(sql, [Int64(token), Int64(limit)], in: db)
    }

    /// Row ids of those of some cases that have a token.
    package static func holders(
        of token: UInt64,
        among supportCaseIDs: some Sequence<Int64>,
        in db: Database
    ) throws -> [Int64] {
        let sql = """
            SELECT supportCaseID FROM json_each(?) AS asked
            CROSS JOIN caseIncident ON token = ? AND supportCaseID = asked.value
            """
        var found: [Int64] = []
        let part = SQLPart(sql, [IDList.text(of: Array(supportCaseIDs)), Int64(token)])
        try NumberQuery.forEach(part, in: db) { row in
            found.append(sqlite3_column_int64(row, 0))
            return true
        }
        return found
    }

    /// Adds a case to the holders of tokens.
    package static func add(_ tokens: some Sequence<UInt64>, of supportCaseID: Int64, in db: Database) throws {
        try add(tokens.map { ($0, supportCaseID) }, in: db)
    }

    /// Adds holders of tokens; many at once come faster in the order of the tokens.
    package static func add(_ holders: [(token: UInt64, supportCaseID: Int64)], in db: Database) throws {
        var rows = try RowWriter("INSERT INTO caseIncident VALUES (?, ?)", in: db)
        for (token, supportCaseID) in holders {
            try rows.add(token)
            try rows.add(supportCaseID, counts: false)
            try rows.store()
        }
    }

    package static func remove(_ tokens: some Sequence<UInt64>, of supportCaseID: Int64, in db: Database) throws {
        let sql = "DELETE FROM caseIncident WHERE token = ? AND supportCaseID = ?"
        for token in tokens { _ = try NumberQuery.first(sql, [Int64(token), supportCaseID], in: db) }
    }

    package static func clear(in db: Database) throws { try db.execute(sql: "DELETE FROM caseIncident") }
}
