import GRDB

extension Schema {
    /// The cells of one brand, period and channel in one row, where each was a row; a view has them one by one.
    static func keepCellsByPeriod(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE periodCell (
                    id INTEGER PRIMARY KEY,
                    brand TEXT NOT NULL,
                    periodLength TEXT NOT NULL,
                    period TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    cells INTEGER NOT NULL,
                    sums TEXT NOT NULL,
                    UNIQUE (brand, periodLength, period, channel)
                ) STRICT;
                INSERT INTO periodCell (brand, periodLength, period, channel, cells, sums)
                    SELECT brand, periodLength, period, channel, count(*),
                        json_group_object(measure, json_array(\(cellNumbers.joined(separator: ", "))))
                    FROM (SELECT * FROM cell ORDER BY brand, periodLength, period, channel, measure)
                    GROUP BY brand, periodLength, period, channel;
                DROP TABLE cell;
                CREATE VIEW cell AS
                    SELECT brand, periodLength, period, channel, measured.key AS measure,
                        \(cellNumbers.enumerated().map { "json_extract(measured.value, '$[\($0)]') AS \($1)" }
                            .joined(separator: ", "))
                    FROM periodCell, json_each(periodCell.sums) AS measured;
                """
        )
    }

    private static let cellNumbers = [
        "n", "sum", "sumOfSquares", "customers", "customerSumSquares", "customerSumCounts", "customerCountSquares",
        "isSufficient",
    ]
}
