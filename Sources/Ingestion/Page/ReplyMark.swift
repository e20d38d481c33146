/// The name that a reply is addressed to: `>nameさん`, `@name`, `> name wrote:`, `nameさん、` at its start.
enum ReplyMark {
    private static let honorifics = ["さん", "様", "さま", "くん", "ちゃん", "氏", "先生"]

    /// Which of the names a text addresses; the longest that fits.
    static func addressee(of text: String, among names: [String]) -> String? {
        var rest = Substring(WidthFolding.string(text)).drop { $0.isWhitespace }
        let marks = rest.prefix { ">@".contains($0) }
        rest = rest.dropFirst(marks.count).drop { $0 == " " }
        let fitting = names.filter { name in
            let folded = WidthFolding.string(name)
            guard !folded.isEmpty, rest.hasPrefix(folded) else { return false }
            return isAddressed(rest.dropFirst(folded.count), isMarked: !marks.isEmpty)
        }
        return fitting.max { $0.count < $1.count }
    }

    /// Whether what follows a name shows that it was called.
    private static func isAddressed(_ after: Substring, isMarked: Bool) -> Bool {
        let rest = after.drop { $0 == " " }
        if honorifics.contains(where: { rest.hasPrefix($0) }) { return true }
        guard isMarked else { return false }
        guard let next = after.first else { return true }
        return next.isWhitespace || !next.isLetter && !next.isNumber
    }
}
