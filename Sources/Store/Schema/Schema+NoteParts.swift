import GRDB

extension Schema {
    /// From tokens to the comments whose threads hang on them, many in a row, where each was a row.
    static func keepNotesInParts(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE linkNote;
                CREATE TABLE linkNotePart (part INTEGER NOT NULL PRIMARY KEY, notes BLOB NOT NULL) STRICT;
                """
        )
        try LinkNoteTable.index(in: db)
    }
}
