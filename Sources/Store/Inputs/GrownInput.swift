package import GRDB

/// An input that holds all bytes of an earlier one of the same file, and more.
package enum GrownInput {
    /// The latest import of a file before another one; `nil` when there is none.
    package static func earlier(than input: Int64, source: String, file: String, in db: Database) throws -> StoredInput?
    {
        try InputTable.all(in: db).last { $0.source == source && $0.file == file && $0.id != input && $0.byteCount > 0 }
    }

    /// Forgets the comment that was made of a row which stood half written at the end of the earlier input.
    ///
    /// `byte`: offset of the row in both inputs.
    /// - Returns: Whether there was one.
    @discardableResult
    package static func forgetCutOffRow(
        of earlier: StoredInput,
        at byte: Int,
        grownTo input: Int64,
        in db: Database
    ) throws -> Bool {
        let sql = """
            SELECT old.id FROM comment AS old JOIN comment AS new ON new.inputID = :new AND new.byte = old.byte
            WHERE old.inputID = :old AND old.byte = :byte AND new.rowDigest != old.rowDigest
            """
        let arguments: StatementArguments = ["new": input, "old": earlier.id, "byte": byte]
        guard let id = try Int64.fetchOne(db, sql: sql, arguments: arguments) else { return false }
        return try CommentVersions.remove(id, in: db)
    }
}
