import GRDB

extension Schema {
    /// What keeps the erased away, and what they leave in the series.
    static func keepTombstones(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE erasure (
                    id INTEGER PRIMARY KEY,
                    kind TEXT NOT NULL CHECK (kind IN ('author', 'comment', 'case', 'source')),
                    erasedAt INTEGER NOT NULL,
                    comments INTEGER NOT NULL,
                    cases INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE tombstone (
                    hash TEXT NOT NULL PRIMARY KEY,
                    erasureID INTEGER NOT NULL REFERENCES erasure (id) ON DELETE CASCADE
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
