package import Feedback

/// Cuts texts into the words that terms of word lists are made of.
package final class LemmaReader {
    private let reader: MorphemeReader
    private let spellings: JapaneseSpellings
    private let glyphs: GlyphTable
    /// Keeps the tables above alive.
    private let lexicon: Lexicon
    private var view = TextView()
    private var englishParts: [String: [String]] = [:]
    private var plainWords: [String: Bool] = [:]

    /// How a term writes any number.
    package static let number = "<number>"

    /// - Throws: `ScoringError` with `outOfMemory`.
    package init(_ scorer: Scorer) throws(ScoringError) {
        reader = try scorer.dictionary.makeReader()
        lexicon = scorer.lexicon
        spellings = scorer.lexicon.spellings
        glyphs = scorer.lexicon.glyphs
    }

    /// Words of a text, run by run: no term reaches from one run into the next.
    ///
    /// English words stand as they are written, Japanese ones as lemmas; what a term cannot name ends a run.
    package func runs(of text: String, language: Language) -> [[String]] {
        let raw = Array(text.utf8)
        raw.withUnsafeBufferPointer { view.read($0, language: language, glyphTable: glyphs) }
        let bytes = view.normalised
        return language == .japanese ? japaneseRuns(bytes) : englishRuns(bytes)
    }

    private func englishRuns(_ bytes: [UInt8]) -> [[String]] {
        var runs: [[String]] = [[]]
        let borders: Set<UInt8> = Set("!?.,;:()[]|\n".utf8).union([TextView.glyphByte])
        for run in bytes.split(whereSeparator: borders.contains) {
            runs.append([])
            for part in run.split(whereSeparator: { !Self.isWordByte($0) }) {
                runs[runs.count - 1] += parts(of: String(decoding: part, as: UTF8.self))
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "'")
    }

    private func parts(of word: String) -> [String] {
        if let known = englishParts[word] { return known }
        let isNumber = word.utf8.allSatisfy { $0.isASCIIDigit }
        let found = isNumber ? [Self.number] : EnglishWords.split(word).filter { EnglishWords.unmatched(in: $0) == nil }
        englishParts[word] = found
        return found
    }

    private func japaneseRuns(_ bytes: [UInt8]) -> [[String]] {
        var runs: [[String]] = [[]]
        for piece in bytes.split(whereSeparator: { $0 == TextView.glyphByte || $0 == 0x0A }) {
            runs.append([])
            guard piece.count < MorphemeReader.longestPiece else { continue }
            for morpheme in reader.morphemes(of: String(decoding: piece, as: UTF8.self)) {
                add(morpheme, to: &runs)
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    private func add(_ morpheme: MorphemeReader.Morpheme, to runs: inout [[String]]) {
        switch morpheme.wordClass {
        case .symbol: runs.append([])
        case .number:
            if runs.last?.last != Self.number { runs[runs.count - 1].append(Self.number) }
        default:
            for word in spellings.read(morpheme.lemma, morpheme.wordClass) {
                if isPlain(word) { runs[runs.count - 1].append(word) } else { runs.append([]) }
            }
        }
    }

    /// Whether a term that holds the word is cut into the same word again.
    private func isPlain(_ word: String) -> Bool {
        if let known = plainWords[word] { return known }
        var plain = !word.utf8.contains { " |<>?*=#".utf8.contains($0) }
        if plain {
            let again = reader.morphemes(of: word).flatMap { spellings.read($0.lemma, $0.wordClass) }
            plain = again == [word]
        }
        plainWords[word] = plain
        return plain
    }
}
