import Feedback

/// A table as a CSV file: UTF-8 with BOM, lines ended by CR LF, quoted as in RFC 4180.
///
/// Column names are the same in every language, so that a script reads both reports.
struct CSVTable: Hashable {
    /// A cell; numbers carry no formatting of a language.
    enum Cell: Hashable {
        case text(String)
        case count(Int)
        case number(Double)
        case empty

        static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .empty }
        static func optional(_ number: Double?) -> Cell { number.map(Cell.number) ?? .empty }
        static func optional(_ count: Int?) -> Cell { count.map(Cell.count) ?? .empty }
    }

    /// File name without its ending.
    let name: String
    let columns: [String]
    var rows: [[Cell]] = []

    var bytes: [UInt8] { header + lines }

    /// The names of the columns, behind the mark of the order of bytes.
    var header: [UInt8] { Array(("\u{FEFF}" + columns.joined(separator: ",") + "\r\n").utf8) }

    /// The rows alone.
    var lines: [UInt8] { rows.reduce(into: []) { Self.append($1, to: &$0) } }

    private static func append(_ row: [Cell], to bytes: inout [UInt8]) {
        for (place, cell) in row.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): bytes += CSVCell.bytes(of: SpreadsheetText.defused(text))
            case .count(let count): bytes += String(count).utf8
            case .number(let number): bytes += NumberText.fixed(number, decimals: 4, minus: "-").utf8
            case .empty: break
            }
        }
        bytes += "\r\n".utf8
    }
}
