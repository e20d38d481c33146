/// Reads a regular expression: characters, `.`, `[…]`, `\d \w \s \b`, `( )`, `|`, and `? * + {m,n}`.
///
/// Back references and assertions about what follows are refused: they are what makes a search take for ever.
struct PatternReader {
    /// Why a pattern cannot be read; lower-case start, no full stop.
    struct Refusal: Error {
        let reason: String
    }

    private static let mostTimes = 64
    private static let deepest = 16

    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    /// - Throws: ``Refusal``.
    static func read(_ pattern: String) throws -> PatternSyntax {
        var reader = PatternReader(pattern)
        let syntax = try reader.choice()
        guard reader.place == reader.scalars.count else { throw Refusal(reason: "has a \")\" without a \"(\"") }
        return syntax
    }

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func choice() throws -> PatternSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw Refusal(reason: "has too many brackets in one another") }
        var branches = [try sequence()]
        while takes("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let scalar = next, scalar != "|", scalar != ")" { parts.append(try repeated(try part())) }
        return .sequence(parts)
    }

    private mutating func repeated(_ part: PatternSyntax) throws -> PatternSyntax {
        if takes("?") { return .times(part, least: 0, most: 1) }
        if takes("*") { return .times(part, least: 0, most: nil) }
        if takes("+") { return .times(part, least: 1, most: nil) }
        guard takes("{") else { return part }
        let least = number()
        let most = takes(",") ? number() : least
        let isOpen = place > 0 && scalars[place - 1] == ","
        guard takes("}"), let least, isOpen || most != nil, max(least, most ?? 0) <= Self.mostTimes,
            least <= most ?? least
        else { throw Refusal(reason: "has a count in { } that is no count up to \(Self.mostTimes)") }
        return .times(part, least: least, most: most)
    }

    private mutating func number() -> Int? {
        let digits = scalars[place...].prefix { ("0"..."9").contains($0) }
        place += digits.count
        return Int(String(String.UnicodeScalarView(digits)))
    }

    private mutating func part() throws -> PatternSyntax {
        guard let scalar = next else { throw Refusal(reason: "ends too early") }
        place += 1
        switch scalar {
        case "(": return try group()
        case "[": return .one(try set())
        case "\\": return try escaped()
        case ".": return .one(PatternSet(["\n"..."\n"], isNegated: true))
        case "?", "*", "+", "{": throw Refusal(reason: "repeats nothing with \"\(scalar)\"")
        case "^", "$": throw Refusal(reason: "has a \"\(scalar)\"; a number stands anywhere in a text")
        default: return .one(PatternSet([scalar...scalar]))
        }
    }

    private mutating func group() throws -> PatternSyntax {
        if takes("?"), !takes(":") {
            throw Refusal(reason: "has a \"(?\" of a kind that is not known; only \"(?:\" is")
        }
        let inside = try choice()
        guard takes(")") else { throw Refusal(reason: "has a \"(\" without a \")\"") }
        return inside
    }

    private mutating func escaped() throws -> PatternSyntax {
        guard let scalar = next else { throw Refusal(reason: "ends in \"\\\"") }
        place += 1
        if scalar == "b" { return .border }
        if let set = PatternSet.named(scalar) { return .one(set) }
        guard !scalar.properties.isAlphabetic, DigitGroups.digit(scalar) == nil else {
            throw Refusal(reason: "has a \"\\\(scalar)\", which is not known")
        }
        return .one(PatternSet([scalar...scalar]))
    }

    /// What stands between `[` and `]`.
    private mutating func set() throws -> PatternSet {
        var set = PatternSet([], isNegated: takes("^"))
        var isFirst = true
        while let scalar = next, isFirst || scalar != "]" {
            isFirst = false
            place += 1
            if scalar == "\\", let name = next {
                place += 1
                if let named = PatternSet.named(name), !named.isNegated {
                    set.add(named)
                    continue
                }
                set.add(PatternSet([name...name]))
            } else if next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" {
                let last = scalars[place + 1]
                guard scalar <= last else {
                    throw Refusal(reason: "has a range [\(scalar)-\(last)] that runs backwards")
                }
                set.add(PatternSet([scalar...last]))
                place += 2
            } else {
                set.add(PatternSet([scalar...scalar]))
            }
        }
        guard takes("]") else { throw Refusal(reason: "has a \"[\" without a \"]\"") }
        return set
    }
}
