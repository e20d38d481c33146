import GRDB

extension Schema {
    /// Of which product and version a voice speaks, sums by version, and lists of comments chosen by both.
    ///
    /// The next measuring fills them.
    static func keepVersions(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE voice ADD COLUMN product TEXT;
                ALTER TABLE voice ADD COLUMN version TEXT;
                ALTER TABLE listedComment ADD COLUMN product TEXT;
                ALTER TABLE listedComment ADD COLUMN version TEXT;
                ALTER TABLE flag ADD COLUMN product TEXT;
                CREATE TABLE versionSum (
                    brand TEXT NOT NULL,
                    product TEXT NOT NULL,
                    version TEXT NOT NULL,
                    firstDay INTEGER NOT NULL,
                    lastDay INTEGER NOT NULL,
                    voices INTEGER NOT NULL,
                    n INTEGER NOT NULL,
                    sum INTEGER NOT NULL,
                    sumOfSquares INTEGER NOT NULL,
                    customers INTEGER NOT NULL,
                    customerSumSquares INTEGER NOT NULL,
                    customerSumCounts INTEGER NOT NULL,
                    customerCountSquares INTEGER NOT NULL,
                    PRIMARY KEY (brand, product, version)
                ) STRICT, WITHOUT ROWID;
                \(voiceSubjects)
                DELETE FROM fact WHERE name = 'measure worked on';
                """
        )
    }

    /// The voices of a brand that name a product or a version, with what is summed over them: others take no room.
    static let voiceSubjects = """
        CREATE INDEX IF NOT EXISTS voiceProduct ON voice (
            brand, product, day, channel, customerCode, supportPolarity, rating
        ) WHERE product IS NOT NULL AND isCounted AND day IS NOT NULL;
        CREATE INDEX IF NOT EXISTS voiceVersion ON voice (
            brand, product, version, customerCode, day, supportPolarity
        ) WHERE version IS NOT NULL AND isCounted AND day IS NOT NULL;
        """
}
