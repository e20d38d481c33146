import GRDB

extension Schema {
    /// What the search for changes found in each brand.
    static func keepBrandFindings(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE brandFinding (
                    brand TEXT NOT NULL PRIMARY KEY,
                    found TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                """
        )
    }
}
