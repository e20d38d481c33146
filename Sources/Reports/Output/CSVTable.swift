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

    var bytes: [UInt8] {
        Array(("\u{FEFF}" + columns.joined(separator: ",") + "\r\n").utf8) + lines
    }

    /// The rows alone.
    var lines: [UInt8] {
        Array(rows.map { $0.map(Self.written).joined(separator: ",") + "\r\n" }.joined().utf8)
    }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): String(decoding: CSVCell.bytes(of: SpreadsheetText.defused(text)), as: UTF8.self)
        case .count(let count): String(count)
        case .number(let number): NumberText.fixed(number, decimals: 4, minus: "-")
        case .empty: ""
        }
    }
}
