package import Feedback
import Scoring
package import Workspace

/// Proposes words and strengths from labelled or rated comments; changes nothing.
package struct LearnStage: Sendable {
    /// What a proposal would do.
    package struct Outcome: Encodable, Sendable {
        package let language: String
        package let texts: Int
        package let negative: Int
        package let neutral: Int
        package let positive: Int
        /// `cues`, `borders` or `nothing`: the simplest that nothing beats on texts held out.
        package let choice: String
        package let newTerms: Int
        package let changedTerms: Int
        /// Macro-F1 and accuracy on texts held out.
        package let macroF1Before: Double
        package let macroF1WithBorders: Double
        package let macroF1WithCues: Double
        package let macroF1After: Double
        package let accuracyBefore: Double
        package let accuracyAfter: Double
        package let months: [Month]
        /// The proposal in the format of word lists.
        package let proposal: String
    }

    /// What would change in one month of the labelled comments.
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

    private let files: [LexiconFile]
    private let dictionary: JapaneseDictionary
    private let barred: BarredWords

    /// - Parameters:
    ///   - resources: the shipped lists.
    ///   - context: workspace whose accepted lists count as in use, but for those that were learnt; `nil` for none.
    ///   - dictionary: folder of the MeCab dictionary; `nil` tries the usual places.
    /// - Throws: ``WorkspaceError`` `missing` when one of them is not there.
    package init(resources: Resources, context: WorkspaceContext?, dictionary: String?) throws {
        let accepted = try context.map { try AcceptedLists.files(of: $0.workspace) } ?? []
        files = try accepted.filter { ScoreAdjustment($0) == nil } + ScorerLoader.files(in: resources.lexicons)
        self.dictionary = try ScorerLoader.japaneseDictionary(at: dictionary)
        barred = try BarredWords(resources: resources, context: context)
    }

    /// Learns for each language that has enough texts.
    ///
    /// - Parameters:
    ///   - rated: texts of any language.
    ///   - language: the only one to learn for; `nil` for all that have enough texts.
    ///   - source: what the rows name as their source.
    ///   - progress: is told of the fits.
    /// - Returns: one proposal for each language with enough texts.
    /// - Throws: ``WorkspaceError`` `input` when no language has enough texts.
    package func run(
        _ rated: RatedTexts,
        language: Language?,
        source: String,
        progress: ProgressListener
    ) throws -> [Outcome] {
        let entries = files.flatMap { LexiconReader().parse($0).entries }
        var outcomes: [Outcome] = []
        var reasons: [String] = []
        for language in language.map({ [$0] }) ?? Language.scored.sorted(by: { $0.rawValue < $1.rawValue }) {
            let own = rated.items.filter { $0.text.language == language }
            if own.isEmpty { continue }
            do {
                let run = try LearningRun(
                    texts: own.map(\.text),
                    language: language,
                    shipped: entries,
                    dictionary: dictionary,
                    isBarred: barred.contains,
                    progress: { done, total in
                        progress(ProgressReport(stage: "learn", done: done, total: total, unit: "fits"))
                    }
                )
                outcomes.append(try outcome(run, own, source))
            } catch let error as LearningError {
                reasons.append("\(language.rawValue): \(error)")
            }
        }
        if outcomes.isEmpty {
            let reason = reasons.isEmpty ? "there is no text of the language" : reasons.joined(separator: "; ")
            let unused = rated.problems.first.map {
                "; \(rated.problems.count) lines were not used, the first: line \($0.line): \($0.message)"
            }
            throw WorkspaceError(.input, "nothing can be learnt: \(reason)\(unused ?? "")")
        }
        return outcomes
    }

    private func outcome(_ run: LearningRun, _ items: [RatedTexts.Item], _ source: String) throws -> Outcome {
        let proposal = LearningProposal(run: run, source: source).text
        return Outcome(
            language: run.language.rawValue,
            texts: run.count,
            negative: run.classCounts[0],
            neutral: run.classCounts[1],
            positive: run.classCounts[2],
            choice: run.choice.rawValue,
            newTerms: run.cues.count { $0.shippedValence == nil },
            changedTerms: run.cues.count { $0.shippedValence != nil },
            macroF1Before: run.before.macroF1,
            macroF1WithBorders: run.withBorders.macroF1,
            macroF1WithCues: run.withCues.macroF1,
            macroF1After: run.after.macroF1,
            accuracyBefore: run.before.accuracy,
            accuracyAfter: run.after.accuracy,
            months: try months(items, proposal),
            proposal: proposal
        )
    }

    /// What the scorer itself says of the texts, without the proposal and with it.
    private func months(_ items: [RatedTexts.Item], _ proposal: String) throws -> [Month] {
        let list = LexiconFile(name: "workspace/proposal.tsv", bytes: Array(proposal.utf8))
        let before = try worker(files)
        let after = try worker([list] + files)
        var months: [String: (texts: Int, changed: Int, before: Int, after: Int)] = [:]
        for item in items {
            let old = before.score(item.text.text, declaredLanguage: item.text.language).label
            let new = after.score(item.text.text, declaredLanguage: item.text.language).label
            let sums = months[item.month ?? "undated", default: (0, 0, 0, 0)]
            months[item.month ?? "undated"] = (
                sums.texts + 1, sums.changed + (old == new ? 0 : 1), sums.before + old, sums.after + new
            )
        }
        return months.sorted { $0.key < $1.key }.map { month, sums in
            Month(
                month: month,
                texts: sums.texts,
                changed: sums.changed,
                balanceBefore: 100 * Double(sums.before) / Double(sums.texts),
                balanceAfter: 100 * Double(sums.after) / Double(sums.texts)
            )
        }
    }

    private func worker(_ files: [LexiconFile]) throws -> ScoringWorker {
        try Scorer(lexicon: Lexicon(files: files, dictionary: dictionary), dictionary: dictionary).makeWorker()
    }
}
