import GRDB

extension Schema {
    /// What the listed comments of a brand speak of, counted.
    ///
    /// The triggers of this program fill it when they are made.
    static func keepMentions(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE mentionTally (
                    brand TEXT NOT NULL,
                    praise INTEGER NOT NULL,
                    named INTEGER NOT NULL,
                    blame INTEGER NOT NULL,
                    signals INTEGER NOT NULL,
                    n INTEGER NOT NULL,
                    PRIMARY KEY (brand, praise, named, blame, signals)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
