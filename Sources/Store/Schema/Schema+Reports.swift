import GRDB

extension Schema {
    /// What the report that stands holds of each brand, the files it is made of, and what changed since.
    ///
    /// The next report fills them.
    static func keepReports(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE keptBrand (
                    brand TEXT NOT NULL PRIMARY KEY,
                    record TEXT NOT NULL
                ) STRICT;
                CREATE TABLE keptFile (
                    path TEXT NOT NULL PRIMARY KEY,
                    byteCount INTEGER NOT NULL,
                    changedAt INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE untoldBrand (brand TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
                CREATE TABLE untoldCase (caseID TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
                """
        )
    }
}
