import GRDB

extension Schema {
    /// Rows that people took out of quarantine: they stay out when their input is read anew; and by what equal rows in
    /// quarantine are found.
    static func keepDroppedRows(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE droppedRow (
                    source TEXT NOT NULL,
                    inputHash TEXT NOT NULL,
                    high INTEGER NOT NULL,
                    low INTEGER NOT NULL,
                    PRIMARY KEY (source, inputHash, high, low)
                ) STRICT, WITHOUT ROWID;
                ALTER TABLE quarantine ADD COLUMN digest INTEGER;
                CREATE INDEX quarantineDigest ON quarantine (source, digest);
                """
        )
    }
}
