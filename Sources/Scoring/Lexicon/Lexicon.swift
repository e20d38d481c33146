package import Feedback

/// The word lists of both languages, compiled into flat arrays that never change.
package final class Lexicon: Sendable {
    /// Entries that rules can match: all rows but class members and variants.
    package let entryCount: Int
    let english: LanguageLexicon
    let japanese: LanguageLexicon
    let spellings: JapaneseSpellings
    let glyphs: GlyphTable
    /// Japanese surfaces that entries ask for as they stand.
    let surfaces: SymbolIndex
    let surfaceSymbols: FlatArray<Int32>
    let records: FlatArray<LexiconRecord>
    let terms: [String]
    let englishCues: CueTable?
    let japaneseCues: CueTable?
    /// Where accepted lists put the zero point; the first of a language counts.
    let adjustments: [ScoreAdjustment]

    /// Reads and compiles word lists.
    ///
    /// - Parameters:
    ///   - files: in the order that decides between equal entries.
    ///   - dictionary: with which Japanese terms are cut into words.
    /// - Throws: `ScoringError` with `badLexicon` that names the first bad row and how many there are.
    package convenience init(files: [LexiconFile], dictionary: JapaneseDictionary) throws(ScoringError) {
        var entries: [LexiconEntry] = []
        var problems: [LexiconProblem] = []
        for file in files {
            let reading = LexiconReader().parse(file)
            entries += reading.entries
            problems += reading.problems
        }
        let adjustments = files.compactMap(ScoreAdjustment.init)
        try self.init(entries: entries, dictionary: dictionary, adjustments: adjustments, problems: &problems)
        let errors = problems.filter { $0.severity == .error }
        guard let first = errors.first else { return }
        throw ScoringError(
            code: .badLexicon,
            file: first.file,
            line: first.line,
            message:
                "\(first.message)\(errors.count > 1 ? " (and \(errors.count - 1) more)" : ""): see 'koe lexicon check'"
        )
    }

    /// Compiles rows, leaving out those whose terms cannot be read.
    ///
    /// - Parameters:
    ///   - entries: in the order that decides between equal entries.
    ///   - dictionary: with which Japanese terms are cut into words.
    ///   - adjustments: where the zero point lies, when it is not where it was shipped.
    ///   - problems: receives one error for each row left out.
    /// - Throws: `ScoringError` with `outOfMemory`.
    package init(
        entries: [LexiconEntry],
        dictionary: JapaneseDictionary,
        adjustments: [ScoreAdjustment] = [],
        problems: inout [LexiconProblem]
    ) throws(ScoringError) {
        var compiler = try LexiconCompiler(entries: entries, dictionary: dictionary)
        (english, japanese) = compiler.compile()
        problems += compiler.problems
        spellings = compiler.spellings
        glyphs = compiler.glyphs
        var table = SymbolTable()
        for surface in compiler.exactSymbols { _ = table.intern(surface.term) }
        surfaces = SymbolIndex(table)
        surfaceSymbols = FlatArray(compiler.exactSymbols.map(\.entry))
        records = FlatArray(compiler.entries.map(LexiconRecord.init))
        terms = compiler.entries.map(\.term)
        englishCues = CueTable(compiler.entries, language: .english, vocabulary: english.vocabulary)
        japaneseCues = CueTable(compiler.entries, language: .japanese, vocabulary: japanese.vocabulary)
        self.adjustments = adjustments
        entryCount = english.entryCount + japanese.entryCount
    }

    deinit {
        english.deallocate()
        japanese.deallocate()
        records.deallocate()
        glyphs.deallocate()
        surfaces.deallocate()
        surfaceSymbols.deallocate()
        englishCues?.deallocate()
        japaneseCues?.deallocate()
    }

    /// Entries of one language, glyphs counted with the language of their file.
    package func entryCount(of language: Language) -> Int {
        switch language {
        case .english: english.entryCount
        case .japanese: japanese.entryCount
        case .unknown: 0
        }
    }
}
