import GRDB

/// The distinct values of a column that an index begins with.
enum IndexedValues {
    /// In their order, by one step in the index each: `SELECT DISTINCT` would walk over all of it.
    ///
    /// `column`: one of texts, none of them NULL.
    static func all(of column: String, in table: String, _ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: query(of: column, in: table))
    }

    /// The query for them.
    static func query(of column: String, in table: String) -> String {
        let next = "SELECT min(\(column)) FROM \(table)"
        return """
            WITH RECURSIVE value (name) AS (
                \(next) UNION ALL SELECT (\(next) WHERE \(column) > name) FROM value WHERE name IS NOT NULL)
            SELECT name FROM value WHERE name IS NOT NULL
            """
    }
}
