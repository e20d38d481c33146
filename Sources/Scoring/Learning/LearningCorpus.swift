import Feedback

/// Labelled texts of one language as learning sees them: cut into words, scored by the shipped rows.
struct LearningCorpus {
    /// Ordered by text and label, so that the order in which they came makes no difference.
    let texts: [LabelledText]
    /// Terms of the texts.
    let table: NgramTable
    /// Spelling of each term.
    let terms: [String]
    /// Sums of the shipped rows, in thousandths.
    let sums: [Int]
    /// −1, 0 or 1 by the shipped rows.
    let shippedLabels: [Int]
    /// Facets and signals by the shipped rows.
    let shippedClaims: [Set<CueClaim>]
    let folds: [Int]

    var labels: [Int] { texts.map(\.label) }

    /// - Parameters:
    ///   - texts: of the language, in any order.
    ///   - language: of the texts.
    ///   - shipped: rows of the word lists in use.
    ///   - dictionary: with which texts are cut into words, in languages that need one.
    ///   - options: what learning is careful about.
    ///   - isBarred: tells words that no cue may hold.
    /// - Throws: `ScoringError` when a word list cannot be compiled.
    init(
        _ texts: [LabelledText],
        language: Language,
        shipped: [LexiconEntry],
        dictionary: JapaneseDictionary,
        options: LearningOptions,
        isBarred: (String) -> Bool
    ) throws {
        let texts = Self.sample(texts, most: options.mostTexts)
        let lemmas = try LemmaReader(entries: shipped, dictionary: dictionary)
        var words: Set<String> = [CueTable.number, CueTable.question, CueTable.exclamation]
        for text in texts { words.formUnion(lemmas.words(of: text.text, language: language)) }
        let rows = words.filter { !isBarred($0) }.sorted().prefix(NgramTable.mostWords - 1).map {
            LexiconEntry(cue: $0, valence: 0, calm: 0, language: language, line: 0)
        }
        var problems: [LexiconProblem] = []
        let lexicon = try Lexicon(entries: shipped + rows, dictionary: dictionary, problems: &problems)
        let worker = try Scorer(lexicon: lexicon, dictionary: dictionary).makeWorker()
        let cues = lexicon[language]?.cues
        var numbers: [[Int32]] = []
        var sums: [Int] = []
        var labels: [Int] = []
        var claims: [Set<CueClaim>] = []
        for text in texts {
            let (score, words) = worker.read(text.text, declaredLanguage: language)
            numbers.append(score.language == language ? words : [])
            sums.append(score.sum)
            labels.append(score.label)
            claims.append(score.claims)
        }
        table = NgramTable(numbers, minimum: options.minimumCount, longest: options.longest)
        terms = table.terms.map { term in term.map { cues?.words[Int($0)] ?? "" }.joined(separator: " ") }
        self.texts = texts
        self.sums = sums
        shippedLabels = labels
        shippedClaims = claims
        folds = texts.map { $0.fold(of: options.foldCount) }
    }

    /// Some of the texts when there are too many: those whose hash is lowest, whatever their order.
    private static func sample(_ texts: [LabelledText], most: Int) -> [LabelledText] {
        var chosen = texts
        if texts.count > most {
            let ranked = texts.map { (hash: IdentifierHash.value($0.text, salt: "sample"), text: $0) }
                .sorted { ($0.hash, $0.text.text, $0.text.label) < ($1.hash, $1.text.text, $1.text.label) }
            chosen = ranked.prefix(most).map(\.text)
        }
        return chosen.sorted { ($0.text, $0.label) < ($1.text, $1.label) }
    }
}

extension LexiconEntry {
    /// A row of kind cue.
    init(cue term: String, valence: Int, calm: Int, language: Language, line: Int) {
        self.init(
            term: term,
            kind: .cue,
            partOfSpeech: "",
            valence: valence,
            facet: nil,
            polarity: .bare,
            signal: nil,
            weight: calm,
            source: "learnt",
            licence: "",
            note: "",
            language: language,
            file: "learnt",
            line: line
        )
    }
}

extension Score {
    /// What all parts add up to, in thousandths.
    var sum: Int { evidence.reduce(0) { $0 + $1.valence } }

    /// −1, 0 or 1 at the threshold of 50 thousandths.
    package var label: Int {
        let value = valence ?? 0
        return value <= -50 ? -1 : value >= 50 ? 1 : 0
    }
}
