import GRDB

extension Schema {
    /// Tables for the sums of the content, and journals of what changed since the last measuring.
    ///
    /// Voices are made once more, with what their cells and their members are counted by.
    static func keepSums(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE contentSum (
                    name TEXT NOT NULL PRIMARY KEY,
                    rowCount INTEGER NOT NULL,
                    sum BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE touchedComment (commentID INTEGER NOT NULL PRIMARY KEY) STRICT;
                CREATE TABLE touchedCase (caseID TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
                CREATE TABLE touchedVoice (voiceID INTEGER NOT NULL PRIMARY KEY) STRICT;
                ALTER TABLE voice ADD COLUMN memberSum INTEGER;
                ALTER TABLE voice ADD COLUMN customerCode INTEGER;
                ALTER TABLE voice ADD COLUMN day INTEGER;
                ALTER TABLE voice ADD COLUMN rating INTEGER;
                ALTER TABLE voice ADD COLUMN answers TEXT;
                CREATE INDEX voiceCustomer ON voice (brand, customerCode);
                CREATE INDEX scoreScorer ON score (scorerID);
                CREATE TABLE supportDay (
                    brand TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    voices INTEGER NOT NULL,
                    sum INTEGER NOT NULL,
                    PRIMARY KEY (brand, day)
                ) STRICT, WITHOUT ROWID;
                DELETE FROM fact WHERE name = 'measure worked on';
                """
        )
    }
}
