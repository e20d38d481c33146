import Reports

/// A text as a spreadsheet takes for no formula, and back again.
enum ReversibleCell {
    static func defused(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

    static func plain(_ text: String) -> String {
        text.hasPrefix("'") && isDangerous(text) ? String(text.dropFirst()) : text
    }

    /// Whether it is a formula, or one that was defused: apostrophes before it do not hide it.
    private static func isDangerous(_ text: String) -> Bool {
        let bare = String(text.drop { $0 == "'" })
        return SpreadsheetText.defused(bare) != bare
    }
}
