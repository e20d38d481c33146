/// The text of a piece of HTML.
enum PlainText {
    /// The lines a reader sees; a text without tags and entities as it is.
    static func read(_ text: String) -> String {
        guard text.contains("<") || text.contains("&") else { return EdgeSpace.trimmed(text) }
        let lines = HtmlReader.read(Array(text.replacing("\n", with: "<br>").utf8)).lines
        return EdgeSpace.trimmed(lines.map(\.text).joined(separator: "\n"))
    }
}
