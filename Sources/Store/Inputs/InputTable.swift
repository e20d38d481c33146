package import Feedback
package import GRDB

/// One input as it was imported: what a source wrote, and how a person asked for it to be read.
package struct StoredInput: Hashable, Sendable {
    package let id: Int64
    /// SHA-256 of its bytes.
    package let inputHash: String
    package let source: String
    /// Path of the file when it was imported.
    package let file: String
    package let run: Int64
    /// How the user asked for it to be read, in JSON.
    package let choices: String
    package let byteCount: Int
    /// Changes with everything that decided what became of its rows; `nil` while its import has not ended.
    package let readBy: String?
    /// Whether its bytes are in the database, so that it can be read again.
    package let isKept: Bool
    /// Whether it was ever read to its end.
    package var wasRead: Bool { readBy != nil || byteCount > 0 }

    fileprivate init(_ row: Row) {
        id = row["id"]
        inputHash = row["inputHash"]
        source = row["source"]
        file = row["file"]
        run = row["runID"]
        choices = row["choices"]
        byteCount = row["byteCount"]
        readBy = row["readBy"]
        isKept = row["isKept"]
    }
}

/// The inputs of a workspace, with their bytes packed.
package enum InputTable {
    /// Begins the import of an input; pieces that a killed import left are forgotten.
    ///
    /// - Returns: its number, the same for the same bytes in the same source.
    package static func begin(
        _ inputHash: String,
        source: String,
        file: String,
        run: Int64,
        choices: String,
        at now: Instant,
        in db: Database
    ) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO input (inputHash, source, file, runID, importedAt, choices, byteCount, isKept)
                VALUES (?, ?, ?, ?, ?, ?, 0, 0)
                ON CONFLICT (inputHash, source) DO UPDATE SET choices = excluded.choices, readBy = NULL, isKept = 0
                """,
            arguments: [inputHash, source, file, run, now.milliseconds, choices]
        )
        let sql = "SELECT id FROM input WHERE inputHash = ? AND source = ?"
        let id = try Int64.fetchOne(db, sql: sql, arguments: [inputHash, source]) ?? 0
        try db.execute(sql: "DELETE FROM inputPiece WHERE inputID = ?", arguments: [id])
        return id
    }

    /// Keeps a piece of an input.
    package static func keep(_ piece: InputPiece, of input: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO inputPiece VALUES (?, ?, ?, ?)")
            .execute(arguments: [input, piece.position, piece.byteCount, piece.packed])
    }

    /// Keeps the rows by which the columns of an input are told; they go when its bytes do.
    package static func keep(sample: [UInt8], of input: Int64, in db: Database) throws {
        let piece = try InputPiece(sample, at: samplePosition)
        try db.execute(
            sql: "INSERT OR REPLACE INTO inputPiece VALUES (?, ?, ?, ?)",
            arguments: [input, piece.position, piece.byteCount, piece.packed]
        )
    }

    /// The rows by which the columns of an input are told; `nil` where none are kept.
    package static func sample(of input: Int64, in db: Database) throws -> [UInt8]? {
        try piece(of: input, at: samplePosition, in: db)
    }

    /// Where the sample of an input stands among its pieces: before its first byte.
    private static let samplePosition = -1

    /// Ends the import of an input.
    package static func end(
        _ input: Int64,
        readBy: String?,
        byteCount: Int,
        isKept: Bool,
        in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE input SET readBy = ?, byteCount = ?, isKept = ? WHERE id = ?",
            arguments: [readBy, byteCount, isKept, input]
        )
    }

    /// Names an input by the bytes that were read, where the file changed after it had been looked at.
    package static func correct(_ input: Int64, hash: String, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE OR REPLACE quarantine SET inputHash = :hash
                WHERE (inputHash, source) = (SELECT inputHash, source FROM input WHERE id = :id);
                UPDATE OR REPLACE droppedRow SET inputHash = :hash
                WHERE (inputHash, source) = (SELECT inputHash, source FROM input WHERE id = :id);
                UPDATE OR IGNORE input SET inputHash = :hash WHERE id = :id
                """,
            arguments: ["hash": hash, "id": input]
        )
    }

    /// Begins to read a kept input anew; killed before its end, it counts as unread.
    package static func beginAnew(_ input: Int64, in db: Database) throws {
        try db.execute(sql: "UPDATE input SET readBy = NULL WHERE id = ?", arguments: [input])
    }

    /// Gives an input and what came with it the name that its source has now.
    package static func rename(_ input: StoredInput, to source: String, in db: Database) throws {
        let arguments: StatementArguments = [source, input.id, input.source]
        for table in ["comment", "earlierVersion", "withdrawal", "withdrawnState"] {
            try db.execute(
                sql: "UPDATE OR IGNORE \(table) SET source = ? WHERE inputID = ? AND source = ?",
                arguments: arguments
            )
        }
        for table in ["quarantine", "ledger", "droppedRow"] {
            try db.execute(
                sql: "UPDATE OR IGNORE \(table) SET source = ? WHERE inputHash = ? AND source = ?",
                arguments: [source, input.inputHash, input.source]
            )
        }
        try db.execute(sql: "UPDATE OR IGNORE input SET source = ? WHERE id = ?", arguments: [source, input.id])
    }

    /// Takes down that a kept input was read anew.
    package static func note(_ input: Int64, readBy: String, choices: String, in db: Database) throws {
        try db.execute(
            sql: "UPDATE input SET readBy = ?, choices = ? WHERE id = ?",
            arguments: [readBy, choices, input]
        )
    }

    /// All inputs in the order of their first import.
    package static func all(in db: Database) throws -> [StoredInput] {
        try Row.fetchAll(db, sql: "SELECT * FROM input ORDER BY id").map(StoredInput.init)
    }

    /// The imports of the same bytes, oldest first.
    package static func inputs(withHash hash: String, in db: Database) throws -> [StoredInput] {
        try Row.fetchAll(db, sql: "SELECT * FROM input WHERE inputHash = ? ORDER BY id", arguments: [hash])
            .map(StoredInput.init)
    }

    /// The piece of an input that begins at an offset; `nil` behind the last.
    package static func piece(of input: Int64, at position: Int, in db: Database) throws -> [UInt8]? {
        let sql = "SELECT byteCount, bytes FROM inputPiece WHERE inputID = ? AND position = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [input, position]) else { return nil }
        return try PackedBytes.unpack(row["bytes"], count: row["byteCount"])
    }

    /// The sources of inputs that are kept as they came, in the order of their names.
    package static func sourcesWithBytes(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT source FROM input WHERE isKept = 1 ORDER BY source")
    }

    /// Forgets the bytes of a source's inputs that were imported before a moment; what was read of them stays.
    package static func forgetBytes(of source: String, before moment: Instant, in db: Database) throws {
        let condition = "source = ? AND isKept = 1 AND importedAt < ?"
        let arguments: StatementArguments = [source, moment.milliseconds]
        try db.execute(
            sql: "DELETE FROM inputPiece WHERE inputID IN (SELECT id FROM input WHERE \(condition))",
            arguments: arguments
        )
        try db.execute(sql: "UPDATE input SET isKept = 0 WHERE \(condition)", arguments: arguments)
    }
}
