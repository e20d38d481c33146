import Feedback

/// The rows of one input, whatever its format.
struct RowFeed {
    private enum Reader {
        case lines(LineReader)
        case document(DocumentReader)
        case table(TableReader)
        case entries(MovableTypeReader)
        case elements(XmlReader)
        /// What is left of a page's rows, the next one last.
        case page([RowOutcome])
    }

    private let file: String
    private let limits: ImportLimits
    private var reader: Reader
    private var plan = FieldPlan()
    private var row: FieldRow
    private let builder: RowBuilder
    private var identity: RowIdentity
    /// Where the comment that was returned last was written; `nil` for a part of a page.
    private(set) var origin: RowOrigin?
    /// The id or case number of that comment that a spreadsheet rounded.
    private(set) var roundedID: String?

    init(
        file: String,
        format: SourceFormat,
        shape: TableShape?,
        proposal: Proposal,
        options: ImportOptions,
        stream: inout ByteStream
    ) throws(IngestionError) {
        self.file = file
        limits = options.limits
        identity = RowIdentity(contentHash: options.contentHash)
        var names: [String]?
        switch format {
        case .csv, .tsv:
            var table = TableReader(shape: shape ?? TableShape(delimiter: 0x2C), limits: limits)
            names = try table.readHeader(&stream)
            reader = .table(table)
        case .json: reader = .document(DocumentReader(limits: limits, path: options.mapping?.rows))
        case .movableType: reader = .entries(MovableTypeReader(options: options))
        case .xml: reader = .elements(try XmlReader(&stream, limits: limits))
        case .page: reader = .page(try Self.page(&stream, file, options).reversed())
        case .ndjson, .auto: reader = .lines(LineReader(limits: limits))
        }
        let schema = try RowSchema(options: options, names: names, proposal: proposal, file: file, plan: &plan)
        builder = RowBuilder(options: options, schema: schema, source: options.sourceName(file: file))
        row = FieldRow(slots: plan.slotCount)
        if case .table(var table) = reader, let names {
            try Self.checkHeader(names, schema, file)
            table.assign { [plan] in plan.knownSlot($0) }
            reader = .table(table)
        }
    }

    /// The next row's outcome; `nil` at the end.
    mutating func next(_ stream: inout ByteStream) throws(IngestionError) -> RowOutcome? {
        let step: RowStep
        origin = nil
        roundedID = nil
        switch reader {
        case .lines(var lines):
            step = try lines.next(&stream, plan: plan, into: &row)
            reader = .lines(lines)
        case .document(var document):
            step = try document.next(&stream, plan: plan, into: &row)
            reader = .document(document)
        case .table(var table):
            reader = .page([])
            step = try table.next(&stream, into: &row)
            reader = .table(table)
        case .entries(var entries):
            step = try entries.next(&stream, plan: plan, into: &row)
            reader = .entries(entries)
        case .elements(var elements):
            step = try elements.next(&stream, plan: plan, into: &row)
            reader = .elements(elements)
        case .page(var outcomes):
            let outcome = outcomes.popLast()
            reader = .page(outcomes)
            return outcome
        }
        return outcome(step, stream)
    }

    private mutating func outcome(_ step: RowStep, _ stream: borrowing ByteStream) -> RowOutcome? {
        switch step {
        case .end: return nil
        case .skipped(let reason): return .skipped(reason)
        case .problem(let place, let fault): return .problem(problem(place, fault, stream))
        case .row(let place):
            do {
                switch try builder.build(row, bytes: stream.buffer[place.range]) {
                case .comment(let comment): return .comment(named(comment, place, stream))
                case .supportCase(let supportCase): return .supportCase(supportCase)
                case .skipped(let reason): return .skipped(reason)
                }
            } catch {
                return .problem(problem(place, error, stream, id: builder.value(.comment(.externalID), row)))
            }
        }
    }

    /// The comment with a name for one that the source gave none.
    private mutating func named(_ comment: Comment, _ place: RowPlace, _ stream: borrowing ByteStream) -> Comment {
        var comment = comment
        let needsName = comment.externalID.isEmpty
        roundedID = builder.roundedID(row, of: comment)
        // Readers of events keep no bytes of a row: what it says stands for how it was written.
        let row = place.range.isEmpty ? row.content[...] : stream.buffer[place.range]
        let (origin, name) = identity.origin(of: row, at: place.byte, needsName: needsName)
        self.origin = origin
        if let name { comment.externalID = name }
        return comment
    }

    private func problem(
        _ place: RowPlace,
        _ fault: RowFault,
        _ stream: borrowing ByteStream,
        id: String? = nil
    ) -> RowProblem {
        RowProblem(
            file: file,
            line: place.line,
            byte: place.byte,
            reason: fault.reason,
            message: fault.message,
            raw: place.head ?? Array(stream.buffer[place.range].prefix(limits.problemBytes)),
            externalID: id
        )
    }

    private static func page(
        _ stream: inout ByteStream,
        _ file: String,
        _ options: ImportOptions
    ) throws(IngestionError) -> [RowOutcome] {
        try stream.fill(upTo: options.limits.pageBytes + 1)
        guard stream.buffer.count <= options.limits.pageBytes else {
            throw IngestionError(
                .unreadable,
                file: file,
                message:
                    "is no page: it is longer than \(options.limits.pageBytes) bytes; name its format with --format"
            )
        }
        let bytes = stream.buffer
        let text = String(decoding: bytes, as: UTF8.self)
        let head = text.prefix(8_192).lowercased()
        let isHTML = ["<html", "<!doctype", "<body", "<div", "<p>", "<p ", "<h1", "<h2", "<br"].contains {
            head.contains($0)
        }
        let page = isHTML ? HtmlReader.read(bytes) : PageText(plain: text)
        let times: TimeReader
        if let name = options.mapping?.zone, let zone = options.resolveZone(name) {
            times = TimeReader(zone: .mapping(zone))
        } else {
            times = TimeReader(zone: .workspace(options.zone))
        }
        return try PageReader(file: file, options: options, times: times).read(page)
    }

    /// A table none of whose columns is known cannot be read without a mapping.
    private static func checkHeader(_ names: [String], _ schema: RowSchema, _ file: String) throws(IngestionError) {
        let needed = ([Field.text, .rating, .title, .caseID] + Field.surveys).contains {
            !schema[$0].slots.isEmpty || schema[$0].constant != nil
        }
        guard needed else {
            throw IngestionError(
                .badMapping,
                file: file,
                message:
                    "no column of the header is known as a text or a rating; write a mapping, as `koe import --suggest` proposes"
            )
        }
    }
}
