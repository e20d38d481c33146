import Feedback
import GRDB

/// How the columns of a comment lie in the table: times and ratings take several.
enum CommentColumns {
    /// The columns of the table that a query selects and a statement sets, in the order of ``Comment/visitColumns(_:)``.
    static let names = CommentColumn.allCases.flatMap(names(of:))

    /// The columns whose content counts in the hash of the database, those that were added later left out.
    static let hashed = CommentColumn.allCases
        .filter { ![.externalID, .source].contains($0) && !CommentColumn.added.contains($0) }
        .flatMap { column in
            // What a later time was written as, and where its zone came from, never counted.
            column.kind == .time && !column.hasCertainty ? [column.name] : names(of: column)
        }

    static func names(of column: CommentColumn) -> [String] {
        let name = column.name
        return switch column.kind {
        case .required, .text, .role, .answers: [name]
        case .time: [name, "\(name)Text", "\(name)Zone"] + (column.hasCertainty ? ["\(name)Certainty"] : [])
        case .rating: ["\(name)Thousandths", "\(name)Low", "\(name)High"]
        }
    }

    /// What an export selects of a column, with the names that importers know.
    static func exported(_ column: CommentColumn) -> [String] {
        let (name, field) = (column.name, column.field)
        switch column.kind {
        case .required, .text, .role:
            return ["\(name) AS \(field)"]
        case .time:
            let written = ["\(name)Text AS \(field)_original", "\(name)Certainty AS \(field)_certainty"]
            return ["\(ExportQuery.time(name)) AS \(field)"] + (column.hasCertainty ? written : [])
        case .rating:
            return [
                "\(name)Thousandths / 1000.0 AS \(field)",
                "CASE WHEN \(name)Low IS NOT NULL THEN \(name)Low || '..' || \(name)High END AS \(field)_scale",
            ]
        case .answers:
            return SurveyInstrument.allCases.map { "\(ExportQuery.answer($0)) AS \($0.rawValue)" }
        }
    }
}

/// Collects the values of a comment for a statement.
struct CommentBinder: CommentVisitor {
    private(set) var values: [(any DatabaseValueConvertible)?] = []

    init() {
        values.reserveCapacity(CommentColumns.names.count + 1)
    }

    mutating func required(_ column: CommentColumn, _ value: inout String) {
        values.append(mayHoldNull(column) ? Self.withoutNull(value) : value)
    }

    mutating func text(_ column: CommentColumn, _ value: inout String?) {
        values.append(mayHoldNull(column) ? value.map(Self.withoutNull) : value)
    }

    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) {
        values.append(value.rawValue)
    }

    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) {
        values.append(value?.instant.milliseconds)
        values.append(value?.original)
        values.append(value?.zoneOrigin.rawValue)
        if column.hasCertainty { values.append(value?.certainty.rawValue) }
    }

    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) {
        values.append(value?.thousandths)
        values.append(value?.scale.low)
        values.append(value?.scale.high)
    }

    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) {
        values.append(value.isEmpty ? nil : JSONText.encode(value))
    }

    /// Whether people write the column at length.
    private func mayHoldNull(_ column: CommentColumn) -> Bool { column.isFreeText || column == .title }

    /// SQLite ends a text at its first NUL, so a NUL is kept as the replacement character and nothing behind it is lost.
    private static func withoutNull(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    }
}

extension ColumnReader: CommentVisitor {
    mutating func required(_ column: CommentColumn, _ value: inout String) throws { value = self.value() }
    mutating func text(_ column: CommentColumn, _ value: inout String?) throws { value = optional() }

    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) throws {
        value = AuthorRole(rawValue: self.value()) ?? .customer
    }

    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) throws {
        value = timestamp(withCertainty: column.hasCertainty)
    }

    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) throws { value = rating() }
    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) throws { value = try answers() }
}
