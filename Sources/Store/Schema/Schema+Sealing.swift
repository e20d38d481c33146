import GRDB

extension Schema {
    /// What the erased leave in the series, by how much each number would have moved, and what sources' days of keeping
    /// took away.
    static func keepSealedCells(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE sealedCell (
                    brand TEXT NOT NULL,
                    periodLength TEXT NOT NULL,
                    period TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    measure TEXT NOT NULL,
                    n INTEGER NOT NULL,
                    sum INTEGER NOT NULL,
                    sumOfSquares INTEGER NOT NULL,
                    customers INTEGER NOT NULL,
                    customerSumSquares INTEGER NOT NULL,
                    customerSumCounts INTEGER NOT NULL,
                    customerCountSquares INTEGER NOT NULL,
                    PRIMARY KEY (brand, periodLength, period, channel, measure)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE erasureEffect (
                    erasureID INTEGER NOT NULL REFERENCES erasure (id) ON DELETE CASCADE,
                    brand TEXT NOT NULL,
                    measure TEXT NOT NULL,
                    voices INTEGER NOT NULL,
                    isSealed INTEGER NOT NULL CHECK (isSealed IN (0, 1)),
                    moveThousandths INTEGER,
                    PRIMARY KEY (erasureID, brand, measure)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE retention (
                    runID INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
                    source TEXT NOT NULL,
                    keepDays INTEGER NOT NULL,
                    comments INTEGER NOT NULL,
                    cases INTEGER NOT NULL,
                    quarantined INTEGER NOT NULL,
                    inputs INTEGER NOT NULL,
                    PRIMARY KEY (runID, source)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
