/// Tables in which Airbyte keeps what a source sent: one cell of a row is an object of JSON.
enum EnvelopeTable {
    private static let column = "_airbyte_data"

    /// The objects of such a table, one a line, each on the line of its row.
    ///
    /// - Parameter stream: An input whose first bytes are at hand.
    /// - Returns: `nil` where the input is no such table.
    /// - Throws: `IngestionError` when the input cannot be read.
    static func objects(_ stream: ByteStream) throws(IngestionError) -> ByteStream? {
        let head = Array(stream.buffer[stream.position...].prefix(ByteStream.window))
        guard let first = head.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{"), first != UInt8(ascii: "["),
            String(decoding: head.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self).contains(column),
            let shape = DelimiterFinder.find(head, columns: [column])?.shape
        else { return nil }
        var table = TableReader(shape: shape, limits: ImportLimits())
        var rows = stream
        guard try table.readHeader(&rows).contains(column) else { return nil }
        table.assign { $0 == column ? 0 : nil }
        let file = stream.file
        var lines = ObjectLines(table: table, rows: rows)
        let chunks = InputChunks { try lines.next() }
        return ByteStream(file: file, chunks: chunks, encoding: .utf8)
    }
}

/// The objects of a table as lines.
private struct ObjectLines {
    var table: TableReader
    var rows: ByteStream
    private var row = FieldRow(slots: 1)
    private var line = 1

    init(table: TableReader, rows: ByteStream) {
        self.table = table
        self.rows = rows
    }

    /// Some lines; `nil` at the end.
    mutating func next() throws(IngestionError) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < 65_536 {
            switch try table.next(&rows, into: &row) {
            case .end: return bytes.isEmpty ? nil : bytes
            case .skipped, .withdrawn: continue
            case .problem(let place, _):
                // As it stands the row is no object either, and is told as a problem by whoever reads the lines.
                append(place.head ?? Array(rows.buffer[place.range]), on: place.line, to: &bytes)
            case .row(let place):
                // A row without an object is one without any answer.
                var object = "{}"
                if case .text(let cell) = row[0] { object = cell }
                append(Array(object.utf8), on: place.line, to: &bytes)
            }
        }
        return bytes
    }

    private mutating func append(_ object: [UInt8], on line: Int, to bytes: inout [UInt8]) {
        while self.line < line {
            bytes.append(0x0A)
            self.line += 1
        }
        bytes.append(contentsOf: object.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
        bytes.append(0x0A)
        self.line += 1
    }
}
