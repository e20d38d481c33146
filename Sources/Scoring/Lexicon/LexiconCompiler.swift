import Feedback

/// Turns checked rows into flat arrays, as `Lexicon` reads them.
struct LexiconCompiler {
    let entries: [LexiconEntry]
    private(set) var problems: [LexiconProblem] = []
    /// Rows that are read but never act.
    private(set) var warnings: [LexiconProblem] = []
    private let readers: [Language: any TermReader]
    /// Terms of each class, by language and name.
    private var members: [Language: [String: [String]]] = [:]

    init(entries: [LexiconEntry], dictionary: JapaneseDictionary) throws(ScoringError) {
        self.entries = entries
        var readers: [Language: any TermReader] = [:]
        for scorer in LanguageRegistry.all {
            let own = entries.filter { $0.language == scorer.language }
            readers[scorer.language] = try scorer.makeTermReader(own, dictionary)
        }
        self.readers = readers
    }

    /// All lists: glyphs, what rules need of the entries, their terms, and then each language by its code.
    mutating func compile(_ adjustments: [ScoreAdjustment] = []) -> FlatMemory {
        for entry in entries where entry.kind == .classMember {
            members[entry.language, default: [:]][entry.partOfSpeech, default: []].append(entry.term)
        }
        return FlatMemory { writer in
            GlyphTable.write(
                entries.enumerated().filter { $0.element.kind.isGlyph }.map { ($0.element.term, Int32($0.offset)) },
                to: &writer
            )
            writer.write(entries.map(LexiconRecord.init))
            FlatTexts.write(entries.map(\.term), to: &writer)
            ScoreAdjustment.write(adjustments, to: &writer)
            for scorer in LanguageRegistry.byCode {
                if let reader = readers[scorer.language] { compile(scorer, reader, to: &writer) }
            }
        }
    }

    private mutating func compile(
        _ scorer: any LanguageScorer.Type,
        _ reader: any TermReader,
        to writer: inout FlatWriter
    ) {
        let language = scorer.language
        var (draft, builder) = read(language, reader)
        let cues = entries.filter { $0.kind == .cue && $0.language == language }
        reader.link(&draft, cueWords: cues.flatMap { CueTable.words(of: $0.term, reader) })
        writer.write(Int32(order(language).count))
        reader.spellings.write(to: &writer)
        Vocabulary.write(draft, to: &writer)
        builder.write(symbolCount: draft.symbols.count, to: &writer)
        writer.write(Int32(draft.surfaces.count))
        if !draft.surfaces.isEmpty { SurfaceIndex.write(draft.surfaces, to: &writer) }
        let table = CueTable.Draft(cues, reader)
        writer.write(Int32(table.cues.count))
        if !table.cues.isEmpty {
            table.write(forms: draft.forms, tokensAreWords: scorer.grammar.tokensAreWords, to: &writer)
        }
    }

    /// Terms of one language as an automaton; forms are still to be linked.
    private mutating func read(
        _ language: Language,
        _ reader: any TermReader
    ) -> (VocabularyDraft, PatternTrieBuilder) {
        var draft = VocabularyDraft()
        var builder = PatternTrieBuilder()
        var parser = TermParser(classes: members[language] ?? [:], split: reader.symbols)
        for index in order(language) where !entries[index].kind.isGlyph {
            let entry = entries[index]
            do throws(TermParser.Failure) {
                if let scalar = Self.unmatched(entry.term, reader) {
                    throw TermParser.Failure(message: "'\(scalar)' is never part of a word")
                }
                let steps = try entry.kind == .affix ? Self.affix(entry) : parser.parse(entry.term)
                let before = builder.add(steps, entry: Int32(index), symbols: &draft.symbols)
                warnIfShadowed(entry, before)
                if let whole = reader.whole(entry.term, steps) {
                    _ = builder.add([whole], entry: Int32(index), symbols: &draft.symbols)
                }
            } catch {
                problems.append(
                    LexiconProblem(
                        file: entry.file,
                        line: entry.line,
                        column: 1,
                        severity: .error,
                        message: error.message
                    )
                )
            }
        }
        draft.numberSymbol = draft.symbols.intern("<number>")
        for (name, bit) in SymbolClasses.byName {
            for run in parser.members(name) ?? [] where run.count == 1 {
                draft.symbolClasses[draft.symbols.intern(run[0]), default: []].formUnion(bit)
            }
        }
        return (draft, builder)
    }

    /// Warns of an entry that another always comes before.
    private mutating func warnIfShadowed(_ entry: LexiconEntry, _ before: [[Int32]]) {
        let shadows = before.compactMap { others in
            others.first {
                let other = entries[Int($0)]
                return (other.kind == .event) == (entry.kind == .event)
                    && (other.partOfSpeech.isEmpty || other.partOfSpeech == entry.partOfSpeech)
            }
        }
        guard shadows.count == before.count, let first = shadows.first else { return }
        let other = entries[Int(first)]
        let contradicts = (other.valence ?? 0).signum() * (entry.valence ?? 0).signum() < 0
        warnings.append(
            LexiconProblem(
                file: entry.file,
                line: entry.line,
                column: contradicts ? 4 : 1,
                severity: .warning,
                message: contradicts
                    ? "'\(entry.term)' contradicts '\(other.term)' at \(other.file):\(other.line), which counts"
                    : "'\(entry.term)' never matches: '\(other.term)' at \(other.file):\(other.line) comes first"
            )
        )
    }

    /// A character of a term that is cut out of texts before words are read.
    private static func unmatched(_ term: String, _ reader: any TermReader) -> Unicode.Scalar? {
        if let scalar = reader.unmatched(in: term) { return scalar }
        let isRating = term.hasPrefix("★") || term.hasPrefix("☆")
        return isRating ? nil : term.unicodeScalars.first { Scalar.isPictograph($0.value) }
    }

    /// Entries of a language from best to worst among equals: all other kinds before lemmas, then by row.
    private func order(_ language: Language) -> [Int] {
        let own = entries.indices.filter {
            entries[$0].language == language && ![.classMember, .variant, .cue].contains(entries[$0].kind)
        }
        return own.filter { entries[$0].kind != .lemma } + own.filter { entries[$0].kind == .lemma }
    }

    /// An affix is a lemma of the dictionary as it stands: cutting it alone would read another word.
    private static func affix(_ entry: LexiconEntry) throws(TermParser.Failure) -> [PatternStep] {
        let words = entry.term.split(separator: " ").map { word in
            String(word.drop { $0 == "〜" || $0 == "~" || $0 == "～" })
        }
        let steps = words.filter { !$0.isEmpty }.map {
            PatternStep.element(PatternElement(alternatives: $0.split(separator: "|").map { [String($0)] }))
        }
        guard !steps.isEmpty else { throw TermParser.Failure(message: "an affix without letters") }
        return steps
    }
}
