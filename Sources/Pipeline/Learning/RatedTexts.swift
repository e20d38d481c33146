import Feedback
package import Foundation
package import Scoring
import Store

/// Texts that people have labelled or rated, from a file or from the workspace.
package enum RatedTexts {
    /// A comment with the month it was written in, for saying what would change.
    package struct Item: Sendable {
        package let text: LabelledText
        /// Such as `2024-05`; `nil` for undated ones.
        package let month: String?
    }

    /// The rated comments of a workspace: the lower quarter of a scale is −1, the upper one 1, the rest 0.
    ///
    /// `source`: one source; `nil` for all.
    /// - Throws: ``PipelineError`` `input` when there are none.
    package static func ofWorkspace(_ context: WorkspaceContext, source: String?) throws -> [Item] {
        let comments = try context.database.read { try LearningQueries.ratedComments(source: source, in: $0) }
        if comments.isEmpty {
            throw PipelineError(
                .input,
                "no rated comment\(source.map { " of source \($0)" } ?? ""); import comments with a rating, or name a "
                    + "file with --labelled"
            )
        }
        return comments.map { comment in
            let points = comment.rating.basisPoints
            let text = LabelledText(
                id: comment.key,
                text: comment.text,
                language: language(comment.scoredLanguage ?? comment.declaredLanguage, of: comment.text),
                label: points >= 5_000 ? 1 : points <= -5_000 ? -1 : 0
            )
            let month = comment.postedAt.map {
                Period(.month, containing: context.settings.zone.local($0).day).description
            }
            return Item(text: text, month: month)
        }
    }

    /// The rows of a tab-separated file with the columns `text` and `label` or `stars`; `id`, `lang` and `date` may be
    /// there.
    ///
    /// - Throws: ``PipelineError`` `input` when the file cannot be read or names no such columns.
    package static func ofFile(_ url: URL) throws -> [Item] {
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw PipelineError(.input, "cannot read \(url.path)")
        }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
        let header = lines.first.map { cells($0) } ?? []
        guard header.contains("text"), header.contains("label") || header.contains("stars") else {
            throw PipelineError(
                .input,
                "\(url.path): the first line must name the columns text and label or stars, separated by tabs"
            )
        }
        return lines.dropFirst().enumerated().compactMap { index, line in
            let values = Dictionary(zip(header, cells(line))) { first, _ in first }
            guard let text = values["text"], let label = label(values) else { return nil }
            let item = LabelledText(
                id: values["id"] ?? String(index + 2),
                text: text,
                language: language(values["lang"], of: text),
                label: label
            )
            return Item(text: item, month: values["date"].flatMap { $0.count >= 7 ? String($0.prefix(7)) : nil })
        }
    }

    private static func label(_ values: [String: String]) -> Int? {
        if let label = values["label"].flatMap({ Int($0) }), (-1...1).contains(label) { return label }
        guard let stars = values["stars"].flatMap({ Double($0) }) else { return nil }
        return stars >= 4 ? 1 : stars <= 2 ? -1 : 0
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }

    private static func language(_ code: String?, of text: String) -> Language {
        if let known = code.flatMap({ Language(rawValue: String($0.prefix(2)).lowercased()) }) { return known }
        return text.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) } ? .japanese : .english
    }
}
