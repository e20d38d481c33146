/// One line of a page as it is read by eye.
struct PageLine: Hashable {
    var text: String
    /// Line of the input, from 1.
    let line: Int
    /// 1–6 for a heading that is marked as one.
    var headingLevel: Int?
    /// Whether everything in it is a link.
    var isLink = false
    /// Whether it is marked as somebody else's words.
    var isQuoted = false

    var isBlank: Bool { text.isEmpty }
}

/// A page as lines, with what its head says.
struct PageText {
    var lines: [PageLine] = []
    /// Title of the article, as the head gives it to other sites.
    var title: String?
    /// Title of the window, which often holds the site's name as well.
    var windowTitle: String?
    var author: String?
    /// Date of publication as the head writes it.
    var published: String?
    var url: String?

    /// The lines of a plain text or of Markdown.
    init(plain text: String) {
        var number = 0
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            lines.append(Self.line(String(part), number))
        }
    }

    init() {}

    private static func line(_ text: String, _ number: Int) -> PageLine {
        let trimmed = EdgeSpace.trimmed(text)
        let hashes = trimmed.prefix { $0 == "#" }.count
        let rest = trimmed.dropFirst(hashes)
        if (1...6).contains(hashes), rest.first == " " {
            return PageLine(text: EdgeSpace.trimmed(String(rest)), line: number, headingLevel: hashes)
        }
        return PageLine(text: trimmed, line: number)
    }
}
