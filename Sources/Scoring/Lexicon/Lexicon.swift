package import Feedback

/// The word lists of all languages, compiled into flat arrays that never change.
package final class Lexicon: Sendable {
    /// Entries that rules can match: all rows but class members and variants.
    package let entryCount: Int
    let languages: [LanguageLexicon]
    let glyphs: GlyphTable
    let records: FlatArray<LexiconRecord>
    let terms: [String]
    /// Where accepted lists put the zero point; the first of a language counts.
    let adjustments: [ScoreAdjustment]

    /// Reads and compiles word lists.
    ///
    /// - Parameters:
    ///   - files: in the order that decides between equal entries.
    ///   - dictionary: with which terms are cut into words, in languages that need one.
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
    ///   - dictionary: with which terms are cut into words, in languages that need one.
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
        languages = compiler.compile()
        problems += compiler.problems
        glyphs = compiler.glyphs
        records = FlatArray(compiler.entries.map(LexiconRecord.init))
        terms = compiler.entries.map(\.term)
        self.adjustments = adjustments
        entryCount = languages.reduce(0) { $0 + $1.entryCount }
    }

    deinit {
        for language in languages { language.deallocate() }
        records.deallocate()
        glyphs.deallocate()
    }

    /// The entries of one language; `nil` when it is not scored.
    subscript(_ language: Language) -> LanguageLexicon? { languages.first { $0.language == language } }

    /// Entries of one language, glyphs counted with the language of their file.
    package func entryCount(of language: Language) -> Int { self[language]?.entryCount ?? 0 }
}
