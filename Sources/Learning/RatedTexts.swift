import Feedback
package import Foundation
package import Scoring
import Store
package import Workspace

/// Texts that people have labelled or rated, from a file or from the workspace.
package struct RatedTexts: Sendable {
    /// A comment with the month it was written in, for saying what would change.
    package struct Item: Sendable {
        package let text: LabelledText
        /// Such as `2024-05`; `nil` for undated ones.
        package let month: String?
    }

    package let items: [Item]
    /// Lines of a file that were not used.
    package let problems: [LabelledFile.Problem]

    /// The rated comments of a workspace: the lower quarter of a scale is −1, the upper one 1, the rest 0.
    ///
    /// `source`: one source; `nil` for all, with the sentences that people have marked as wrongly scored.
    /// - Throws: ``WorkspaceError`` `input` when there are none.
    package init(of context: WorkspaceContext, source: String?) throws {
        let comments = try context.database.read { try LearningQueries.ratedComments(source: source, in: $0) }
        let list = MarkedSentences(of: context.workspace)
        let marked = try source == nil && !list.isEmpty ? RatedTexts(file: list.file) : nil
        if comments.isEmpty, marked == nil {
            throw WorkspaceError(
                .input,
                "no rated comment\(source.map { " of source \"\($0)\"" } ?? ""); import comments with a rating, or name "
                    + "a file of labelled texts: koe lexicon learn FILE"
            )
        }
        problems = marked?.problems ?? []
        items =
            (marked?.items ?? [])
            + comments.map { comment in
                let text = LabelledText(
                    id: comment.key,
                    text: comment.text,
                    language: Self.language(comment.scoredLanguage ?? comment.declaredLanguage, of: comment.text),
                    label: Self.label(of: comment.rating)
                )
                let month = comment.postedAt.map {
                    Period(.month, containing: context.settings.zone.local($0).day).description
                }
                return Item(text: text, month: month)
            }
    }

    /// The rows of a ``LabelledFile`` that have a label or stars.
    ///
    /// - Throws: ``WorkspaceError`` `input` when the file cannot be read or holds no such row.
    package init(file url: URL) throws {
        let file = try LabelledFile(url)
        problems = file.problems
        items = file.rows.compactMap { row in
            guard let label = row.side else { return nil }
            let text = LabelledText(
                id: row.id,
                text: row.text,
                language: Self.language(row.language?.rawValue, of: row.text),
                label: label
            )
            return Item(text: text, month: row.date.flatMap { $0.count >= 7 ? String($0.prefix(7)) : nil })
        }
        if items.isEmpty {
            let first = problems.first.map { "; line \($0.line): \($0.message)" } ?? ""
            throw WorkspaceError(.input, "\(url.path): no row has a text with a label or stars\(first)")
        }
    }

    /// −1 for the lower quarter of a scale, 1 for the upper one, 0 between: of five stars 1–2, 3, 4–5.
    static func label(of rating: Rating) -> Int {
        rating.basisPoints >= 5_000 ? 1 : rating.basisPoints <= -5_000 ? -1 : 0
    }

    private static func language(_ code: String?, of text: String) -> Language {
        if let known = code.flatMap({ Language(rawValue: String($0.prefix(2)).lowercased()) }) { return known }
        return Language.byLetters(of: text)
    }
}
