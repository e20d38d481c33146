/// What a comment repeats of a case's incident, finely enough to tell a person's cases apart.
struct OwnCaseWords {
    private let pieces: Set<UInt64>

    init(_ text: FoldedText) {
        pieces = Self.pieces(of: text)
    }

    /// Number of pieces of the case's subject and product that stand in the text, at most three.
    func shared(with linkCase: LinkCase) -> Int {
        let texts = [linkCase.subject, linkCase.product].compactMap(\.self)
        let wanted = texts.reduce(into: Set<UInt64>()) { $0.formUnion(Self.pieces(of: FoldedText($1))) }
        return min(Self.most, wanted.intersection(pieces).count)
    }

    /// Beginnings of Latin words, kanji, and pairs of neighbouring letters of which one is no hiragana.
    private static func pieces(of text: FoldedText) -> Set<UInt64> {
        var pieces: Set<UInt64> = []
        for word in text.scalars.split(whereSeparator: { !ScalarClass.isLatin($0) })
        where word.count >= shortest && !common.contains(where: { $0.elementsEqual(word) }) {
            pieces.insert(StableHash(scalars: word.prefix(stem)).value)
        }
        for value in text.scalars where ScalarClass.isKanji(value) {
            pieces.insert(StableHash(scalars: [value]).value)
        }
        for (first, second) in zip(text.scalars, text.scalars.dropFirst())
        where isSyllabic(first) && isSyllabic(second)
            && !(ScalarClass.isHiragana(first) && ScalarClass.isHiragana(second))
        {
            pieces.insert(StableHash(scalars: [first, second]).value)
        }
        return pieces
    }

    private static func isSyllabic(_ value: UInt32) -> Bool { ScalarClass.isKanji(value) || ScalarClass.isKana(value) }

    private static let most = 3
    private static let stem = 4
    private static let shortest = 3
    /// Short words that stand in any text.
    private static let common = [
        "the", "and", "for", "not", "was", "has", "had", "are", "but", "you", "with", "from", "that", "this", "have",
        "when",
        "does", "all", "out", "our", "its",
    ].map { $0.unicodeScalars.map(\.value) }
}
