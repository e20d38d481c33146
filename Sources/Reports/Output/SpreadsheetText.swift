/// Texts as cells of a table that a spreadsheet opens.
package enum SpreadsheetText {
    /// A text that no spreadsheet takes for a formula: an apostrophe in front where it would.
    ///
    /// Source: OWASP, "CSV Injection"; full-width signs because Excel reads them as well under a Japanese locale.
    package static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }) else { return text }
        let isDangerous = "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
        return isDangerous ? "'" + text : text
    }
}
