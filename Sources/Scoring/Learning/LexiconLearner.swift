import Feedback

/// Learns strengths from one set of texts, so that the scorer itself, with them, tells the classes apart.
///
/// First every run of words is weighed beside the shipped score; the strongest become rows. Then the scorer reads the
/// texts with these rows, and the strengths of new and shipped rows are fitted to what each added where it matched,
/// with every rule that acted on it.
struct LexiconLearner {
    let shipped: [LexiconEntry]
    let dictionary: JapaneseDictionary
    let language: Language
    let options: LearningOptions
    private let rowsByTerm: [String: LexiconEntry]
    private let takenTerms: Set<String>

    init(shipped: [LexiconEntry], dictionary: JapaneseDictionary, language: Language, options: LearningOptions) {
        self.shipped = shipped.filter { $0.language == language || $0.kind.isGlyph }
        self.dictionary = dictionary
        self.language = language
        self.options = options
        var rows: [String: LexiconEntry] = [:]
        var taken: Set<String> = []
        var repeated: Set<String> = []
        for entry in self.shipped where entry.kind != .classMember && entry.kind != .variant {
            if !taken.insert(entry.term).inserted { repeated.insert(entry.term) }
            if entry.kind == .lemma || entry.kind == .phrase { rows[entry.term] = entry }
        }
        rowsByTerm = rows.filter { !repeated.contains($0.key) && $0.value.weight == nil }
        takenTerms = taken
    }

    /// A scorer in which learnt rows come before the shipped ones.
    func scorer(_ learnt: [LearnedEntry]) throws -> Scorer {
        var problems: [LexiconProblem] = []
        let own = learnt.enumerated().map { $0.element.entry(line: $0.offset + 1) }
        let lexicon = try Lexicon(entries: own + shipped, dictionary: dictionary, problems: &problems)
        return Scorer(lexicon: lexicon, dictionary: dictionary)
    }

    /// Scores of texts by a scorer with learnt rows.
    func scores(_ texts: [LabelledText], _ learnt: [LearnedEntry]) throws -> [Score] {
        let worker = try scorer(learnt).makeWorker()
        return texts.map { worker.score($0.text, declaredLanguage: language) }
    }

    /// What was learnt of the seen texts, and what the scorer with it makes of all.
    struct Outcome {
        var entries: [LearnedEntry]
        /// Of every text, seen or not, in thousandths.
        var sums: [Int]
    }

    /// Learns rows from some texts.
    ///
    /// - Parameters:
    ///   - texts: all texts.
    ///   - seen: numbers of those to learn from.
    ///   - words: runs of words of each text.
    ///   - before: what the shipped rows say of each text.
    /// - Returns: rows with the scores of all texts.
    /// - Throws: `ScoringError` when a word list cannot be compiled.
    func learn(_ texts: [LabelledText], seen: [Int], words: [[[String]]], before: [Score]) throws -> Outcome {
        let classWeights = Self.classWeights(seen.map { texts[$0] })
        let first = firstFit(texts, seen, words, before, classWeights)
        var learnt = first.entries
        var scores = try scores(texts, learnt)
        let hiding = hiding(learnt, seen.map { (before[$0], scores[$0]) })
        learnt = refit(learnt, texts, seen, scores, first.scale, classWeights).entries
        learnt = learnt.filter { abs($0.change) >= options.leastChange && !hiding.contains($0.term) }
        scores = try self.scores(texts, learnt)
        var outcome = refit(learnt, texts, seen, scores, first.scale, classWeights)
        outcome.entries = outcome.entries.filter { $0.change != 0 }
        return outcome
    }

    /// Rare classes weigh more, by the root of how rare they are: a compromise between accuracy and macro-F1.
    private static func classWeights(_ texts: [LabelledText]) -> [Double] {
        (-1...1).map { label in
            let count = texts.count { $0.label == label }
            return count == 0 ? 0 : (Double(texts.count) / Double(3 * count)).squareRoot()
        }
    }

    /// Weighs runs of words beside the shipped score.
    private func firstFit(
        _ texts: [LabelledText],
        _ seen: [Int],
        _ words: [[[String]]],
        _ before: [Score],
        _ classWeights: [Double]
    ) -> (entries: [LearnedEntry], scale: Double) {
        let table = NgramTable(
            seen.map { words[$0] },
            minimum: options.minimumCount,
            largestShare: options.largestShare
        )
        let rows = zip(seen, table.rows).map { index, columns in
            OrdinalFit.Row(
                offset: Double(before[index].sum) / 1_000,
                columns: columns,
                values: columns.map { table.values[Int($0)] },
                label: texts[index].label
            )
        }
        var fit = OrdinalFit(
            prior: Array(repeating: 0, count: table.terms.count),
            penalty: options.newPenalty,
            scale: 2,
            movesScale: true
        )
        fit.fit(rows, classWeights: classWeights, iterations: options.iterations)
        let candidates = table.terms.indices.compactMap { number -> (strength: Double, entry: LearnedEntry)? in
            let effect = fit.weights[number] * table.values[number] / fit.scale * 1_000
            let parts = table.parts(of: number).reduce(0) { $0 + fit.weights[$1] * table.values[$1] }
            let rest = abs(parts / fit.scale * 1_000 - effect)
            let isLong = table.values[number] < 1
            // A longer term hides the shorter ones in it, so it must say more than they do.
            guard abs(effect) >= Double(options.leastChange) * (isLong ? 2 : 1), !isLong || abs(effect) >= rest / 2,
                var entry = candidate(table.terms[number])
            else { return nil }
            entry.valence = max(-900, min(900, Int((parts / fit.scale * 1_000).rounded())))
            if entry.valence == 0 { return nil }
            entry.count = table.counts[number]
            return (abs(fit.weights[number]) * Double(entry.count).squareRoot(), entry)
        }
        .sorted { ($1.strength, $0.entry.term) < ($0.strength, $1.entry.term) }
        return (candidates.prefix(options.mostTerms).map(\.entry), fit.scale)
    }

    /// A new term, or a shipped row that has no valence of its own; `nil` for terms that have one.
    private func candidate(_ term: String) -> LearnedEntry? {
        guard takenTerms.contains(term) else {
            return LearnedEntry(term: term, valence: 0, language: language, count: 0)
        }
        guard let row = rowsByTerm[term], row.facet != nil, (row.valence ?? 0) == 0 else { return nil }
        return LearnedEntry(row)
    }

    /// New terms that hide a facet or a signal of a shipped row, or in most of their places a judgement.
    private func hiding(_ learnt: [LearnedEntry], _ pairs: [(before: Score, after: Score)]) -> Set<String> {
        let own = Set(learnt.map(\.term))
        var hiding: Set<String> = []
        var places: [String: Int] = [:]
        var covers: [String: Int] = [:]
        for pair in pairs {
            let facets = Set(pair.after.facets)
            let signals = Set(pair.after.signals)
            let lost =
                pair.before.facets.filter { !facets.contains($0) }.map(\.range)
                + pair.before.signals.filter { !signals.contains($0) }.map(\.range)
            let judged = pair.before.evidence.filter { $0.valence != 0 }.map(\.range)
            for part in pair.after.evidence where own.contains(part.entry) {
                places[part.entry, default: 0] += 1
                if lost.contains(where: part.range.overlaps) { hiding.insert(part.entry) }
                if judged.contains(where: part.range.overlaps) { covers[part.entry, default: 0] += 1 }
            }
        }
        return hiding.union(covers.filter { $0.value * 2 > places[$0.key, default: 0] }.keys)
    }

    /// Fits the strengths of all rows that matched often enough.
    private func refit(
        _ learnt: [LearnedEntry],
        _ texts: [LabelledText],
        _ seen: [Int],
        _ scores: [Score],
        _ scale: Double,
        _ classWeights: [Double]
    ) -> Outcome {
        var entries = matched(learnt, seen.map { scores[$0] })
        let places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($0.element.term, $0.offset) })
        let rows = texts.indices.map { row(scores[$0], texts[$0].label, entries, places) }
        var fit = OrdinalFit(
            prior: entries.map { Double($0.oldValence ?? 0) * scale / 1_000 },
            penalty: options.shippedPenalty,
            scale: scale,
            movesScale: false
        )
        fit.weights = entries.map { Double($0.valence) * scale / 1_000 }
        fit.fit(seen.map { rows[$0] }, classWeights: classWeights, iterations: options.iterations)
        for place in entries.indices {
            let valence = Int((fit.weights[place] / scale * 1_000).rounded())
            entries[place].valence = max(-1_000, min(1_000, valence == 0 ? 1 : valence))
        }
        for place in entries.indices { fit.weights[place] = Double(entries[place].valence) * scale / 1_000 }
        return Outcome(entries: entries, sums: rows.map { Int((fit.latent($0) / scale * 1_000).rounded()) })
    }

    /// Learnt and shipped rows that matched in enough texts, with their counts, in a fixed order.
    private func matched(_ learnt: [LearnedEntry], _ scores: [Score]) -> [LearnedEntry] {
        var counts: [String: Int] = [:]
        for score in scores {
            for term in Set(score.evidence.map(\.entry)) { counts[term, default: 0] += 1 }
        }
        let own = Set(learnt.map(\.term))
        let shippedRows = rowsByTerm.filter { term, entry in
            (entry.valence ?? 0) != 0 && !own.contains(term) && counts[term, default: 0] >= options.minimumCount
        }
        var entries = learnt.filter { counts[$0.term, default: 0] >= options.minimumCount }
        entries += shippedRows.values.map { LearnedEntry($0) }
        for place in entries.indices { entries[place].count = counts[entries[place].term, default: 0] }
        return entries.sorted { $0.term < $1.term }
    }

    /// A text as what is given and what the fitted rows add for each point of their strength.
    private func row(
        _ score: Score,
        _ label: Int,
        _ entries: [LearnedEntry],
        _ places: [String: Int]
    ) -> OrdinalFit.Row {
        var row = OrdinalFit.Row(offset: 0, columns: [], values: [], label: label)
        for part in score.evidence {
            guard let place = places[part.entry], entries[place].valence != 0 else {
                row.offset += Double(part.valence) / 1_000
                continue
            }
            row.columns.append(Int32(place))
            row.values.append(Double(part.valence) / Double(entries[place].valence))
        }
        return row
    }
}

extension ByteRange {
    fileprivate func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
}

extension Score {
    /// What all parts add up to, in thousandths.
    var sum: Int { evidence.reduce(0) { $0 + $1.valence } }
}
