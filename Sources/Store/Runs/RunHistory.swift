package import Feedback
package import GRDB

/// What a run did, as it is remembered.
package struct RunRecord: Sendable {
    /// Wall time of a stage.
    package struct Stage: Hashable, Sendable {
        package let name: String
        package let milliseconds: Int

        package init(name: String, milliseconds: Int) {
            self.name = name
            self.milliseconds = milliseconds
        }
    }

    package let id: Int64
    package let command: String
    package let startedAt: Instant
    /// `nil` for a run that goes on or was killed.
    package let finishedAt: Instant?
    package let status: RunTable.Status
    /// In the order of the work.
    package let stages: [Stage]
    /// What went wrong, in words.
    package let problems: [String]
    /// What the run read, a line a file.
    package let ledger: [LedgerEntry]
    /// What was older than it is kept, a line a source.
    package let retention: [RetentionRecord]
}

/// Runs as they are remembered.
package enum RunHistory {
    /// Problems of a run that are kept.
    private static let mostProblems = 1_000

    /// Takes down how a run went; doing it again replaces what was taken down.
    package static func record(
        _ run: Int64,
        stages: [RunRecord.Stage],
        problems: [String],
        in db: Database
    ) throws {
        for table in ["runStage", "runProblem"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE runID = ?", arguments: [run])
        }
        for (position, stage) in stages.enumerated() {
            let values: StatementArguments = [run, position, stage.name, stage.milliseconds]
            try db.execute(sql: "INSERT INTO runStage VALUES (?, ?, ?, ?)", arguments: values)
        }
        for (position, problem) in problems.prefix(mostProblems).enumerated() {
            try db.execute(sql: "INSERT INTO runProblem VALUES (?, ?, ?)", arguments: [run, position, problem])
        }
    }

    /// The latest runs, newest first.
    package static func latest(_ count: Int, in db: Database) throws -> [RunRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [count])
            .map { try record($0, in: db) }
    }

    /// - Returns: `nil` when there is no run of the number.
    package static func run(_ id: Int64, in db: Database) throws -> RunRecord? {
        try Row.fetchOne(db, sql: "SELECT * FROM run WHERE id = ?", arguments: [id]).map { try record($0, in: db) }
    }

    /// The moments at which something new or changed came of a source, newest first.
    package static func arrivals(of source: String, latest count: Int, in db: Database) throws -> [Instant] {
        let sql = """
            SELECT DISTINCT startedAt FROM ledger JOIN run ON run.id = runID
            WHERE source = ? AND stored + updated > 0 ORDER BY startedAt DESC LIMIT ?
            """
        return try Int64.fetchAll(db, sql: sql, arguments: [source, count]).map(Instant.init(milliseconds:))
    }

    private static func record(_ row: Row, in db: Database) throws -> RunRecord {
        let id: Int64 = row["id"]
        let finishedAt: Int64? = row["finishedAt"]
        let stages = "SELECT stage, milliseconds FROM runStage WHERE runID = ? ORDER BY position"
        let problems = "SELECT problem FROM runProblem WHERE runID = ? ORDER BY position"
        return RunRecord(
            id: id,
            command: row["command"],
            startedAt: Instant(milliseconds: row["startedAt"]),
            finishedAt: finishedAt.map(Instant.init(milliseconds:)),
            // The column holds nothing else.
            status: RunTable.Status(rawValue: row["status"]) ?? .interrupted,
            stages: try Row.fetchAll(db, sql: stages, arguments: [id]).map {
                RunRecord.Stage(name: $0["stage"], milliseconds: $0["milliseconds"])
            },
            problems: try String.fetchAll(db, sql: problems, arguments: [id]),
            ledger: try RunTable.ledger(of: id, in: db),
            retention: try RetentionTable.records(of: id, in: db)
        )
    }
}
