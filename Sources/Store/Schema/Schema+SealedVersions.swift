import GRDB

extension Schema {
    /// What the erased leave in the sums of versions, and in the series of products.
    static func keepSealedVersions(_ db: Database) throws {
        let sums = """
            n INTEGER NOT NULL,
            sum INTEGER NOT NULL,
            sumOfSquares INTEGER NOT NULL,
            customers INTEGER NOT NULL,
            customerSumSquares INTEGER NOT NULL,
            customerSumCounts INTEGER NOT NULL,
            customerCountSquares INTEGER NOT NULL,
            """
        try db.execute(
            sql: """
                CREATE TABLE sealedVersion (
                    brand TEXT NOT NULL,
                    product TEXT NOT NULL,
                    version TEXT NOT NULL,
                    firstDay INTEGER NOT NULL,
                    lastDay INTEGER NOT NULL,
                    voices INTEGER NOT NULL,
                    \(sums)
                    PRIMARY KEY (brand, product, version)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE sealedProductCell (
                    brand TEXT NOT NULL,
                    product TEXT NOT NULL,
                    periodLength TEXT NOT NULL,
                    period TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    measure TEXT NOT NULL,
                    \(sums)
                    PRIMARY KEY (brand, product, periodLength, period, channel, measure)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
