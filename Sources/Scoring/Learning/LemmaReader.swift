import Feedback

/// Collects the words of texts, so that the scorer can be asked for each of them by number.
final class LemmaReader {
    private let reader: MorphemeReader
    private let spellings: JapaneseSpellings
    private let glyphs: GlyphTable
    private var view = TextView()
    private var englishParts: [String: [String]] = [:]

    /// - Parameters:
    ///   - entries: rows of the word lists in use.
    ///   - dictionary: with which Japanese is cut into words.
    /// - Throws: `ScoringError` with `outOfMemory`.
    init(entries: [LexiconEntry], dictionary: JapaneseDictionary) throws(ScoringError) {
        reader = try dictionary.makeReader()
        var spellings = JapaneseSpellings()
        for entry in entries where entry.kind == .variant && entry.language == .japanese {
            spellings.add(entry.term, readAs: entry.partOfSpeech)
        }
        self.spellings = spellings
        glyphs = GlyphTable(entries.filter { $0.kind.isGlyph }.map { ($0.term, 0) })
    }

    deinit { glyphs.deallocate() }

    /// Words of a text in order: English ones as they are written, Japanese ones as lemmas; numbers are left out.
    func words(of text: String, language: Language) -> [String] {
        var text = text
        text.withUTF8 { view.read($0, language: language, glyphTable: glyphs) }
        return language == .japanese ? japaneseWords(view.normalised) : englishWords(view.normalised)
    }

    private func englishWords(_ bytes: [UInt8]) -> [String] {
        bytes.split(whereSeparator: { !Self.isWordByte($0) }).flatMap { parts(of: String(decoding: $0, as: UTF8.self)) }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "'")
    }

    /// Words that a term can name, which are those that are not cut again.
    private func parts(of word: String) -> [String] {
        if let known = englishParts[word] { return known }
        let isNumber = word.utf8.allSatisfy { $0.isASCIIDigit }
        let found = isNumber ? [] : EnglishWords.split(word).filter { CueTable.words(of: $0, .english) == [$0] }
        englishParts[word] = found
        return found
    }

    private func japaneseWords(_ bytes: [UInt8]) -> [String] {
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
