/// A part of a regular expression, as it was written.
indirect enum PatternSyntax {
    case one(PatternSet)
    case border
    case sequence([PatternSyntax])
    case choice([PatternSyntax])
    /// `most` is `nil` for any number.
    case times(PatternSyntax, least: Int, most: Int?)
}

/// Which scalars a part matches.
struct PatternSet: Hashable, Sendable {
    private(set) var ranges: [ClosedRange<Unicode.Scalar>] = []
    var isNegated = false

    init(_ ranges: [ClosedRange<Unicode.Scalar>], isNegated: Bool = false) {
        self.ranges = ranges
        self.isNegated = isNegated
    }

    mutating func add(_ set: PatternSet) { ranges += set.ranges }

    func contains(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar) } != isNegated }

    /// `\d`, `\w` and `\s` with their opposites; full-width digits and letters count as such.
    static func named(_ name: Unicode.Scalar) -> PatternSet? {
        switch name {
        case "d": PatternSet(digits)
        case "w": PatternSet(digits + letters)
        case "s": PatternSet(spaces)
        case "D": PatternSet(digits, isNegated: true)
        case "W": PatternSet(digits + letters, isNegated: true)
        case "S": PatternSet(spaces, isNegated: true)
        default: nil
        }
    }

    private static let digits: [ClosedRange<Unicode.Scalar>] = ["0"..."9", "０"..."９"]
    private static let letters: [ClosedRange<Unicode.Scalar>] = [
        "A"..."Z", "a"..."z", "_"..."_", "\u{C0}"..."\u{24F}", "Ａ"..."Ｚ", "ａ"..."ｚ", "\u{3005}"..."\u{3007}",
        "\u{3041}"..."\u{30FF}", "\u{3400}"..."\u{9FFF}",
    ]
    private static let spaces: [ClosedRange<Unicode.Scalar>] = [
        " "..." ", "\t"..."\r", "\u{A0}"..."\u{A0}", "\u{3000}"..."\u{3000}",
    ]
}
