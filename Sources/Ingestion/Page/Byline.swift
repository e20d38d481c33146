import Feedback

/// A line that says who wrote something and when.
struct Byline: Hashable {
    enum Time: Hashable {
        case known(Timestamp)
        /// The line has the form of a byline, and its date never was.
        case bad(String)
    }

    let author: String?
    let time: Time
}

/// Reads bylines: `投稿: name | 2008/04/05 08:24`, `Posted by name at April 5, 2008 08:24 AM`, `name より:` and a date.
struct BylineReader {
    private static let leads = [
        "投稿者:", "投稿者 :", "投稿:", "投稿 :", "投稿者 ", "posted by:", "posted by ", "comment by ", "commented by ",
        "written by ",
        "comment from ", "by:", "by ",
    ]
    private static let tails = ["より:", "より", "says:", "said:", "wrote:", "says", "said...", "さんのコメント", "さん"]
    private static let separators = [" | ", "|", "｜", " at ", " on ", " @ ", "日時:", " - ", " – ", ", ", " ("]

    private let times: TimeReader

    init(times: TimeReader) {
        self.times = times
    }

    /// A byline that stands on one line.
    func read(_ text: String) -> Byline? {
        guard text.utf8.count <= 200, text.utf8.contains(where: { (0x30...0x39).contains($0) }) || text.contains("０")
        else { return nil }
        if let lead = Self.leads.first(where: { WidthFolding.string(text).hasPrefix($0) }) {
            let rest = EdgeSpace.trimmed(String(text.dropFirst(lead.count)))
            return split(rest, isNamed: true)
        }
        return split(text, isNamed: false)
    }

    /// A name on one line and its date on the next.
    func read(_ first: String, followedBy second: String) -> Byline? {
        guard let name = introducedName(first), let time = time(withoutButtons(second)) else { return nil }
        return Byline(author: name, time: .known(time))
    }

    /// The time that a whole text tells, with a clock or without.
    func time(_ text: String) -> Timestamp? {
        // What is no time is no byline: the reason does not matter.
        try? times.read(text)
    }

    /// Whether a line is a time, with or without buttons behind it.
    func tellsTime(_ text: String) -> Bool {
        time(withoutButtons(text)) != nil
    }

    /// `name より:` or `12. name says:`.
    private func introducedName(_ text: String) -> String? {
        guard text.utf8.count <= 120, let tail = Self.tails.first(where: { WidthFolding.string(text).hasSuffix($0) })
        else { return nil }
        let name = EdgeSpace.trimmed(String(text.dropLast(tail.count)))
        let bare = HeadingText.bare(name)
        return bare.isEmpty || bare.contains("。") ? nil : bare
    }

    private func withoutButtons(_ text: String) -> String {
        var rest = text
        for button in ["返信", "Reply", "Permalink", "編集", "|", "#"] where rest.hasSuffix(button) {
            rest = EdgeSpace.trimmed(String(rest.dropLast(button.count)))
        }
        return rest
    }

    /// Cuts a line into a name and a time.
    ///
    /// - Parameters:
    ///   - text: The line without what introduces it.
    ///   - isNamed: Whether the line says itself that it is a byline.
    /// - Returns: `nil` when it is none.
    private func split(_ text: String, isNamed: Bool) -> Byline? {
        for separator in Self.separators {
            guard let (left, right) = cut(text, at: separator) else { continue }
            if let time = time(right) { return byline(left, time, isNamed) }
        }
        if isNamed, let (left, right) = cut(text, at: "|") ?? cut(text, at: " at "),
            right.utf8.contains(where: { (0x30...0x39).contains($0) })
        {
            return Byline(author: name(left), time: .bad(right))
        }
        return cutAtDate(text, isNamed: isNamed)
    }

    /// `name 2008-04-05 08:24`, with nothing but a space between; on a short line only, unless it is marked as a byline.
    private func cutAtDate(_ text: String, isNamed: Bool) -> Byline? {
        guard isNamed || text.count <= 60 else { return nil }
        for (index, character) in zip(text.indices, text) where character == " " || character == "\u{3000}" {
            let right = String(text[text.index(after: index)...])
            guard right.first?.isNumber == true || CalendarName.month(String(right.prefix(3)).lowercased()) != nil
            else { continue }
            guard let time = time(right), isNamed || right.contains(":") || right.contains("時") else { continue }
            return byline(String(text[..<index]), time, isNamed)
        }
        return nil
    }

    private func byline(_ left: String, _ time: Timestamp, _ isNamed: Bool) -> Byline? {
        let author = name(left)
        if !isNamed {
            // A sentence that ends in a date is no byline.
            guard let author, author.count <= 30, !author.contains("。"), !author.contains("、") else { return nil }
        }
        return Byline(author: author, time: .known(time))
    }

    private func name(_ text: String) -> String? {
        var name = EdgeSpace.trimmed(text)
        while let last = name.last, "|:：,(（".contains(last) { name = EdgeSpace.trimmed(String(name.dropLast())) }
        return name.isEmpty ? nil : name
    }

    /// Both sides of the last separator, trimmed.
    private func cut(_ text: String, at separator: String) -> (String, String)? {
        var index = text.endIndex
        while index > text.startIndex {
            index = text.index(before: index)
            guard text[index...].hasPrefix(separator) else { continue }
            let right = EdgeSpace.trimmed(String(text[text.index(index, offsetBy: separator.count)...]))
            let closed = separator == " (" && right.hasSuffix(")") ? String(right.dropLast()) : right
            return (String(text[..<index]), closed)
        }
        return nil
    }
}
