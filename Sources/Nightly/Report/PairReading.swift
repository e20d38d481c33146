import Feedback
package import Foundation
import Measures
package import Reports
import Scoring
package import Workspace

/// Reads the same comment in two languages, and compares what is told.
///
/// Intervals are 95 %: of a mean by Student's t over pairs, of F1 by the jackknife, each pair left out in turn (R. G.
/// Miller, "The Jackknife: A Review", Biometrika 61, 1974).
package struct PairReading {
    private let pairs: [Pair]

    /// Scores the pairs of a table with the columns `en` and `ja`, and what people found in both.
    ///
    /// - Throws: ``WorkspaceError`` `input` when it cannot be read or holds fewer than two pairs.
    package init(of url: URL, scorer: LoadedScorer) throws {
        let worker = try scorer.scorer.makeWorker()
        pairs = try LabelledTable(url).rows.compactMap { row -> Pair? in
            guard let english = row.texts["en"], let japanese = row.texts["ja"] else { return nil }
            return Pair(
                english: Side(worker.score(english, declaredLanguage: .english), row),
                japanese: Side(worker.score(japanese, declaredLanguage: .japanese), row)
            )
        }
        guard pairs.count > 1 else {
            throw WorkspaceError(
                .input,
                "\(url.path): no pairs; the first line must name the columns en, ja and facets"
            )
        }
    }

    package var parity: LanguageParity {
        LanguageParity(
            pairs: pairs.count,
            rows: [
                mean(.valence) { Double($0.valence) / 1_000 },
                mean(.side) { $0.side == $0.sentiment ? 1 : 0 },
                f1(.facets, \.facets),
                f1(.signals, \.signals),
            ]
        )
    }

    /// One text of a pair.
    private struct Side {
        let valence: Int
        let side: Int
        let sentiment: Int
        let facets: ClaimAgreement
        let signals: ClaimAgreement

        init(_ score: Score, _ row: LabelledTable.Row) {
            valence = score.valence ?? 0
            side = score.label
            sentiment = row.sentiment ?? 0
            facets = ClaimAgreement(told: score.claims, wanted: row.claims) { $0.facet != nil }
            signals = ClaimAgreement(told: score.claims, wanted: row.claims) { $0.facet == nil }
        }
    }

    private struct Pair {
        let english: Side
        let japanese: Side
    }

    private func mean(_ measure: LanguageParity.Measure, _ value: (Side) -> Double) -> LanguageParity.Row {
        let count = Double(pairs.count)
        let differences = pairs.map { value($0.japanese) - value($0.english) }
        let mean = differences.reduce(0, +) / count
        let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return row(
            measure,
            pairs.reduce(0) { $0 + value($1.english) } / count,
            pairs.reduce(0) { $0 + value($1.japanese) } / count,
            error: (squares / (count - 1) / count).squareRoot()
        )
    }

    private func f1(_ measure: LanguageParity.Measure, _ part: KeyPath<Side, ClaimAgreement>) -> LanguageParity.Row {
        var (english, japanese) = (ClaimAgreement(), ClaimAgreement())
        for pair in pairs {
            english.add(pair.english[keyPath: part])
            japanese.add(pair.japanese[keyPath: part])
        }
        let others = pairs.map { pair in
            japanese.without(pair.japanese[keyPath: part]).f1 - english.without(pair.english[keyPath: part]).f1
        }
        let count = Double(pairs.count)
        let mean = others.reduce(0, +) / count
        let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return row(measure, english.f1, japanese.f1, error: (squares * (count - 1) / count).squareRoot())
    }

    private func row(
        _ measure: LanguageParity.Measure,
        _ english: Double,
        _ japanese: Double,
        error: Double
    ) -> LanguageParity.Row {
        let difference = japanese - english
        let reach = StudentDistribution.quantile(0.975, df: Double(pairs.count - 1)) * error
        return LanguageParity.Row(
            measure: measure,
            english: english,
            japanese: japanese,
            difference: ValueRange(value: difference, low: difference - reach, high: difference + reach)
        )
    }
}
