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
    /// Found by looking at the first bytes.
    case auto
}

/// What the rows of an input are.
package enum RowKind: String, Hashable, Sendable, CaseIterable {
    case comments, cases
    /// A row with a case id and no text is a case, any other a comment.
    case auto
}
