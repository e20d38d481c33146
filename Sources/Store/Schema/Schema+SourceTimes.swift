import GRDB

extension Schema {
    /// The newest time of each source in a row of its own, instead of an index over all comments.
    ///
    /// The triggers of this program fill it when they are made.
    static func keepSourceTimes(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE sourceTimes (
                    source TEXT NOT NULL PRIMARY KEY,
                    newest INTEGER,
                    isKnown INTEGER NOT NULL CHECK (isKnown IN (0, 1)),
                    undated INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                DROP INDEX commentNewest;
                """
        )
    }
}
