import GRDB

extension Schema {
    /// What receivers of notices were told; a receiver is named by a digest of its address.
    static func keepNotices(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE noticeTarget (target TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
                CREATE TABLE notice (
                    target TEXT NOT NULL REFERENCES noticeTarget (target) ON DELETE CASCADE,
                    flagID TEXT NOT NULL,
                    state TEXT NOT NULL,
                    runID INTEGER NOT NULL,
                    PRIMARY KEY (target, flagID)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
