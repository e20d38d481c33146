import Glibc

/// Learns cues from some of the texts of a corpus.
struct CueLearner {
    let corpus: LearningCorpus
    let options: LearningOptions

    /// A model with the terms its cues are.
    struct Learnt {
        /// Numbers of the corpus's terms, by cue.
        let terms: [Int32]
        /// Texts that each cue was learnt from.
        let counts: [Int]
        let model: CueModel

        /// Cue of each of the corpus's terms, −1 for those that are none.
        func cues(termCount: Int) -> [Int32] {
            var cues = [Int32](repeating: -1, count: termCount)
            for (cue, term) in terms.enumerated() { cues[Int(term)] = Int32(cue) }
            return cues
        }
    }

    /// Weighs all terms that stand in enough of the texts, and then again the strongest of them alone.
    func learn(_ seen: [Int], penalty: Double) -> Learnt {
        var counts = [Int](repeating: 0, count: corpus.terms.count)
        for row in seen {
            for column in corpus.table.rows.columns[corpus.table.rows.range(row)] { counts[Int(column)] += 1 }
        }
        let all = counts.indices.filter { counts[$0] >= options.minimumCount }
        let first = fit(seen, all, penalty)
        guard all.count > options.mostCues else {
            return Learnt(terms: all.map { Int32($0) }, counts: all.map { counts[$0] }, model: first)
        }
        let strengths = all.indices.map { cue in
            max(abs(first.valences[cue]), abs(first.calms[cue])) * Double(counts[all[cue]]).squareRoot()
        }
        let kept = all.indices.sorted { (strengths[$1], $0) < (strengths[$0], $1) }.prefix(options.mostCues)
            .map { all[$0] }.sorted()
        return Learnt(terms: kept.map { Int32($0) }, counts: kept.map { counts[$0] }, model: fit(seen, kept, penalty))
    }

    private func fit(_ seen: [Int], _ terms: [Int], _ penalty: Double) -> CueModel {
        var numbers = [Int32](repeating: -1, count: corpus.terms.count)
        for (cue, term) in terms.enumerated() { numbers[term] = Int32(cue) }
        return CueFit(
            rows: corpus.table.rows.restricted(to: seen, renumbered: numbers),
            offsets: seen.map { Double(corpus.sums[$0]) / 1_000 },
            labels: seen.map { Int8(corpus.texts[$0].label) },
            classWeights: classWeights(seen),
            cueCount: terms.count,
            penalty: penalty,
            calmPenalty: penalty * options.calmShare
        )
        .model()
    }

    /// Rare classes weigh more, by a power of how rare they are: a compromise between accuracy and macro-F1.
    private func classWeights(_ seen: [Int]) -> [Double] {
        var counts = [0.0, 0.0, 0.0]
        for row in seen { counts[corpus.texts[row].label + 1] += 1 }
        let classes = Double(counts.count { $0 > 0 })
        return counts.map { $0 == 0 ? 0 : pow(Double(seen.count) / (classes * $0), options.balance) }
    }
}
