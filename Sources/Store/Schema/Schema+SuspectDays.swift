import GRDB

extension Schema {
    /// How many voices of a day blame, beside the sums that they are held against.
    static func markSuspectDays(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE supportDay;
                CREATE TABLE supportDay (
                    brand TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    voices INTEGER NOT NULL,
                    sum INTEGER NOT NULL,
                    negative INTEGER NOT NULL,
                    alike INTEGER NOT NULL,
                    PRIMARY KEY (brand, day)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO supportDay
                    SELECT brand, day, count(*), sum(supportPolarity), sum(supportPolarity < 0),
                        sum(relation IS 'similar_case' AND (supportPolarity < 0 OR facets LIKE '%:-%'))
                    FROM voice WHERE isCounted AND day IS NOT NULL AND supportPolarity IS NOT NULL GROUP BY brand, day;
                """
        )
    }
}
