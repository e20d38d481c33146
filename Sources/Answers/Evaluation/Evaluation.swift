import Feedback
package import Foundation
package import Reports
import Scoring
package import Workspace

/// Measures the scorer on comments that people have labelled.
///
/// The comments come from a ``LabelledFile``.
package struct Evaluation: Encodable, Sendable {
    package struct ClassResult: Encodable, Sendable {
        package let label: Int
        package let n: Int
        package let precision: Double
        package let recall: Double
        package let f1: Double
    }

    package struct WorstError: Encodable, Sendable {
        package fileprivate(set) var id: String
        package let label: Int
        package let score: Double
        package fileprivate(set) var text: String
        /// Matched words with what they add.
        package let evidence: [String]
    }

    package let file: String
    package let rows: Int
    /// Lines of the file that were not used.
    package let problems: [LabelledFile.Problem]
    /// Share of texts with a score outside the neutral zone.
    package let coverage: Double
    /// Share of rows whose class is right; with a neutral class over three classes, else over two.
    package let accuracy: Double?
    package let macroF1: Double?
    package let classes: [ClassResult]
    /// Chance that a positive row scores above a negative one.
    package let auc: Double?
    /// Pearson's r with `score`.
    package let pearson: Double?
    /// Spearman's ρ with `stars`.
    package let spearman: Double?
    package private(set) var worst: [WorstError]

    /// Scores a file of labelled comments and compares.
    ///
    /// `threshold`: scores strictly between −threshold and threshold are neutral.
    /// `worstCount`: errors to list, furthest from their label first.
    /// - Throws: ``WorkspaceError`` `input` when the file cannot be read or holds no label.
    package init(of url: URL, scorer: LoadedScorer, threshold: Double, worstCount: Int) throws {
        let labelledFile = try LabelledFile(url)
        let rows = labelledFile.rows
        problems = labelledFile.problems
        let worker = try scorer.scorer.makeWorker()
        var scored: [(row: LabelledFile.Row, score: Double)] = []
        for row in rows {
            let result = worker.score(row.text, declaredLanguage: row.language)
            scored.append((row, Double(result.valence ?? 0) / 1_000))
        }
        file = url.lastPathComponent
        self.rows = rows.count
        let predicted = scored.map { $0.score >= threshold ? 1 : $0.score <= -threshold ? -1 : 0 }
        coverage = Double(predicted.count { $0 != 0 }) / Double(max(1, rows.count))
        let labelled = zip(scored, predicted).compactMap { item, class_ in
            item.row.label.map { (label: $0, predicted: class_, score: item.score) }
        }
        let labels = Set(labelled.map(\.label)).contains(0) ? [-1, 0, 1] : [-1, 1]
        classes = labelled.isEmpty ? [] : labels.map { Self.result(of: $0, in: labelled) }
        accuracy =
            labelled.isEmpty
            ? nil : Double(labelled.count { $0.label == $0.predicted }) / Double(labelled.count)
        macroF1 = classes.isEmpty ? nil : classes.reduce(0) { $0 + $1.f1 } / Double(classes.count)
        auc = RankStatistics.auc(
            positive: labelled.filter { $0.label > 0 }.map(\.score),
            negative: labelled.filter { $0.label < 0 }.map(\.score)
        )
        let graded = scored.filter { $0.row.score != nil }
        pearson = RankStatistics.pearson(graded.compactMap(\.row.score), graded.map(\.score))
        let starred = scored.filter { $0.row.stars != nil }
        spearman = RankStatistics.spearman(starred.compactMap(\.row.stars), starred.map(\.score))
        worst = Self.worst(scored, count: worstCount, worker: worker)
    }

    private static func result(
        of label: Int,
        in rows: [(label: Int, predicted: Int, score: Double)]
    ) -> ClassResult {
        let right = Double(rows.count { $0.label == label && $0.predicted == label })
        let predicted = Double(rows.count { $0.predicted == label })
        let n = rows.count { $0.label == label }
        let precision = predicted > 0 ? right / predicted : 0
        let recall = n > 0 ? right / Double(n) : 0
        let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        return ClassResult(label: label, n: n, precision: precision, recall: recall, f1: f1)
    }

    private static func worst(
        _ scored: [(row: LabelledFile.Row, score: Double)],
        count: Int,
        worker: ScoringWorker
    ) -> [WorstError] {
        typealias Error = (distance: Double, row: LabelledFile.Row, label: Int, score: Double)
        let errors = scored.compactMap { item -> Error? in
            guard let label = item.row.label else { return nil }
            let distance = abs(Double(label) - item.score)
            return distance > 0.5 ? (distance, item.row, label, item.score) : nil
        }
        .sorted { ($0.distance, $1.row.id) > ($1.distance, $0.row.id) }
        return errors.prefix(count).map { error in
            let score = worker.score(error.row.text, declaredLanguage: error.row.language)
            return WorstError(
                id: error.row.id,
                label: error.label,
                score: error.score,
                text: error.row.text,
                evidence: score.evidence.map { "\($0.entry) \($0.valence) (\($0.rule))" }
            )
        }
    }
}

extension Evaluation {
    /// The same with what is personal hidden in the texts and ids that are shown.
    package func masked(by masking: Masking) -> Evaluation {
        var copy = self
        for index in copy.worst.indices {
            copy.worst[index].id = masking.masked(worst[index].id)
            copy.worst[index].text = masking.masked(worst[index].text)
        }
        return copy
    }
}
