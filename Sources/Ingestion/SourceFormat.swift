/// How an input is written.
package enum SourceFormat: String, Hashable, Sendable, CaseIterable {
    /// One JSON object a line.
    case ndjson
    /// Comma-separated (or `;`, `|`), RFC 4180.
    case csv
    /// Tab-separated, with the quotes of RFC 4180.
    case tsv
    /// One JSON document that holds an array of rows.
    case json
    /// Text or HTML of a blog page with its comments.
    case page
    /// A blog as Movable Type and its relatives export it.
    case movableType = "movable-type"
    /// XML of Disqus, WordPress, RSS or Atom.
    case xml
    /// Mails: one, or a box of them.
    case mail
    /// Found by looking at the first bytes.
    case auto

    /// What it is, to stand behind "is".
    package var title: String {
        switch self {
        case .ndjson: "one JSON object a line"
        case .csv: "a table with commas"
        case .tsv: "a table with tabs"
        case .json: "a JSON document"
        case .page: "a blog page with its comments"
        case .movableType: "an export of Movable Type"
        case .xml: "an XML export"
        case .mail: "mail"
        case .auto: "found by looking"
        }
    }

    var isTable: Bool { self == .csv || self == .tsv }

    /// All names, for help and errors.
    package static let names = allCases.map(\.rawValue).joined(separator: ", ")
}

/// What the rows of an input are.
package enum RowKind: String, Hashable, Sendable, CaseIterable {
    case comments, cases
    /// A row with a case id and no text is a case, any other a comment.
    case auto
}
