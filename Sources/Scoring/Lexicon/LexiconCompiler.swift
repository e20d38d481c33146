import Feedback

/// Turns checked rows into flat arrays.
struct LexiconCompiler {
    let entries: [LexiconEntry]
    private(set) var problems: [LexiconProblem] = []
    /// Rows that are read but never act.
    private(set) var warnings: [LexiconProblem] = []
    private(set) var spellings = JapaneseSpellings()
    private(set) var glyphs = GlyphTable.empty
    /// Surfaces that entries ask for, with their symbols.
    private(set) var exactSymbols: [(term: String, entry: Int32)] = []
    private let reader: MorphemeReader
    /// Terms of each class, by language and name.
    private var members: [Language: [String: [String]]] = [:]
    private var englishVariants: [String: String] = [:]

    init(entries: [LexiconEntry], dictionary: JapaneseDictionary) throws(ScoringError) {
        self.entries = entries
        reader = try dictionary.makeReader()
    }

    mutating func compile() -> (english: LanguageLexicon, japanese: LanguageLexicon) {
        for entry in entries { readClassOrVariant(entry) }
        glyphs = GlyphTable(
            entries.enumerated().filter { $0.element.kind.isGlyph }.map { ($0.element.term, Int32($0.offset)) }
        )
        return (compileEnglish(), compileJapanese())
    }

    private mutating func readClassOrVariant(_ entry: LexiconEntry) {
        if entry.kind == .classMember {
            members[entry.language, default: [:]][entry.partOfSpeech, default: []].append(entry.term)
        } else if entry.kind == .variant, entry.language == .japanese {
            spellings.add(entry.term, readAs: entry.partOfSpeech)
        } else if entry.kind == .variant {
            englishVariants[entry.term] = entry.partOfSpeech
        }
    }

    private mutating func compileEnglish() -> LanguageLexicon {
        var (draft, builder) = read(.english) { EnglishWords.split($0) }
        EnglishWords.link(&draft)
        for (word, reading) in englishVariants.sorted(by: { $0.key < $1.key }) {
            let form = draft.forms.intern(word)
            // Word by word: parts of one word would be read as a compound, of which none but the last is found.
            draft.variants[form] = reading.split(separator: " ").flatMap { EnglishWords.split(String($0)) }
                .map { draft.forms.intern($0) }
        }
        return freeze(draft, builder, .english)
    }

    private mutating func compileJapanese() -> LanguageLexicon {
        var (draft, builder) = read(.japanese) { [reader, spellings] in Self.split($0, reader, spellings) }
        for (symbol, text) in draft.symbols.texts.enumerated() {
            if text.hasPrefix("="), text.utf8.count > 1 {
                exactSymbols.append((String(text.dropFirst()), Int32(symbol)))
            } else {
                draft.link(text, to: Int32(symbol), isSame: true)
            }
        }
        for entry in entries where entry.kind == .cue && entry.language == .japanese {
            for word in CueTable.words(of: entry.term, .japanese) { _ = draft.forms.intern(word) }
        }
        for word in RatingWords.japanese { _ = draft.forms.intern(word) }
        return freeze(draft, builder, .japanese)
    }

    private func freeze(
        _ draft: VocabularyDraft,
        _ builder: PatternTrieBuilder,
        _ language: Language
    ) -> LanguageLexicon {
        var builder = builder
        return LanguageLexicon(
            vocabulary: Vocabulary(draft),
            trie: builder.build(symbolCount: draft.symbols.count),
            entryCount: order(language).count
        )
    }

    /// Terms of one language as an automaton; forms are still to be linked.
    private mutating func read(
        _ language: Language,
        split: @escaping (String) -> [String]
    ) -> (VocabularyDraft, PatternTrieBuilder) {
        var draft = VocabularyDraft()
        var builder = PatternTrieBuilder()
        var parser = TermParser(classes: members[language] ?? [:], split: split)
        for index in order(language) where !entries[index].kind.isGlyph {
            let entry = entries[index]
            do throws(TermParser.Failure) {
                if let scalar = Self.unmatched(entry.term, language) {
                    throw TermParser.Failure(message: "'\(scalar)' is never part of a word")
                }
                let steps = try entry.kind == .affix ? Self.affix(entry) : parser.parse(entry.term)
                let before = builder.add(steps, entry: Int32(index), symbols: &draft.symbols)
                warnIfShadowed(entry, before)
                if language == .japanese, let whole = Self.whole(entry.term, steps) {
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
                entries[Int($0)].partOfSpeech.isEmpty || entries[Int($0)].partOfSpeech == entry.partOfSpeech
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

    /// A plain term as one word of the dictionary: alone it may be read as another word than in a text (嫌い as 嫌う).
    private static func whole(_ term: String, _ steps: [PatternStep]) -> PatternStep? {
        guard !term.utf8.contains(where: { " |<>?*=".utf8.contains($0) }) else { return nil }
        let whole = PatternStep.element(PatternElement(alternatives: [[term]]))
        return steps == [whole] ? nil : whole
    }

    /// A character of a term that is cut out of texts before words are read.
    private static func unmatched(_ term: String, _ language: Language) -> Unicode.Scalar? {
        if language == .english, let scalar = EnglishWords.unmatched(in: term) { return scalar }
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

    /// Lemmas of a Japanese word or run of words, or its surfaces after `=`.
    private static func split(_ word: String, _ reader: MorphemeReader, _ spellings: JapaneseSpellings) -> [String] {
        let isExact = word.hasPrefix("=") && word.utf8.count > 1
        var view = TextView()
        let raw = Array((isExact ? word.dropFirst() : word[...]).utf8)
        raw.withUnsafeBufferPointer { view.read($0, language: .japanese, glyphTable: .empty) }
        let morphemes = reader.morphemes(of: String(decoding: view.normalised, as: UTF8.self))
        if isExact { return morphemes.map { "=\($0.surface)" } }
        return morphemes.flatMap { spellings.read($0.lemma, $0.wordClass) }
    }
}
