import Feedback
package import GRDB

/// What an erasure removes.
package struct ErasureCounts: Hashable, Sendable, Encodable {
    package var comments = 0
    package var cases = 0
    /// Rows in quarantine that hold one of the names.
    package var quarantined = 0
    /// Inputs whose kept bytes go, since they hold the rows as they came.
    package var inputs = 0

    package init() {}
}

/// Removes comments and cases with everything that was made of them or kept beside them.
package enum Erasure {
    /// What ``remove(comments:cases:marks:in:)`` would remove.
    package static func rehearse(
        comments: [Int64],
        cases: [Int64],
        marks: ErasedMarks,
        in db: Database
    ) throws -> ErasureCounts {
        var counts = ErasureCounts()
        counts.comments = comments.count
        counts.cases = cases.count
        counts.quarantined = try quarantined(marks, in: db).count
        counts.inputs = try inputs(of: comments, cases: cases, in: db)
            .union(inputsInQuarantine(marks, in: db)).count
        return counts
    }

    /// Removes them.
    ///
    /// `marks`: what tells the erased; rows in quarantine that hold one go too.
    package static func remove(
        comments: [Int64],
        cases: [Int64],
        marks: ErasedMarks,
        in db: Database
    ) throws -> ErasureCounts {
        let counts = try rehearse(comments: comments, cases: cases, marks: marks, in: db)
        // Zeros are written over what is removed: https://www.sqlite.org/pragma.html#pragma_secure_delete
        try db.execute(sql: "PRAGMA secure_delete = ON")
        let inputs = try inputs(of: comments, cases: cases, in: db).union(inputsInQuarantine(marks, in: db))
        for id in comments {
            try CommentVersions.forgetDerived(id, in: db)
            try WithdrawalTable.forget(comment: id, in: db)
            for (table, column) in [("earlySign", "commentID"), ("earlierVersion", "commentID"), ("comment", "id")] {
                try db.cachedStatement(sql: "DELETE FROM \(table) WHERE \(column) = ?").execute(arguments: [id])
            }
        }
        for id in cases {
            try db.cachedStatement(sql: "DELETE FROM caseEvent WHERE supportCaseID = ?").execute(arguments: [id])
            try db.cachedStatement(sql: "DELETE FROM supportCase WHERE id = ?").execute(arguments: [id])
        }
        try LikestCaseFact.forget(in: db)
        try KeptReportTable.forget(in: db)
        try QuarantineTable.drop(quarantined(marks, in: db), in: db)
        for input in inputs {
            try db.execute(sql: "DELETE FROM inputPiece WHERE inputID = ?", arguments: [input])
            try db.execute(sql: "UPDATE input SET isKept = 0 WHERE id = ?", arguments: [input])
        }
        try DroppedRowTable.forgetUnkept(in: db)
        return counts
    }

    /// Forgets the bytes of an input that brought something erased.
    package static func forgetBytes(of input: Int64, in db: Database) throws {
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.execute(sql: "DELETE FROM inputPiece WHERE inputID = ?", arguments: [input])
        try db.execute(sql: "UPDATE input SET isKept = 0 WHERE id = ?", arguments: [input])
        try DroppedRowTable.forgetUnkept(in: db)
    }

    static func inputs(of comments: [Int64], cases: [Int64], in db: Database) throws -> Set<Int64> {
        var inputs: Set<Int64> = []
        let ways = [
            ("SELECT inputID FROM comment WHERE id = ?", comments),
            ("SELECT inputID FROM earlierVersion WHERE commentID = ?", comments),
            ("SELECT inputID FROM supportCase WHERE id = ?", cases),
        ]
        for (sql, ids) in ways {
            for id in ids {
                let found = try Optional<Int64>.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
                inputs.formUnion(found.compactMap { $0 })
            }
        }
        return inputs
    }

    static func quarantined(_ marks: ErasedMarks, in db: Database) throws -> [Int64] {
        var found = Set(try QuarantineTable.rows(in: db).filter(marks.areHeld).map(\.id))
        for mark in marks.ids.sorted() {
            let sql = "SELECT id FROM quarantine WHERE externalID = :id AND (:source IS NULL OR source = :source)"
            found.formUnion(try Int64.fetchAll(db, sql: sql, arguments: ["id": mark.id, "source": mark.source]))
        }
        return found.sorted()
    }

    static func inputsInQuarantine(_ marks: ErasedMarks, in db: Database) throws -> Set<Int64> {
        var found: Set<Int64> = []
        for row in try quarantined(marks, in: db) {
            let sql = """
                SELECT input.id FROM input JOIN quarantine ON quarantine.inputHash = input.inputHash
                WHERE quarantine.id = ?
                """
            found.formUnion(try Int64.fetchAll(db, sql: sql, arguments: [row]))
        }
        return found
    }
}
