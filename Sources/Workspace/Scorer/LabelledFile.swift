package import Feedback
package import Foundation

/// A tab-separated file of texts that people have labelled; its first line names the columns.
///
/// `text` must be there, and one of `label` (−1, 0, 1, or negative, neutral, positive), `stars` (1 to 5) and `score`
/// (any number); `id`, `lang` and `date` are read where they are there, other columns passed over.
package struct LabelledFile: Sendable {
    package struct Row: Sendable {
        package let id: String
        package let text: String
        /// −1, 0 or 1 as the file says; `nil` when it says none.
        package let label: Int?
        package let stars: Double?
        package let score: Double?
        /// `nil` when the file says none.
        package let language: Language?
        /// As the file writes it.
        package let date: String?

        /// The label, or what the stars say: 4 and 5 are positive, 1 and 2 negative.
        package var side: Int? { label ?? stars.map { $0 >= 4 ? 1 : $0 <= 2 ? -1 : 0 } }
    }

    /// A line that was not used.
    package struct Problem: Encodable, Sendable {
        /// 1-based.
        package let line: Int
        package let message: String
    }

    package private(set) var rows: [Row] = []
    package private(set) var problems: [Problem] = []
    private let columns: [String: Int]
    private let columnCount: Int

    private static let labels = [
        "-1": -1, "0": 0, "1": 1, "+1": 1, "-1.0": -1, "0.0": 0, "1.0": 1,
        "negative": -1, "neutral": 0, "positive": 1, "neg": -1, "neu": 0, "pos": 1,
    ]

    /// Reads a file.
    ///
    /// - Throws: ``WorkspaceError`` `input` when it cannot be read or its first line names no such columns.
    package init(_ url: URL) throws {
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw WorkspaceError(.input, "cannot read \(url.path)")
        }
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        var head = lines.popFirst().map { String(decoding: $0, as: UTF8.self) } ?? ""
        if head.hasPrefix("\u{FEFF}") { head.removeFirst() }
        let names = Self.cells(head).map { $0.lowercased() }
        columns = Dictionary(names.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        columnCount = names.count
        guard columns["text"] != nil, !columns.keys.allSatisfy({ !["label", "stars", "score"].contains($0) }) else {
            throw WorkspaceError(
                .input,
                """
                \(url.path): the first line must name the columns text and label, stars or score, separated by tabs; \
                it is \"\(String(head.prefix(80)))\"
                """
            )
        }
        for (index, line) in lines.enumerated() where !line.isEmpty && line != Data("\r".utf8) {
            read(line, number: index + 2)
        }
    }

    private mutating func read(_ line: Data, number: Int) {
        guard let text = String(validating: line, as: UTF8.self) else {
            return report(number, "the line is not UTF-8: save the file as UTF-8")
        }
        let cells = Self.cells(text)
        guard cells.count <= columnCount else {
            return report(number, "\(cells.count) columns, and the first line names \(columnCount)")
        }
        func cell(_ name: String) -> String? {
            guard let column = columns[name], column < cells.count, !cells[column].isEmpty else { return nil }
            return cells[column]
        }
        guard let words = cell("text") else { return report(number, "no text") }
        let label = cell("label").flatMap { Self.labels[$0.lowercased()] }
        if let given = cell("label"), label == nil {
            return report(number, "the label is \"\(given.prefix(20))\"; it must be -1, 0 or 1")
        }
        let stars = cell("stars").flatMap { Double($0) }
        if let given = cell("stars"), !(stars.map { (1...5).contains($0) } ?? false) {
            return report(number, "the stars are \"\(given.prefix(20))\"; they must be 1 to 5")
        }
        let score = cell("score").flatMap { Double($0) }
        if let given = cell("score"), score?.isFinite != true {
            return report(number, "the score is \"\(given.prefix(20))\"; it must be a number")
        }
        rows.append(
            Row(
                id: cell("id") ?? String(number),
                text: words,
                label: label,
                stars: stars,
                score: score,
                language: cell("lang").flatMap { Language(rawValue: String($0.prefix(2)).lowercased()) },
                date: cell("date")
            )
        )
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(Problem(line: line, message: message))
    }

    private static func cells(_ line: String) -> [String] {
        var bytes = line.utf8[...]
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
