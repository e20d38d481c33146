import GRDB

extension Schema {
    /// How many listed comments are of one brand, channel, language and number of stars, with a case or without.
    ///
    /// The triggers of this program fill it when they are made.
    static func keepKinds(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE kindTally (
                    brand TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    language TEXT NOT NULL,
                    stars INTEGER NOT NULL,
                    isLinked INTEGER NOT NULL CHECK (isLinked IN (0, 1)),
                    n INTEGER NOT NULL,
                    PRIMARY KEY (brand, channel, language, stars, isLinked)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
