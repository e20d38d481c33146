import GRDB

extension Schema {
    /// Rows that take comments back, and the states of comments that they took.
    static func keepWithdrawals(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE withdrawal (
                    source TEXT NOT NULL,
                    externalID TEXT NOT NULL,
                    inputID INTEGER NOT NULL,
                    byte INTEGER NOT NULL,
                    changedAt INTEGER,
                    PRIMARY KEY (source, externalID, inputID, byte)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX withdrawalInput ON withdrawal (inputID);
                CREATE TABLE withdrawnState (
                    source TEXT NOT NULL,
                    externalID TEXT NOT NULL,
                    rowDigest INTEGER NOT NULL,
                    inputID INTEGER NOT NULL,
                    byte INTEGER NOT NULL,
                    PRIMARY KEY (source, externalID, rowDigest)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX withdrawnStateInput ON withdrawnState (inputID);
                """
        )
    }
}
