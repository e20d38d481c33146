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

    /// Files on the disk, as they were imported, that brought the comments and cases or rows in quarantine that hold one
    /// of the marks; in the order of their paths.
    package static func files(
        of comments: [Int64],
        cases: [Int64],
        marks: ErasedMarks,
        in db: Database
    ) throws -> [String] {
        let inputs = try Erasure.inputs(of: comments, cases: cases, in: db)
            .union(Erasure.inputsInQuarantine(marks, in: db))
        let paths = try inputs.sorted().compactMap { input in
            try String.fetchOne(db, sql: "SELECT file FROM input WHERE id = ?", arguments: [input])
        }
        return Set(paths).sorted()
    }

    /// The bytes of rows in quarantine that hold one of the marks.
    package static func quarantined(_ marks: ErasedMarks, in db: Database) throws -> [[UInt8]] {
        let ids = try Set(Erasure.quarantined(marks, in: db))
        return try QuarantineTable.rows(in: db).filter { ids.contains($0.id) }.map(\.raw)
    }

    /// How many comments and cases of others hold one of the names in their own words.
    ///
    /// `comments`, `cases`: row ids of the erased, who may name themselves.
    package static func mentions(
        of marks: ErasedMarks,
        exceptIn comments: Set<Int64>,
        _ cases: Set<Int64>,
        in db: Database
    ) throws -> Int {
        if marks.names.isEmpty { return 0 }
        let ways = [
            ("SELECT id, text, title, replyText FROM comment", comments),
            ("SELECT id, subject FROM supportCase", cases),
            ("SELECT supportCaseID, note FROM caseEvent WHERE note IS NOT NULL", cases),
        ]
        var found: [Set<Int64>] = []
        for (sql, erased) in ways {
            var ids: Set<Int64> = []
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                let id: Int64 = row[0]
                if ids.contains(id) || erased.contains(id) { continue }
                let texts = (1..<row.count).compactMap { row[$0] as String? }
                if texts.contains(where: marks.isNamed) { ids.insert(id) }
            }
            found.append(ids)
        }
        return found[0].count + found[1].union(found[2]).count
    }
}
