import GRDB

extension Schema {
    /// A report tells the first few cases of each brand: stories before others, the newest first.
    static func orderCases(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX supportCaseTold
                    ON supportCase (brand, (origin = 'story') DESC, openedAt DESC, caseID);
                """
        )
    }
}
