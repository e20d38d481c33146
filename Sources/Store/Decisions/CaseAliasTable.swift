package import Feedback
package import GRDB

/// The cases that people have put together: the one that stands for each of them, as of the last linking.
package enum CaseAliasTable {
    /// Replaces all of them.
    ///
    /// `roots`: by case id.
    package static func store(_ roots: [String: String], in db: Database) throws {
        let stored = try self.roots(in: db)
        let delete = try db.cachedStatement(sql: "DELETE FROM caseAlias WHERE caseID = ?")
        let insert = try db.cachedStatement(sql: "INSERT INTO caseAlias VALUES (?, ?)")
        for (caseID, root) in stored where roots[caseID] != root { try delete.execute(arguments: [caseID]) }
        for (caseID, root) in roots where stored[caseID] != root { try insert.execute(arguments: [caseID, root]) }
    }

    /// The case that stands for each one that was merged, by case id.
    package static func roots(in db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT caseID, rootCaseID FROM caseAlias")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// Row ids of the cases that are no others to a case: itself, the one under whose name it goes, and all that go under
    /// the name of another.
    package static func rows(notBeside caseID: String, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT id FROM supportCase WHERE caseID IN (
                SELECT caseID FROM caseAlias UNION ALL SELECT rootCaseID FROM caseAlias WHERE caseID = :case
                UNION ALL SELECT :case)
            """
        return try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: ["case": caseID])
    }

    /// A case with what the cases tell that go under its name.
    package static func whole(_ supportCase: SupportCase, in db: Database) throws -> SupportCase {
        let sql = "SELECT caseID FROM caseAlias WHERE rootCaseID = ? ORDER BY caseID"
        return try String.fetchAll(db, sql: sql, arguments: [supportCase.caseID]).reduce(supportCase) { whole, member in
            try CaseTable.supportCase(member, in: db).map(whole.joined) ?? whole
        }
    }
}
