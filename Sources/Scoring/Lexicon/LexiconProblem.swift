/// Something wrong with a row of a word list.
package struct LexiconProblem: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    package let file: String
    /// 1-based.
    package let line: Int
    /// 1-based number of the column.
    package let column: Int
    package let severity: Severity
    package let message: String

    package init(file: String, line: Int, column: Int, severity: Severity, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.severity = severity
        self.message = message
    }

    package var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}
