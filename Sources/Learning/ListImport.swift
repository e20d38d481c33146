import Feedback
package import Foundation
import Scoring
import Workspace
import Yams

/// Brings a user's own copy of another tool's list into the workspace.
package struct ListImport: Sendable {
    /// What became of the lines.
    package struct Outcome: Encodable, Sendable {
        package let file: String
        package let format: String
        package let words: Int
        package let replaced: Bool
        package let problems: [Problem]
    }

    package struct Problem: Encodable, Sendable {
        package let line: Int
        package let message: String
    }

    private let lists: AcceptedLists

    package init(lists: AcceptedLists) {
        self.lists = lists
    }

    /// Reads a list and writes it as `lexicon/SOURCE.tsv`.
    ///
    /// - Parameters:
    ///   - url: the list, in UTF-8.
    ///   - formatName: how it is written; `auto` looks at its first lines.
    ///   - code: language of the words, `ja` or `en`.
    ///   - source: name of the list, by which every row says where it comes from.
    /// - Returns: what was taken, and every line that was not.
    /// - Throws: ``WorkspaceError`` `input` when nothing of it can be used.
    package func run(_ url: URL, format formatName: String, language code: String, source: String) throws -> Outcome {
        guard let format = ImportFormat(rawValue: formatName) else {
            let known = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw WorkspaceError(.usage, "the format is \"\(formatName)\"; it must be one of \(known)")
        }
        guard let language = Language(rawValue: code), language != .unknown else {
            throw WorkspaceError(.usage, "the language is \"\(code)\"; write ja or en")
        }
        guard let data = FileManager.default.contents(atPath: url.path),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw WorkspaceError(.input, "cannot read \(url.path) as UTF-8; convert it first, for example with iconv")
        }
        let reader = ListReader(text)
        let found = format == .auto ? reader.guessedFormat : format
        var list = found == .quanteda ? try Self.quanteda(text, url.path) : reader.read(found)
        let name = Self.fileName(source)
        var (rows, lines) = list.rows(source: source, language: language)
        let bad = try lists.problems(of: LexiconFile(name: name, bytes: Array(rows.utf8)))
        for problem in bad {
            let place = problem.line - ImportedList.headLines - 1
            list.report(lines.indices.contains(place) ? lines[place] : 1, problem.message)
        }
        let badLines = Set(bad.map { $0.line })
        let kept = rows.split(separator: "\n").enumerated().filter { !badLines.contains($0.offset + 1) }.map(\.element)
        rows = kept.joined(separator: "\n") + "\n"
        let words = kept.count - ImportedList.headLines
        guard words > 0 else {
            let first = list.problems.first.map { "; line \($0.line): \($0.message)" } ?? ""
            throw WorkspaceError(.input, "no word of \(url.path) could be read as \(found.rawValue)\(first)")
        }
        return Outcome(
            file: "lexicon/\(name)",
            format: found.rawValue,
            words: words,
            replaced: try lists.write(Data(rows.utf8), name),
            problems: list.problems.sorted { ($0.line, $0.message) < ($1.line, $1.message) }.map {
                Problem(line: $0.line, message: $0.message)
            }
        )
    }

    private static func fileName(_ source: String) -> String {
        let safe = source.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
        return "import-\(String(safe)).tsv"
    }

    /// A dictionary of quanteda: categories in categories, with words or patterns at the end.
    private static func quanteda(_ text: String, _ path: String) throws -> ImportedList {
        var list = ImportedList()
        do {
            guard let node = try Yams.compose(yaml: text) else { return list }
            read(node, sign: nil, category: "", &list)
        } catch {
            throw WorkspaceError(.input, "\(path): \(error)")
        }
        return list
    }

    private static func read(_ node: Node, sign: Int?, category: String, _ list: inout ImportedList) {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                let name = key.string ?? ""
                let path = category.isEmpty ? name : "\(category)/\(name)"
                read(value, sign: ListReader.sign(ofCategory: name) ?? sign, category: path, &list)
            }
        case .sequence(let sequence):
            for item in sequence { read(item, sign: sign, category: category, &list) }
        case .scalar(let scalar):
            let line = node.mark?.line ?? 1
            guard let sign else { return }
            var term = scalar.string
            if term.hasSuffix("*") {
                list.report(line, "'\(term)' stands for a stem: taken as the word and its inflections")
                term.removeLast()
            }
            list.add(ImportedWord(term: term, valence: sign * 500, note: category, line: line))
        default: break
        }
    }
}
