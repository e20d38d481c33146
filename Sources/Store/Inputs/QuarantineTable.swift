package import Feedback
import FoundationEssentials
package import GRDB

/// Rows that could not be used, with the reason and their bytes.
package enum QuarantineTable {
    /// Keeps problems; the same row of the same input is kept once, however often it is imported.
    package static func store(_ problems: [RowProblem], source: String, inputHash: String, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO quarantine (inputHash, source, file, line, byte, reason, message, raw)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        )
        for problem in problems {
            try statement.execute(arguments: [
                inputHash, source, problem.file, problem.line, problem.byte, problem.reason.rawValue, problem.message,
                Data(problem.raw),
            ])
        }
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM quarantine") ?? 0
    }
}
