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
