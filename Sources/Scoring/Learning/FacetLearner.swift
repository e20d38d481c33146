import Glibc

/// Learns from some of the texts of a corpus which terms speak for one facet with its polarity, or for a signal.
///
/// A logistic regression over terms, drawn to nothing (L2), with its threshold laid into the points: a text tells of it
/// when its points reach 1,000.
struct FacetLearner {
    let corpus: LearningCorpus
    /// What people found, by text of the corpus.
    let wanted: [Set<CueClaim>]

    /// A term with its points in thousandths.
    struct Weight {
        let term: Int32
        let points: Int32
        let count: Int
        let telling: Int
    }

    /// How likely it must be that a text tells of it.
    private static let leastShare = 0.7
    /// Half of it times the squared weight is added to the loss.
    private static let penalty = 12.0
    /// Texts that must tell of it, and those of them that a term must stand in.
    private static let leastTexts = 8
    private static let leastTelling = 3
    private static let mostTerms = 150
    private static let leastPoints: Int32 = 60

    /// The terms that speak for a claim or against it; none when too few texts tell of it.
    func weights(of claim: CueClaim, in seen: [Int]) -> [Weight] {
        let telling = Set(seen.filter { wanted[$0].contains(claim) })
        guard telling.count >= Self.leastTexts else { return [] }
        var counts = [(all: Int, telling: Int)](repeating: (0, 0), count: corpus.terms.count)
        for row in seen {
            for column in corpus.table.rows.columns[corpus.table.rows.range(row)] {
                counts[Int(column)].all += 1
                if telling.contains(row) { counts[Int(column)].telling += 1 }
            }
        }
        let terms = counts.indices.filter { counts[$0].telling >= Self.leastTelling }
        let model = fit(seen, telling, terms)
        let likely = log(Self.leastShare / (1 - Self.leastShare)) / 2
        let border = likely - model.bias
        guard border > 0 else { return [] }
        let weights = terms.indices.map { place in
            let points = (model.valences[place] / border * 1_000).rounded()
            return Weight(
                term: Int32(terms[place]),
                points: Int32(max(-3_000, min(5_000, points))),
                count: counts[terms[place]].all,
                telling: counts[terms[place]].telling
            )
        }
        let strong = weights.filter { abs($0.points) >= Self.leastPoints }
        return strong.sorted {
            (Int($1.points.magnitude) * $1.telling, $0.term) < (Int($0.points.magnitude) * $0.telling, $1.term)
        }
        .prefix(Self.mostTerms).sorted { $0.term < $1.term }
    }

    private func fit(_ seen: [Int], _ telling: Set<Int>, _ terms: [Int]) -> CueModel {
        var numbers = [Int32](repeating: -1, count: corpus.terms.count)
        for (number, term) in terms.enumerated() { numbers[term] = Int32(number) }
        return CueFit(
            rows: corpus.table.rows.restricted(to: seen, renumbered: numbers),
            offsets: seen.map { _ in 0 },
            labels: seen.map { telling.contains($0) ? 1 : -1 },
            classWeights: [1, 0, 1],
            cueCount: terms.count,
            penalty: Self.penalty,
            calmPenalty: Self.penalty,
            fixedSlope: 1
        )
        .model()
    }

    /// Points of a text.
    func points(_ row: Int, _ weights: [Int32: Int32]) -> Int32 {
        corpus.table.rows.columns[corpus.table.rows.range(row)].reduce(0) { $0 + (weights[$1] ?? 0) }
    }
}
