import JSON

/// The columns of a source with their first values.
struct SourceSample {
    struct Column {
        let name: String
        /// Values that are not empty.
        var values: [String] = []
    }

    private(set) var format: SourceFormat
    private(set) var delimiter: UInt8?
    private(set) var encoding: TextEncoding?
    private(set) var columns: [Column] = []
    /// How many rows were read.
    private(set) var rows = 0

    init(
        file: String,
        chunks: InputChunks,
        format: SourceFormat,
        encoding: TextEncoding?,
        rows limit: Int
    ) throws(IngestionError) {
        var stream = ByteStream(file: file, chunks: chunks, encoding: encoding)
        try stream.fill(upTo: FormatDetector.window)
        try FormatDetector.checkReadable(stream.firstBytes, file: file)
        let finding = try FormatDetector.find(Array(stream.buffer.prefix(FormatDetector.window)), file: file)
        self.format = format == .auto ? finding.format : format
        delimiter = finding.delimiter
        switch self.format {
        case .csv, .tsv: try readTable(&stream, limit)
        case .ndjson, .json, .auto: try readObjects(&stream, limit)
        case .page:
            throw IngestionError(
                .badMapping,
                file: file,
                message: "is a page, which needs no mapping; import it with --format page"
            )
        }
        self.encoding = stream.encoding
    }

    private mutating func readTable(_ stream: inout ByteStream, _ limit: Int) throws(IngestionError) {
        var table = TableReader(delimiter: delimiter ?? (format == .tsv ? 0x09 : 0x2C), limits: ImportLimits())
        let names = try table.readHeader(&stream)
        var places: [String: Int] = [:]
        for name in names where places[name] == nil {
            places[name] = columns.count
            columns.append(Column(name: name))
        }
        table.assign { places[$0] }
        var row = FieldRow(slots: columns.count)
        while rows < limit {
            let step = try table.next(&stream, into: &row)
            if case .end = step { return }
            guard case .row = step else { continue }
            take(row)
        }
    }

    /// Reads objects twice over: their member names are the columns, members of members by their paths.
    private mutating func readObjects(_ stream: inout ByteStream, _ limit: Int) throws(IngestionError) {
        let plan = FieldPlan()
        var row = FieldRow(slots: 0)
        var lines = LineReader(limits: ImportLimits())
        var document = DocumentReader(limits: ImportLimits(), path: nil)
        while rows < limit {
            let isLines = format != .json
            let step =
                isLines
                ? try lines.next(&stream, plan: plan, into: &row) : try document.next(&stream, plan: plan, into: &row)
            if case .end = step { return }
            guard case .row(let place) = step else { continue }
            take(MemberList.read(Array(stream.buffer[place.range])))
        }
    }

    private mutating func take(_ row: FieldRow) {
        rows += 1
        for index in columns.indices {
            if case .text(let text) = row[index], !text.isEmpty { columns[index].values.append(text) }
        }
    }

    private mutating func take(_ members: [(path: String, value: String)]) {
        rows += 1
        for (path, value) in members {
            let index = columns.firstIndex { $0.name == path } ?? columns.count
            if index == columns.count { columns.append(Column(name: path)) }
            if !value.isEmpty { columns[index].values.append(value) }
        }
    }
}

/// The members of a JSON object that has been checked, those of its members by their paths.
enum MemberList {
    static func read(_ bytes: [UInt8]) -> [(path: String, value: String)] {
        var members: [(path: String, value: String)] = []
        var cursor = JSONCursor()
        // The row was checked when it was read, so there is no fault to report.
        try? collect(bytes.span, &cursor, prefix: "", into: &members)
        return members
    }

    private static func collect(
        _ bytes: borrowing Span<UInt8>,
        _ cursor: inout JSONCursor,
        prefix: String,
        into members: inout [(path: String, value: String)]
    ) throws(JSONError) {
        try cursor.openObject(bytes)
        while let name = try cursor.nextName(bytes) {
            let path = prefix + name.rowText(in: bytes)
            if cursor.peek(bytes) == UInt8(ascii: "{") {
                try collect(bytes, &cursor, prefix: path + ".", into: &members)
            } else if case .text(let value) = try cursor.readField(bytes) {
                members.append((path, value))
            } else {
                members.append((path, ""))
            }
        }
    }
}
