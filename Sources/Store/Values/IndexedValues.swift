import GRDB

/// The distinct values of a column that an index begins with.
enum IndexedValues {
    /// In their order, by one step in the index each: `SELECT DISTINCT` would walk over all of it.
    ///
    /// `column`: one of texts, none of them NULL.
    static func all(of column: String, in table: String, _ db: Database) throws -> [String] {
        let next = "SELECT min(\(column)) FROM \(table)"
        let sql = """
            WITH RECURSIVE value (name) AS (
                \(next) UNION ALL SELECT (\(next) WHERE \(column) > name) FROM value WHERE name IS NOT NULL)
            SELECT name FROM value WHERE name IS NOT NULL
            """
        return try String.fetchAll(db, sql: sql)
    }
}
