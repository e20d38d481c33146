import Feedback

/// The forms in which people and programs write times.
enum WrittenTime {
    /// Patterns that are tried, beside the forms that need none.
    static let patterns = [
        "MM/dd/yyyy hh:mm:ss a", "MM/dd/yyyy hh:mm a", "MM/dd/yyyy HH:mm:ss", "MM/dd/yyyy HH:mm", "MM/dd/yyyy",
        "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd/MM/yyyy", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm",
        "dd.MM.yyyy", "yy/MM/dd HH:mm", "yy/MM/dd", "MM/dd/yy HH:mm", "MM/dd/yy",
        "dd/MM/yy HH:mm", "dd/MM/yy", "dd-MM-yyyy HH:mm:ss", "dd-MM-yyyy HH:mm", "dd-MM-yyyy HH.mm",
        "dd-MM-yyyy", "MM-dd-yyyy HH:mm:ss", "MM-dd-yyyy HH:mm", "MM-dd-yyyy",
    ]

    private static let readers: [TimeReader] =
        [TimeReader(zone: .workspace(.utc))]
        + patterns.compactMap { TimePattern($0) }.map { TimeReader(pattern: $0, zone: .workspace(.utc)) }

    /// Whether a text is a time in any form.
    static func reads(_ text: String) -> Bool {
        guard text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) || text.contains("元") else {
            return false
        }
        guard let bytes = TimeText.folded(text) else { return false }
        // What is no time in one form may be one in the next.
        return readers.contains { $0.reads(folded: bytes) }
    }
}
