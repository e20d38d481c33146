import Feedback
package import Foundation
package import Scoring

/// A tab-separated table of texts with what people found in them; its first line names the columns.
///
/// `text` is the text, or `en` and `ja` the same told in two languages; `facets` are words such as `speed:-1`, `signals`
/// words such as `fan`, `sentiment` and `ironic` numbers; `source` and `licence` say whose the text is.
package struct LabelledTable: Sendable {
    package struct Row: Sendable {
        /// 1-based.
        package let line: Int
        /// Texts by the name of their column: `text`, or the code of a language.
        package let texts: [String: String]
        package let claims: Set<CueClaim>
        /// −1, 0 or 1; `nil` when the table has no such column.
        package let sentiment: Int?
    }

    package struct Problem: Encodable, Sendable {
        package let line: Int
        package let column: Int
        package let message: String
    }

    /// Where the shipped tables lie among the word lists, which are no word lists themselves.
    package static let folder = "labelled"

    private static let textColumns = ["text", "en", "ja"]
    private static let known =
        textColumns + ["facets", "signals", "sentiment", "ironic", "source", "licence", "id", "lang"]
    private static let claims = Dictionary(uniqueKeysWithValues: CueClaim.all.map { ($0.text, $0) })

    package private(set) var rows: [Row] = []
    package private(set) var problems: [Problem] = []
    package private(set) var columns: [String] = []

    /// `bytes`: the file.
    package init(_ bytes: Data) {
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.first == UInt8(ascii: "#") && !columns.isEmpty && !line.contains(0x09) { continue }
            guard let text = String(validating: line, as: UTF8.self) else {
                report(index + 1, 1, "the line is not UTF-8: save the file as UTF-8")
                continue
            }
            let cells = Self.cells(text)
            columns.isEmpty ? readColumns(cells) : read(cells, index + 1)
        }
    }

    /// - Throws: ``WorkspaceError`` `input` when the file cannot be read.
    package init(_ url: URL) throws {
        guard let bytes = FileManager.default.contents(atPath: url.path) else {
            throw WorkspaceError(.input, "cannot read \(url.path)")
        }
        self.init(bytes)
    }

    private mutating func readColumns(_ cells: [String]) {
        columns = cells
        for (index, name) in cells.enumerated() where !Self.known.contains(name) {
            report(1, index + 1, "unknown column '\(name)': write \(Self.known.joined(separator: ", "))")
        }
        if !cells.contains(where: Self.textColumns.contains) { report(1, 1, "no column 'text'") }
    }

    private mutating func read(_ cells: [String], _ line: Int) {
        guard cells.count <= columns.count else {
            return report(line, columns.count + 1, "\(cells.count) columns, and the first line names \(columns.count)")
        }
        var texts: [String: String] = [:]
        var claims: Set<CueClaim> = []
        var sentiment: Int?
        let before = problems.count
        for (index, name) in columns.enumerated() {
            let cell = index < cells.count ? cells[index] : ""
            switch name {
            case "text", "en", "ja":
                if cell.isEmpty { report(line, index + 1, "no text") }
                texts[name] = cell
            case "facets", "signals":
                for word in cell.split(separator: " ") {
                    guard let claim = Self.claims[String(word)], (claim.facet == nil) == (name == "signals") else {
                        report(line, index + 1, "'\(word)' is none of the \(name): write as speed:-1, or fan")
                        continue
                    }
                    claims.insert(claim)
                }
            case "sentiment", "ironic":
                let number = Int(cell)
                if number.map({ (name == "ironic" ? 0...1 : -1...1).contains($0) }) != true {
                    report(line, index + 1, "'\(cell)' is not \(name == "ironic" ? "0 or 1" : "-1, 0 or 1")")
                }
                if name == "sentiment" { sentiment = number }
            case "source", "licence":
                if cell.isEmpty { report(line, index + 1, "no \(name): say whose the text is") }
            default: break
            }
        }
        guard problems.count == before else { return }
        rows.append(Row(line: line, texts: texts, claims: claims, sentiment: sentiment))
    }

    private mutating func report(_ line: Int, _ column: Int, _ message: String) {
        problems.append(Problem(line: line, column: column, message: message))
    }

    private static func cells(_ line: String) -> [String] {
        var bytes = line.utf8[...]
        if bytes.starts(with: "\u{FEFF}".utf8) { bytes = bytes.dropFirst(3) }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
