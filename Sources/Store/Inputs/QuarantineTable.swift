import Crypto
package import Feedback
import FoundationEssentials
package import GRDB

/// A row in quarantine.
package struct QuarantinedRow: Hashable, Sendable {
    package let id: Int64
    package let inputHash: String
    package var source: String
    package var file: String
    /// Line of its first byte, from 1.
    package let line: Int
    /// Offset of its first byte, from 0.
    package let byte: Int
    package let reason: String
    package let message: String
    /// The row as it was read, cut at a bound.
    package var raw: [UInt8]

    fileprivate init(_ row: Row) {
        id = row["id"]
        inputHash = row["inputHash"]
        source = row["source"]
        file = row["file"]
        line = row["line"]
        byte = row["byte"]
        reason = row["reason"]
        message = row["message"]
        raw = Array(row["raw"] as Data)
    }
}

/// Rows that could not be used, with the reason and their bytes.
package enum QuarantineTable {
    /// Keeps problems: as many equal rows of a source as the input has that has the most of them.
    ///
    /// A row that another input brought too is kept where it came last, so that overlapping files add nothing.
    package static func store(_ problems: [RowProblem], source: String, inputHash: String, in db: Database) throws {
        let move = try db.cachedStatement(
            sql: """
                UPDATE OR IGNORE quarantine SET inputHash = :hash, file = :file, line = :line, byte = :byte,
                    message = :message, externalID = :id
                WHERE id = (SELECT id FROM quarantine WHERE source = :source AND digest = :digest AND reason = :reason
                    AND raw = :raw AND inputHash != :hash ORDER BY id LIMIT 1)
                """
        )
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO quarantine (inputHash, source, file, line, byte, reason, message, raw, externalID, digest)
                VALUES (:hash, :source, :file, :line, :byte, :reason, :message, :raw, :id, :digest)
                ON CONFLICT DO NOTHING
                """
        )
        for problem in problems {
            let arguments: StatementArguments = [
                "hash": inputHash, "source": source, "file": problem.file, "line": problem.line, "byte": problem.byte,
                "reason": problem.reason.rawValue, "message": problem.message, "raw": Data(problem.raw),
                "id": problem.externalID, "digest": digest(of: problem.raw),
            ]
            try move.execute(arguments: arguments)
            if db.changesCount == 0 { try insert.execute(arguments: arguments) }
        }
    }

    /// By which equal rows are found: the first bytes of their SHA-256.
    private static func digest(of row: [UInt8]) -> Int64 {
        SHA256.hash(data: row).withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
    }

    /// Forgets the rows of an input that is about to be read again.
    package static func clear(inputHash: String, source: String, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM quarantine WHERE inputHash = ? AND source = ?",
            arguments: [inputHash, source]
        )
    }

    /// Forgets the rows that came in mended.
    ///
    /// A row with an id is mended when a comment of its id is there now that another input brought, whichever of the two
    /// came first. One without is mended when the same file was read anew and nothing is wrong in its line now; `input`:
    /// the input that was read; `lastLine`: the last line that was read.
    package static func clearMended(
        file: String,
        source: String,
        inputHash: String,
        input: Int64,
        lastLine: Int,
        in db: Database
    ) throws {
        try db.execute(
            sql: """
                DELETE FROM quarantine AS old WHERE source = :source AND (
                    externalID IS NOT NULL AND EXISTS (SELECT 1 FROM comment
                        WHERE comment.source = old.source AND comment.externalID = old.externalID
                        AND (old.inputHash != :hash OR comment.inputID IS NOT :input))
                    OR externalID IS NULL AND inputHash != :hash AND file = :file AND line <= :last
                    AND NOT EXISTS (SELECT 1 FROM quarantine AS new
                        WHERE new.inputHash = :hash AND new.line = old.line))
                """,
            arguments: ["source": source, "hash": inputHash, "input": input, "file": file, "last": lastLine]
        )
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM quarantine") ?? 0
    }

    /// The rows in the order of source, file and place.
    ///
    /// `name`: number of a row, a reason, a source or the end of a file's path; `nil` for all.
    package static func rows(_ name: String? = nil, in db: Database) throws -> [QuarantinedRow] {
        let sql = "SELECT * FROM quarantine ORDER BY source, file, byte, reason"
        let rows = try Row.fetchAll(db, sql: sql).map(QuarantinedRow.init)
        guard let name else { return rows }
        return rows.filter { row in
            [String(row.id), row.reason, row.source, row.file].contains(name) || row.file.hasSuffix("/" + name)
        }
    }

    /// Forgets rows for good.
    package static func drop(_ ids: [Int64], in db: Database) throws {
        for id in ids {
            try db.cachedStatement(sql: "DELETE FROM quarantine WHERE id = ?").execute(arguments: [id])
        }
    }
}
