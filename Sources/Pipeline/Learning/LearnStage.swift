package import Feedback
package import Foundation
import Scoring

/// Proposes words and strengths from labelled or rated comments; changes nothing.
package struct LearnStage: Sendable {
    /// What a proposal would do.
    package struct Outcome: Encodable, Sendable {
        package let language: String
        package let texts: Int
        package let newTerms: Int
        package let changedTerms: Int
        /// Macro-F1 and accuracy on texts held out.
        package let macroF1Before: Double
        package let macroF1After: Double
        package let accuracyBefore: Double
        package let accuracyAfter: Double
        package let months: [Month]
        /// The proposal in the format of word lists.
        package let proposal: String
    }

    /// What would change in one month.
    package struct Month: Encodable, Sendable {
        /// Such as `2024-05`, or `undated`.
        package let month: String
        package let texts: Int
        /// Comments whose class would change.
        package let changed: Int
        /// Share of positive less share of negative comments, before and after, in points.
        package let balanceBefore: Double
        package let balanceAfter: Double
    }

    /// Comments of a language below which nothing is learnt.
    package static let leastTexts = 100

    private let files: [LexiconFile]
    private let dictionary: JapaneseDictionary

    /// - Parameters:
    ///   - lexicons: folder of the shipped lists.
    ///   - dictionary: folder of the MeCab dictionary; `nil` tries the usual places.
    /// - Throws: ``PipelineError`` `missing` when one of them is not there.
    package init(lexicons: URL, dictionary: String?) throws {
        files = try ScorerLoader.files(in: lexicons)
        self.dictionary = try ScorerLoader.japaneseDictionary(at: dictionary)
    }

    /// Learns for each language that has enough texts.
    ///
    /// - Parameters:
    ///   - items: texts of any language.
    ///   - language: the only one to learn for; `nil` for both.
    ///   - source: what the rows name as their source.
    /// - Returns: one proposal for each language with enough texts.
    /// - Throws: ``PipelineError`` `input` when no language has enough texts.
    package func run(_ items: [RatedTexts.Item], language: Language?, source: String) throws -> [Outcome] {
        let entries = files.flatMap { LexiconReader().parse($0).entries }
        let languages = language.map { [$0] } ?? [.english, .japanese]
        let outcomes = try languages.compactMap { language -> Outcome? in
            let own = items.filter { $0.text.language == language }
            guard own.count >= Self.leastTexts else { return nil }
            let run = try LearningRun(
                texts: own.map(\.text),
                language: language,
                shipped: entries,
                dictionary: dictionary
            )
            return outcome(run, own, source)
        }
        if outcomes.isEmpty {
            throw PipelineError(
                .input,
                "fewer than \(Self.leastTexts) rated comments in any language: too few to learn"
            )
        }
        return outcomes
    }

    private func outcome(_ run: LearningRun, _ items: [RatedTexts.Item], _ source: String) -> Outcome {
        var months: [String: (texts: Int, changed: Int, before: Int, after: Int)] = [:]
        for (index, item) in items.enumerated() {
            let (before, after) = (run.classesBefore[index], run.classesAfter[index])
            let old = months[item.month ?? "undated", default: (0, 0, 0, 0)]
            months[item.month ?? "undated"] = (
                old.texts + 1, old.changed + (before == after ? 0 : 1), old.before + before, old.after + after
            )
        }
        return Outcome(
            language: run.language.rawValue,
            texts: run.count,
            newTerms: run.entries.count { $0.oldValence == nil },
            changedTerms: run.entries.count { $0.oldValence != nil },
            macroF1Before: run.before.macroF1,
            macroF1After: run.after.macroF1,
            accuracyBefore: run.before.accuracy,
            accuracyAfter: run.after.accuracy,
            months: months.sorted { $0.key < $1.key }.map { month, sums in
                Month(
                    month: month,
                    texts: sums.texts,
                    changed: sums.changed,
                    balanceBefore: 100 * Double(sums.before) / Double(sums.texts),
                    balanceAfter: 100 * Double(sums.after) / Double(sums.texts)
                )
            },
            proposal: LearningProposal(run: run, source: source).text
        )
    }
}
