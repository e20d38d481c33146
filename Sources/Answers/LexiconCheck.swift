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
        let tables = try ScorerLoader.tables(in: folder)
        for table in tables { problems += Self.problems(of: table) }
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
        self.files = (files + tables).map(\.name)
    }

    /// Columns that say whose a text is.
    private static let provenance = ["source", "licence"]

    /// Rows of a table of labelled texts that cannot be read, say nothing of their origin, or repeat a text.
    private static func problems(of file: LexiconFile) -> [LexiconProblem] {
        let table = LabelledTable(Data(file.bytes))
        func problem(_ line: Int, _ column: Int, _ message: String) -> LexiconProblem {
            LexiconProblem(file: file.name, line: line, column: column, severity: .error, message: message)
        }
        var problems = table.problems.map { problem($0.line, $0.column, $0.message) }
        for name in provenance where !table.columns.contains(name) {
            problems.append(problem(1, 1, "no column '\(name)': say whose each text is"))
        }
        var lines: [String: Int] = [:]
        for row in table.rows {
            for (_, text) in row.texts.sorted(by: { $0.key < $1.key }) {
                if let first = lines[text] {
                    problems.append(problem(row.line, 1, "the text is already in line \(first)"))
                }
                lines[text] = lines[text] ?? row.line
            }
        }
        return problems
    }

    package var errorCount: Int { problems.count(where: \.isError) }
}
