/// How two product names stand to each other.
enum ProductLevel: String, Hashable, Sendable {
    case same, alike, unknown, other
}

/// A product's name in comparable parts; a class, for every pair looks at two.
final class ProductName: Sendable {
    /// Letters and digits, lower case, without spaces and signs.
    let letters: [UInt32]
    let hash: StableHash
    /// Letters with digits such as `rx5`, joined.
    private let modelCodes: [[UInt32]]
    private let words: [[UInt32]]
    private let consonants: [UInt32]
    private let script: Script
    private let hasKanji: Bool

    /// - Returns: `nil` when there is neither a letter nor a digit.
    init?(_ text: String) {
        let scalars = FoldedText(text).scalars
        let pieces = scalars.split { !Self.isLetter($0) }
        if pieces.isEmpty { return nil }
        letters = pieces.flatMap { Array($0) }
        hash = StableHash(scalars: letters)
        modelCodes = Self.modelCodes(in: scalars)
        words = pieces.filter { $0.count >= 3 }.map { Array($0) }
        consonants = SoundSkeleton.consonants(of: letters).map { UInt32($0) }
        script = Script(ofName: letters)
        hasKanji = letters.contains(where: ScalarClass.isKanji)
    }

    /// Compares two names.
    ///
    /// Two names of one script that are both known from the case table and differ are two products, however alike they
    /// look.
    func level(against other: ProductName, areKnown: Bool) -> ProductLevel {
        if hash == other.hash { return .same }
        if !modelCodes.isEmpty, !other.modelCodes.isEmpty {
            return modelCodes.contains { other.modelCodes.contains($0) } ? .alike : .other
        }
        if areKnown, script == other.script { return .other }
        return looksAlike(other) ? .alike : .unknown
    }

    private func looksAlike(_ other: ProductName) -> Bool {
        let (short, long) = letters.count <= other.letters.count ? (self, other) : (other, self)
        if short.letters.count >= short.script.fewestTellingLetters, long.letters.holds(short.letters) { return true }
        if sharesKanjiPair(other) { return true }
        if words.contains(where: { word in other.words.contains { Self.areAlike(word, $0) } }) { return true }
        guard script != other.script else { return false }
        let (few, many) =
            consonants.count <= other.consonants.count
            ? (consonants, other.consonants) : (other.consonants, consonants)
        return few.count >= 3 && many.holds(few)
    }

    private static func areAlike(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        let shorter = min(left.count, right.count)
        guard shorter >= 4 else { return false }
        return left == right || left.starts(with: right) || right.starts(with: left)
    }

    private func sharesKanjiPair(_ other: ProductName) -> Bool {
        guard hasKanji, other.hasKanji else { return false }
        return zip(letters, letters.dropFirst()).contains { first, second in
            ScalarClass.isKanji(first) && ScalarClass.isKanji(second) && other.letters.holds([first, second])
        }
    }

    private static func modelCodes(in scalars: [UInt32]) -> [[UInt32]] {
        var codes: [[UInt32]] = []
        for run in scalars.split(whereSeparator: {
            !ScalarClass.isLatin($0) && !ScalarClass.isDigit($0) && $0 != 0x2D && $0 != 0x30FC
        }) {
            let joined = run.filter { ScalarClass.isLatin($0) || ScalarClass.isDigit($0) }
            let lettersBefore = joined.prefix { ScalarClass.isLatin($0) }.count
            let digits = joined.filter(ScalarClass.isDigit).count
            if (1...4).contains(lettersBefore), digits >= 1, joined.count >= 3 { codes.append(Array(joined)) }
        }
        return codes
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        ScalarClass.isDigit(value) || ScalarClass.isLatin(value) || (value >= 0x3005 && value != 0x30FB)
    }
}
