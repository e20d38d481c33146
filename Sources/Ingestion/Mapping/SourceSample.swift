import JSON

/// The columns of a source with their first values.
struct SourceSample {
    /// Rows that are looked at.
    static let usualRows = 200
    /// First bytes of an input in which the rows are looked for.
    static let window = 1 << 20

    struct Column {
        let name: String
        /// What the header says of the column besides its name.
        var label: String?
        /// Values that are not empty.
        var values: [String] = []
        /// The rows of the first of them, counted from 0; further values may stand in any later rows.
        var places: [Int] = []
        /// Dates of later rows, where the order of day and month may be told by few.
        var further: [String] = []
    }

    private(set) var format: SourceFormat
    private(set) var shape: TableShape?
    private(set) var encoding: TextEncoding?
    private(set) var columns: [Column] = []
    /// Columns that have an earlier one's name, by the names that they were given.
    private(set) var furtherNames: [String] = []
    /// How many rows were read.
    private(set) var rows = 0
    /// The first bytes, decoded, in which the rows stand.
    private(set) var head: [UInt8] = []
    /// The format that the names of the columns are those of.
    private(set) var native: NativeFormat?
    /// Name of the member within other rows that holds these; `nil` for the rows of the input itself.
    private(set) var member: String?
    /// Rows of other kinds: those of another format among the rows, and those within rows.
    private(set) var others: [SourceSample] = []
    /// Where the rows of a JSON document stand.
    private(set) var place: RowsPlace?
    /// Which inputs are read alike: those whose header is the same, or of whose rows most have the same members.
    private(set) var signature = ""
    /// Digest of the rows that were looked at.
    private(set) var sample: UInt64 = 0
    /// Indices of the columns of objects by their paths.
    private var places: [String: Int] = [:]
    /// What is known of the rows of other inputs of the source, by signature.
    private var pool: (String) -> RowSketch? = { _ in nil }
    /// Rows that a person has taken out for good.
    private var dropped = DroppedRows.none

    /// `format`: `auto` means it is found by looking; `rows`: at most so many are read.
    ///
    /// - Throws: `IngestionError` when the input cannot be read; `badMapping` for a page, which needs no mapping.
    init(
        file: String,
        chunks: InputChunks,
        format: SourceFormat,
        encoding: TextEncoding?,
        rows limit: Int
    ) throws(IngestionError) {
        var stream = ByteStream(file: file, chunks: chunks, encoding: encoding)
        try stream.fill(upTo: ByteStream.window)
        try FormatDetector.checkReadable(stream.firstBytes, file: file)
        let objects = format == .auto || format == .ndjson ? try EnvelopeTable.objects(stream) : nil
        if let objects {
            stream = objects
            try stream.fill(upTo: ByteStream.window)
        }
        let head = Array(stream.buffer.prefix(ByteStream.window))
        self.head = head
        if objects != nil {
            self.format = .ndjson
        } else if format == .auto {
            try stream.fill(upTo: Self.window)
            let finding = try FormatDetector.find(head, or: stream.buffer, file: file)
            self.format = finding.format
            shape = finding.shape
        } else {
            self.format = format
            if format.isTable { shape = DelimiterFinder.shape(head, format: format) }
        }
        if self.format == .json { try RowsByName.check(head, file: file) }
        place = self.format == .json ? RowsPlace.find(head) : nil
        try stream.fill(upTo: Self.window)
        try read(Array(stream.buffer.prefix(Self.window)), of: file, limit)
        self.encoding = stream.encoding
    }

    /// The columns of the first bytes of an input that is being read.
    ///
    /// `columns`: names that a mapping asks for; `rows`: path of the rows of a document, where a mapping gives it; `pool`:
    /// what is known of the rows of other inputs of the source, by signature; `dropped`: rows that tell nothing, since a
    /// person has taken them out for good.
    init(
        head: [UInt8],
        file: String,
        format: SourceFormat,
        shape: TableShape?,
        columns: Set<String> = [],
        rows: String? = nil,
        pool: @escaping (String) -> RowSketch? = { _ in nil },
        dropped: DroppedRows = .none
    ) {
        self.format = format
        self.shape = shape
        self.pool = pool
        self.dropped = dropped
        if format == .json {
            let path = rows.map { RowsPlace.array($0.split(separator: ".").map(String.init)) }
            place = path ?? RowsPlace.find(head, columns: columns)
        }
        // A fault of the input is told when the rows themselves are read.
        try? read(head, of: file, Self.usualRows)
    }

    /// What is said of columns that share a name.
    var noteOfFurtherNames: String? {
        if furtherNames.isEmpty { return nil }
        return "several columns have one name; the further ones are \(furtherNames.joined(separator: ", "))"
    }

    private mutating func read(_ head: [UInt8], of file: String, _ limit: Int) throws(IngestionError) {
        var drawing = RowDrawing(head: head, file: file, isCut: head.count >= Self.window)
        switch format {
        case .csv, .tsv: try readTable(&drawing, limit)
        case .ndjson, .json, .auto: try readObjects(&drawing, limit)
        // Their fields are known.
        case .movableType, .xml, .mail: return
        case .page:
            throw IngestionError(
                .badMapping,
                file: file,
                message: "is \(format.title), which needs no mapping; import it with --format \(format.rawValue)"
            )
        }
        native = NativeFormat.find(columns.map(\.name))
    }

    /// Rows of one kind, as their members.
    private init(format: SourceFormat, member: String?, rows: [[Member]]) {
        self.format = format
        self.member = member
        for row in rows { take(row) }
        native = NativeFormat.find(columns.map(\.name))
    }

    private mutating func readTable(_ drawing: inout RowDrawing, _ limit: Int) throws(IngestionError) {
        let shape = shape ?? TableShape(delimiter: format == .tsv ? 0x09 : 0x2C)
        let header = try drawing.drawTable(shape)
        furtherNames = header.further
        var places: [String: Int] = [:]
        for (index, name) in header.names.enumerated() where places[name] == nil {
            places[name] = columns.count
            columns.append(Column(name: name, label: index < shape.labels.count ? shape.labels[index] : nil))
        }
        signature = RowDrawing.signature(of: header.names, shape)
        var sketch = drawing.sketch
        if let others = pool(signature) { sketch.merge(others) }
        sample = sketch.digest
        let drawn = sketch.without(dropped).drawn(limit)
        let text = RowDrawing.table(header.names, drawn, shape.delimiter)
        var stream = ByteStream(file: "sample", chunks: InputChunks(bytes: text), encoding: .utf8)
        var plain = shape
        (plain.above, plain.below) = (0, 0)
        var table = TableReader(shape: plain, limits: ImportLimits())
        _ = try table.readHeader(&stream)
        table.assign { places[$0] }
        var row = FieldRow(slots: columns.count)
        while rows < limit {
            let step = try table.next(&stream, into: &row)
            if case .end = step { return }
            guard case .row = step else { continue }
            take(row)
        }
        try readFurther(&stream, &table, &row)
    }

    /// Takes the numbers of the columns that may rate, from more rows: the best and the worst may be rare; and the dates
    /// whose order few may tell.
    private mutating func readFurther(
        _ stream: inout ByteStream,
        _ table: inout TableReader,
        _ row: inout FieldRow
    ) throws(IngestionError) {
        let ratings = columns.indices.filter { Self.mayRate(columns[$0].values) }
        let dates = columns.indices.filter { columns[$0].values.contains(where: DateVotes.isDate) }
        while !ratings.isEmpty || !dates.isEmpty {
            let step = try table.next(&stream, into: &row)
            if case .end = step { return }
            guard case .row = step else { continue }
            for place in ratings {
                if case .text(let text) = row[place], !text.isEmpty { columns[place].values.append(text) }
            }
            for place in dates {
                if case .text(let text) = row[place], !text.isEmpty { columns[place].further.append(text) }
            }
        }
    }

    private static func mayRate(_ values: [String]) -> Bool {
        !values.isEmpty
            && values.allSatisfy { value in
                AnswerWord.isNone(value) || RatingReader.plainNumber(value).map { (0...100_000).contains($0) } == true
            }
    }

    /// The member names of objects are the columns, members of members by their paths.
    private mutating func readObjects(_ drawing: inout RowDrawing, _ limit: Int) throws(IngestionError) {
        let fault = drawing.drawObjects(format == .json ? place : nil, isDocument: format == .json)
        signature = RowDrawing.signature(ofObjects: drawing.sketch.drawn(limit).prefix(limit))
        var sketch = drawing.sketch
        if let others = pool(signature) { sketch.merge(others) }
        sample = sketch.digest
        var own: [[Member]] = []
        var inner: [(member: String, rows: [[Member]])] = []
        let drawn = sketch.without(dropped).drawn(limit)
        for bytes in drawn.prefix(limit) {
            let nested = NestedRows.find(in: bytes[...])
            let names = Set(nested.map(\.member))
            own.append(
                MemberList.read(bytes).filter { !names.contains(String($0.path.split(separator: ".").last ?? "")) }
            )
            for found in nested.prefix(Self.usualRows) {
                let outer = MemberList.read(Array(bytes[found.parent])).map { (NestedRows.outer + $0.path, $0.value) }
                let members = MemberList.read(Array(bytes[found.range])) + outer
                if let index = inner.firstIndex(where: { $0.member == found.member }) {
                    if inner[index].rows.count < limit { inner[index].rows.append(members) }
                } else {
                    inner.append((found.member, [members]))
                }
            }
        }
        sort(own, inner)
        readFurther(drawn.dropFirst(limit))
        if let fault { throw fault }
    }

    /// Takes the dates of more objects whose order few may tell.
    private mutating func readFurther(_ rows: some Sequence<[UInt8]>) {
        let dates = columns.indices.filter { columns[$0].values.contains(where: DateVotes.isDate) }
        let names = Dictionary(dates.map { (columns[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
        if names.isEmpty { return }
        for row in rows {
            for (path, value) in MemberList.read(row) {
                if let place = names[path], !value.isEmpty { columns[place].further.append(value) }
            }
        }
    }

    /// Tells rows of different formats apart.
    private mutating func sort(_ own: [[Member]], _ inner: [(member: String, rows: [[Member]])]) {
        let formats = own.map { NativeFormat.find($0.map(\.path))?.name }
        var names: [String] = []
        for case let name? in formats where !names.contains(name) { names.append(name) }
        for (index, row) in own.enumerated() where names.count < 2 || (formats[index] ?? names[0]) == names[0] {
            take(row)
        }
        for name in names.dropFirst() where names.count >= 2 {
            let rows = own.indices.filter { formats[$0] == name }.map { own[$0] }
            others.append(SourceSample(format: format, member: nil, rows: rows))
        }
        others += inner.map { SourceSample(format: format, member: $0.member, rows: $0.rows) }
    }

    private mutating func take(_ row: FieldRow) {
        rows += 1
        for index in columns.indices {
            if case .text(let text) = row[index], !text.isEmpty { add(text, to: index) }
        }
    }

    /// Adds a value of the row at hand.
    private mutating func add(_ value: String, to index: Int) {
        columns[index].values.append(value)
        columns[index].places.append(rows - 1)
    }

    /// A member of a row by its path.
    typealias Member = (path: String, value: String)

    private mutating func take(_ members: [Member]) {
        rows += 1
        for (path, value) in members {
            let index = places[path] ?? columns.count
            if index == columns.count {
                columns.append(Column(name: path))
                places[path] = index
            }
            if !value.isEmpty { add(value, to: index) }
        }
    }
}
