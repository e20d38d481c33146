import GRDB

/// A piece of SQL with what stands for its question marks.
struct SQLPart {
    private(set) var sql: String
    private(set) var arguments: StatementArguments

    init(_ sql: String, _ arguments: StatementArguments) {
        self.sql = sql
        self.arguments = arguments
    }

    /// Demands one more condition of the same rows.
    mutating func add(_ condition: String, _ argument: some DatabaseValueConvertible) {
        add(condition, [argument])
    }

    /// Demands one more condition of the same rows.
    mutating func add(_ condition: String, _ more: StatementArguments) {
        sql += " AND (\(condition))"
        arguments += more
    }
}
