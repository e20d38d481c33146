/// The words of a heading without what decorates it.
enum HeadingText {
    private static let openers: Set<Character> = [
        "【", "「", "『", "[", "［", "(", "（", "<", "＜", "〈", "《", "■", "□", "●", "○", "◆", "◇", "▼", "▽", "★", "☆", "・",
        "*", "#",
        "-", "–", "—", "=", " ", "\u{3000}", "§", "▪", "•", "→", "◎",
    ]
    private static let closers: Set<Character> = [
        "】", "」", "』", "]", "］", ")", "）", ">", "＞", "〉", "》", "■", "●", "◆", "*", "#", "-", "–", "—", "=", " ",
        "\u{3000}", ":", "：",
    ]

    /// The heading without brackets, bullets and a number in front.
    static func bare(_ text: String) -> String {
        var rest = Substring(text)
        rest = strip(rest)
        let number = rest.prefix { $0.isNumber }
        if !number.isEmpty, let mark = rest.dropFirst(number.count).first, ".．)）、:：位".contains(mark) {
            rest = strip(rest.dropFirst(number.count + 1))
        }
        return String(rest)
    }

    private static func strip(_ text: Substring) -> Substring {
        var rest = text.drop { openers.contains($0) }
        while let last = rest.last, closers.contains(last) { rest = rest.dropLast() }
        return rest
    }
}
