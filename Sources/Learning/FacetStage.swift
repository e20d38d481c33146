package import Feedback
import Scoring
package import Workspace

/// Proposes what speaks for facets and signals, from texts in which people have labelled them; changes nothing.
package struct FacetStage: Sendable {
    /// What a proposal would do.
    package struct Outcome: Encodable, Sendable {
        package let language: String
        package let texts: Int
        package let rows: Int
        /// Of facets and signals together, on texts held out.
        package let precisionBefore: Double
        package let recallBefore: Double
        package let f1Before: Double
        package let precisionAfter: Double
        package let recallAfter: Double
        package let f1After: Double
        package let added: [Added]
        /// The proposal in the format of word lists.
        package let proposal: String
    }

    /// What cues of one facet or signal added to texts held out.
    package struct Added: Encodable, Sendable {
        /// Such as `speed:-1`.
        package let name: String
        package let right: Int
        package let wrong: Int
        package let isProposed: Bool
    }

    private let entries: [LexiconEntry]
    private let dictionary: JapaneseDictionary
    private let barred: BarredWords

    /// - Parameters:
    ///   - resources: the shipped lists.
    ///   - context: workspace whose accepted lists count as in use, but for those with learnt cues of facets; `nil` for
    ///     none.
    ///   - dictionary: folder of the MeCab dictionary; `nil` tries the usual places.
    /// - Throws: ``WorkspaceError`` `missing` when one of them is not there.
    package init(resources: Resources, context: WorkspaceContext?, dictionary: String?) throws {
        let accepted = try context.map { try AcceptedLists.files(of: $0.workspace) } ?? []
        let files = try accepted + ScorerLoader.files(in: resources.lexicons)
        entries = files.flatMap { LexiconReader().parse($0).entries }.filter {
            $0.kind != .cue || $0.facet == nil && $0.signal == nil
        }
        self.dictionary = try ScorerLoader.japaneseDictionary(at: dictionary)
        barred = try BarredWords(resources: resources, context: context)
    }

    /// Learns for each language that has enough texts.
    ///
    /// - Parameters:
    ///   - table: texts of any language.
    ///   - language: the only one to learn for; `nil` for all that have enough texts.
    ///   - source: what the rows name as their source.
    ///   - progress: is told of the folds.
    /// - Returns: one proposal for each language with enough texts.
    /// - Throws: ``WorkspaceError`` `input` when no language has enough texts.
    package func run(
        _ table: LabelledTable,
        language: Language?,
        source: String,
        progress: ProgressListener
    ) throws -> [Outcome] {
        let texts = Self.texts(table)
        var outcomes: [Outcome] = []
        var reasons: [String] = []
        for language in language.map({ [$0] }) ?? Language.scored.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard texts.contains(where: { $0.language == language }) else { continue }
            do {
                let run = try FacetRun(
                    texts: texts,
                    language: language,
                    shipped: entries,
                    dictionary: dictionary,
                    isBarred: barred.contains,
                    progress: { done, total in
                        progress(ProgressReport(stage: "learn", done: done, total: total, unit: "folds"))
                    }
                )
                outcomes.append(Self.outcome(run, source))
            } catch let error as LearningError {
                reasons.append("\(language.rawValue): \(error)")
            }
        }
        if outcomes.isEmpty {
            let reason = reasons.isEmpty ? "there is no text with facets" : reasons.joined(separator: "; ")
            let first = table.problems.first.map { "; line \($0.line), column \($0.column): \($0.message)" } ?? ""
            throw WorkspaceError(.input, "nothing can be learnt: \(reason)\(first)")
        }
        return outcomes
    }

    /// A row that tells the same in two languages is a text of each.
    private static func texts(_ table: LabelledTable) -> [FacetText] {
        table.rows.flatMap { row in
            row.texts.map { name, text in
                FacetText(
                    text: text,
                    language: Language(rawValue: name) ?? Language.byLetters(of: text),
                    claims: row.claims
                )
            }
        }
    }

    private static func outcome(_ run: FacetRun, _ source: String) -> Outcome {
        Outcome(
            language: run.language.rawValue,
            texts: run.count,
            rows: run.cues.count,
            precisionBefore: run.before.precision,
            recallBefore: run.before.recall,
            f1Before: run.before.f1,
            precisionAfter: run.after.precision,
            recallAfter: run.after.recall,
            f1After: run.after.f1,
            added: run.added.map {
                Added(name: $0.claim.text, right: $0.right, wrong: $0.wrong, isProposed: $0.helps && !run.cues.isEmpty)
            },
            proposal: FacetProposal(run: run, source: source).text
        )
    }
}
