package import Feedback

/// The word lists of all languages, compiled into flat arrays that never change.
package final class Lexicon: Sendable {
    /// Entries that rules can match: all rows but class members and variants.
    package let entryCount: Int
    let languages: [LanguageLexicon]
    let glyphs: GlyphTable
    let records: FlatArray<LexiconRecord>
    let terms: FlatTexts
    /// Where accepted lists put the zero point; the first of a language counts.
    let adjustments: [ScoreAdjustment]
    /// What all of them lie in.
    package let memory: FlatMemory

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
    package convenience init(
        entries: [LexiconEntry],
        dictionary: JapaneseDictionary,
        adjustments: [ScoreAdjustment] = [],
        problems: inout [LexiconProblem]
    ) throws(ScoringError) {
        var compiler = try LexiconCompiler(entries: entries, dictionary: dictionary)
        let memory = compiler.compile(adjustments)
        problems += compiler.problems
        guard let lexicon = Self.parts(of: memory, from: 0) else {
            preconditionFailure("lists just compiled cannot be read")
        }
        self.init(lexicon, memory)
    }

    /// Lists that the same program has compiled before; `nil` when the memory does not hold them.
    ///
    /// - Parameters:
    ///   - memory: holds what the memory of a compiled lexicon held.
    ///   - offset: where that begins, a multiple of `FlatMemory.alignment`.
    package convenience init?(compiled memory: FlatMemory, from offset: Int) {
        guard let parts = Self.parts(of: memory, from: offset) else { return nil }
        self.init(parts, memory)
    }

    private struct Parts {
        let glyphs: GlyphTable
        let records: FlatArray<LexiconRecord>
        let terms: FlatTexts
        let adjustments: [ScoreAdjustment]
        var languages: [LanguageLexicon] = []

        init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
            glyphs = try GlyphTable(from: &reader)
            records = try reader.array()
            terms = try FlatTexts(from: &reader)
            adjustments = try ScoreAdjustment.all(from: &reader)
            for scorer in LanguageRegistry.byCode {
                languages.append(try LanguageLexicon(scorer.language, from: &reader))
            }
        }
    }

    private static func parts(of memory: FlatMemory, from offset: Int) -> Parts? {
        guard offset % FlatMemory.alignment == 0, offset <= memory.bytes.count else { return nil }
        var reader = FlatReader(UnsafeRawBufferPointer(rebasing: memory.bytes[offset...]))
        // Damage is all that reading can meet.
        return try? Parts(from: &reader)
    }

    private init(_ parts: Parts, _ memory: FlatMemory) {
        self.memory = memory
        languages = parts.languages
        glyphs = parts.glyphs
        records = parts.records
        terms = parts.terms
        adjustments = parts.adjustments
        entryCount = languages.reduce(0) { $0 + $1.entryCount }
    }

    /// The entries of one language; `nil` when it is not scored.
    subscript(_ language: Language) -> LanguageLexicon? { languages.first { $0.language == language } }

    /// Entries of one language, glyphs counted with the language of their file.
    package func entryCount(of language: Language) -> Int { self[language]?.entryCount ?? 0 }
}
