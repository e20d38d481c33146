import Feedback
package import GRDB

/// A comment as far as it matters for finding what is to be erased.
package struct ErasableComment: Sendable {
    package let id: Int64
    package let source: String
    package let externalID: String
    package let author: String?
    package let authorID: String?
}

/// A case as far as it matters for finding what is to be erased.
package struct ErasableCase: Sendable {
    package let id: Int64
    package let caseID: String
    package let customer: String?
    package let customerHandle: String?
}

/// Finds what is to be erased.
package enum ErasureQueries {
    /// Comments that a condition on their columns holds of, in the order of their rows.
    ///
    /// Reads all comments: an erasure is rare, and a name has many spellings.
    package static func comments(
        where isMeant: (ErasableComment) -> Bool,
        in db: Database
    ) throws -> [ErasableComment] {
        let sql = "SELECT id, source, externalID, author, authorID FROM comment ORDER BY id"
        let rows = try Row.fetchCursor(db, sql: sql)
        var found: [ErasableComment] = []
        while let row = try rows.next() {
            let comment = ErasableComment(
                id: row["id"],
                source: row["source"],
                externalID: row["externalID"],
                author: row["author"],
                authorID: row["authorID"]
            )
            if isMeant(comment) { found.append(comment) }
        }
        return found
    }

    /// Cases that a condition on their columns holds of, in the order of their rows.
    package static func cases(where isMeant: (ErasableCase) -> Bool, in db: Database) throws -> [ErasableCase] {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT id, caseID, customer, customerHandle FROM supportCase ORDER BY id"
        )
        var found: [ErasableCase] = []
        while let row = try rows.next() {
            let one = ErasableCase(
                id: row["id"],
                caseID: row["caseID"],
                customer: row["customer"],
                customerHandle: row["customerHandle"]
            )
            if isMeant(one) { found.append(one) }
        }
        return found
    }

    /// Files on the disk, as they were imported, from which the comments and cases came; in the order of their paths.
    package static func files(of comments: [Int64], cases: [Int64], in db: Database) throws -> [String] {
        var inputs: Set<Int64> = []
        for (table, ids) in [("comment", comments), ("supportCase", cases)] {
            for id in ids {
                let statement = try db.cachedStatement(sql: "SELECT inputID FROM \(table) WHERE id = ?")
                if let input = try Int64.fetchOne(statement, arguments: [id]) { inputs.insert(input) }
            }
        }
        let paths = try inputs.sorted().compactMap { input in
            try String.fetchOne(db, sql: "SELECT file FROM input WHERE id = ?", arguments: [input])
        }
        return Set(paths).sorted()
    }

    /// The bytes of rows in quarantine that hold one of some names.
    package static func quarantined(_ names: [String], in db: Database) throws -> [[UInt8]] {
        let ids = try Set(Erasure.quarantined(names, in: db))
        return try QuarantineTable.rows(in: db).filter { ids.contains($0.id) }.map(\.raw)
    }

    /// Comments and cases of others whose own words hold a name.
    package static func mentions(of name: String, in db: Database) throws -> Int {
        let comments = """
            SELECT count(*) FROM comment WHERE instr(text, :name) > 0 OR instr(coalesce(title, ''), :name) > 0
                OR instr(coalesce(replyText, ''), :name) > 0
            """
        let cases = """
            SELECT count(*) FROM supportCase WHERE instr(coalesce(subject, ''), :name) > 0 OR EXISTS (SELECT 1
                FROM caseEvent WHERE supportCaseID = supportCase.id AND instr(coalesce(note, ''), :name) > 0)
            """
        let arguments: StatementArguments = ["name": name]
        return (try Int.fetchOne(db, sql: comments, arguments: arguments) ?? 0)
            + (try Int.fetchOne(db, sql: cases, arguments: arguments) ?? 0)
    }
}
