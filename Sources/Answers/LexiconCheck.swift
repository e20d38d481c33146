package import Foundation
import Scoring
import Workspace

/// Checks word lists as `koe lexicon check` shows it.
package struct LexiconCheck: Sendable {
    package struct Problem: Encodable, Sendable {
        package let file: String
        package let line: Int
        package let column: Int
        /// `error` or `warning`.
        package let severity: String
        package let message: String

        package var isError: Bool { severity == LexiconProblem.Severity.error.rawValue }
    }

    /// In the order of file, line and column.
    package let problems: [Problem]
    package let entries: Int
    package let files: [String]

    /// Checks all word lists of a folder.
    ///
    /// `folder`: word lists, read with the sub-folders.
    /// `dictionary`: folder of the MeCab dictionary; `nil` tries the usual places.
    package init(folder: URL, dictionary: String?) throws {
        let files = try ScorerLoader.files(in: folder)
        let japanese = try ScorerLoader.japaneseDictionary(at: dictionary)
        var entries: [LexiconEntry] = []
        var problems: [LexiconProblem] = []
        for file in files {
            let (parsed, found) = LexiconReader().parse(file)
            entries += parsed
            problems += found
        }
        problems += try LexiconChecker(dictionary: japanese).check(entries)
        self.problems = problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }.map {
            Problem(
                file: $0.file,
                line: $0.line,
                column: $0.column,
                severity: $0.severity.rawValue,
                message: $0.message
            )
        }
        self.entries = entries.count
        self.files = files.map(\.name)
    }

    package var errorCount: Int { problems.count(where: \.isError) }
}
