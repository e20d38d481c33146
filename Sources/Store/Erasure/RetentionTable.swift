package import Feedback
package import GRDB

/// What the days of keeping of a source took away in a run.
package struct RetentionRecord: Hashable, Sendable, Encodable {
    package let source: String
    package let keepDays: Int
    package var comments: Int
    package var cases: Int
    /// Rows in quarantine.
    package var quarantined: Int
    /// Inputs whose bytes as they came are gone.
    package var inputs: Int

    package init(
        source: String,
        keepDays: Int,
        comments: Int = 0,
        cases: Int = 0,
        quarantined: Int = 0,
        inputs: Int = 0
    ) {
        self.source = source
        self.keepDays = keepDays
        self.comments = comments
        self.cases = cases
        self.quarantined = quarantined
        self.inputs = inputs
    }

    package var isEmpty: Bool { comments + cases + quarantined + inputs == 0 }
}

/// What of a source is older than it is kept.
package struct ExpiredRows: Hashable, Sendable {
    /// Row ids.
    package let comments: [Int64]
    package let cases: [Int64]
    package let quarantined: [Int64]
    /// Kept inputs that may repeat such rows.
    package let inputs: [Int64]

    package var isEmpty: Bool { comments.isEmpty && cases.isEmpty && quarantined.isEmpty && inputs.isEmpty }
}

/// The days of keeping.
package enum RetentionTable {
    /// What of a source was written before a moment; what has no time counts from its import.
    package static func expired(_ source: String, before moment: Instant, in db: Database) throws -> ExpiredRows {
        let arguments: StatementArguments = ["source": source, "moment": moment.milliseconds]
        func ids(_ sql: String) throws -> [Int64] { try Int64.fetchAll(db, sql: sql, arguments: arguments) }
        let imported = "(SELECT importedAt FROM input WHERE id = inputID)"
        // In two parts, so that the index of times finds the first.
        func old(_ column: String, in table: String) -> String {
            """
            SELECT \(column) FROM \(table) WHERE source = :source AND postedAt < :moment
            UNION ALL SELECT \(column) FROM \(table) WHERE source = :source AND postedAt IS NULL AND \(imported) < :moment
            """
        }
        let comments = try ids(old("id", in: "comment")).sorted()
        let cases = try ids(
            """
            SELECT id FROM supportCase WHERE inputID IN (SELECT id FROM input WHERE source = :source)
                AND coalesce(closedAt, openedAt, \(imported)) < :moment ORDER BY id
            """
        )
        let quarantined = try ids(
            """
            SELECT id FROM quarantine WHERE source = :source AND EXISTS (SELECT 1 FROM input
                WHERE input.inputHash = quarantine.inputHash AND importedAt < :moment) ORDER BY id
            """
        )
        let isOlder = "importedAt < :moment"
        // An input that repeated rows of others when it was first read may hold any of them.
        let repeats = """
            EXISTS (SELECT 1 FROM ledger WHERE ledger.inputHash = input.inputHash AND duplicate + updated > 0
                AND id = (SELECT min(id) FROM ledger AS first WHERE first.inputHash = input.inputHash))
            """
        let brings = ["comment", "earlierVersion"].map { "input.id IN (\(old("inputID", in: $0)))" }
        let conditions = [isOlder] + brings + (comments.isEmpty ? [] : [repeats])
        let condition = "(\(conditions.joined(separator: " OR ")))"
        return ExpiredRows(
            comments: comments,
            cases: cases,
            quarantined: quarantined,
            inputs: try ids("SELECT id FROM input WHERE source = :source AND isKept = 1 AND \(condition) ORDER BY id")
        )
    }

    /// Takes down what went; a run that goes on after it was killed adds to it.
    package static func add(_ record: RetentionRecord, run: Int64, in db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO retention VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                run, record.source, record.keepDays, record.comments, record.cases, record.quarantined, record.inputs,
            ]
        )
    }

    /// What went in a run, in the order of the sources.
    package static func records(of run: Int64, in db: Database) throws -> [RetentionRecord] {
        let sql = "SELECT * FROM retention WHERE runID = ? ORDER BY source"
        return try Row.fetchAll(db, sql: sql, arguments: [run]).map {
            RetentionRecord(
                source: $0["source"],
                keepDays: $0["keepDays"],
                comments: $0["comments"],
                cases: $0["cases"],
                quarantined: $0["quarantined"],
                inputs: $0["inputs"]
            )
        }
    }

    /// Forgets what people wrote at their decisions about comments.
    package static func forgetNotes(of comments: [Int64], in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE reviewDecision SET note = NULL WHERE note IS NOT NULL
                    AND (source, externalID) = (SELECT source, externalID FROM comment WHERE id = ?)
                """
        )
        for id in comments { try statement.execute(arguments: [id]) }
    }
}
