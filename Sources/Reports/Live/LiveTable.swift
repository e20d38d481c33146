/// Rows of texts as a piece of a CSV file.
package struct LiveTable: Sendable {
    /// `nil` for an empty cell.
    package let rows: [[String?]]

    package init(rows: [[String?]]) {
        self.rows = rows
    }

    /// The piece in UTF-8; the first begins with a byte order mark and the names of the columns.
    package func bytes(withHeader: Bool, columns: [String]) -> [UInt8] {
        var table = CSVTable(name: "comments", columns: columns)
        table.rows = rows.map { row in row.map(cell) }
        return withHeader ? table.bytes : table.lines
    }

    /// A valence is a number; a minus in front of it is no formula.
    private func cell(_ text: String?) -> CSVTable.Cell {
        guard let text else { return .empty }
        return Int(text).map(CSVTable.Cell.count) ?? .text(text)
    }
}
