import Feedback

/// Collects the words of texts, so that the scorer can be asked for each of them by number.
final class LemmaReader {
    private let readers: [Language: (reader: any WordReader, writing: Writing)]
    /// Keeps alive what the table reads in place.
    private let glyphMemory: FlatMemory
    private let glyphs: GlyphTable
    private var view = TextView()

    /// - Parameters:
    ///   - entries: rows of the word lists in use.
    ///   - dictionary: with which texts are cut into words, in languages that need one.
    /// - Throws: `ScoringError` with `outOfMemory`.
    init(entries: [LexiconEntry], dictionary: JapaneseDictionary) throws(ScoringError) {
        var readers: [Language: (any WordReader, Writing)] = [:]
        for scorer in LanguageRegistry.all {
            let own = entries.filter { $0.language == scorer.language }
            readers[scorer.language] = (try scorer.makeWordReader(own, dictionary), scorer.writing)
        }
        self.readers = readers
        glyphMemory = GlyphTable.memory(of: entries.filter { $0.kind.isGlyph }.map { ($0.term, 0) })
        glyphs = GlyphTable(in: glyphMemory)
    }

    /// Words of a text in order, as they are written or as lemmas; numbers are left out.
    func words(of text: String, language: Language) -> [String] {
        guard let (reader, writing) = readers[language] else { return [] }
        var text = text
        text.withUTF8 { view.read($0, writing: writing, glyphTable: glyphs) }
        return reader.words(in: view.normalised)
    }
}
