/// A table of Koe's own, as a spreadsheet may have saved it again.
package enum TableText {
    /// A row of the table.
    package enum Row: Hashable, Sendable {
        /// The cells by the names of their columns; empty ones are left out.
        case cells([String: String], line: Int)
        case problem(String, line: Int)
    }

    /// Reads a table whose first line names its columns, in any encoding and with any usual delimiter.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its name, for errors.
    ///   - columns: names that the header may hold; other columns are passed over.
    /// - Returns: the rows in their order; lines are counted from 1.
    /// - Throws: when the file cannot be read as text, or its header names none of the columns.
    package static func rows(
        of bytes: [UInt8],
        file: String,
        columns: [String]
    ) throws(IngestionError) -> [Row] {
        var stream = ByteStream(file: file, chunks: InputChunks(bytes: bytes), encoding: nil)
        try stream.fill(upTo: ByteStream.window)
        let sample = Array(stream.buffer[stream.position...].prefix(ByteStream.window))
        let found = DelimiterFinder.find(sample, columns: Set(columns))
        var table = TableReader(shape: found?.shape ?? TableShape(delimiter: 0x2C), limits: ImportLimits())
        let header = try table.readHeader(&stream)
        guard header.contains(where: columns.contains) else {
            throw IngestionError(
                .unreadable,
                file: file,
                message: "has no column named \(columns.joined(separator: ", ")); its first line must name them"
            )
        }
        table.assign { columns.firstIndex(of: $0) }
        var row = FieldRow(slots: columns.count)
        var rows: [Row] = []
        while true {
            switch try table.next(&stream, into: &row) {
            case .end: return rows
            case .skipped, .withdrawn: continue
            case .problem(let place, let fault): rows.append(.problem(fault.message, line: place.line))
            case .row(let place):
                var cells: [String: String] = [:]
                for (slot, name) in columns.enumerated() {
                    if case .text(let text) = row[slot] { cells[name] = text }
                }
                rows.append(.cells(cells, line: place.line))
            }
        }
    }
}
