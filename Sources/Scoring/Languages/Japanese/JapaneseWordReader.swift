/// Finds the lemmas of Japanese texts.
final class JapaneseWordReader: WordReader {
    private let reader: MorphemeReader
    private let spellings: LemmaSpellings

    init(reader: MorphemeReader, spellings: LemmaSpellings) {
        self.reader = reader
        self.spellings = spellings
    }

    func words(in bytes: [UInt8]) -> [String] {
        bytes.split(whereSeparator: { $0 == TextView.glyphByte || $0 == 0x0A }).flatMap { piece -> [String] in
            guard piece.count < MorphemeReader.longestPiece else { return [] }
            return reader.morphemes(of: String(decoding: piece, as: UTF8.self)).flatMap { morpheme -> [String] in
                guard morpheme.wordClass != .symbol, morpheme.wordClass != .number else { return [] }
                return spellings.read(morpheme.lemma, morpheme.wordClass).filter(Self.isPlain)
            }
        }
    }

    /// Whether a term can hold the word.
    private static func isPlain(_ word: String) -> Bool { !word.utf8.contains { " \t|<>?*=#".utf8.contains($0) } }
}
