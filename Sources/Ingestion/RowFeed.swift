import Feedback

/// The rows of one input, whatever its format.
struct RowFeed {
    private enum Reader {
        case lines(LineReader)
        case document(DocumentReader)
        case table(TableReader)
        case entries(MovableTypeReader)
        case elements(XmlReader)
        case mails(MailReader)
        /// What is left of a page's rows, the next one last.
        case page([RowOutcome])
    }

    private let file: String
    private let limits: ImportLimits
    private var reader: Reader
    private var plan = FieldPlan()
    private var row: FieldRow
    /// The rows of the input itself first.
    private var readings: [RowReading] = []
    /// Rows within the row that was read last, the next one last.
    private var inner: [(found: NestedRows.Found, outer: RowPlace)] = []
    private let json: ObjectReader
    private let joined: JoinedRecords?
    private var records: [String: [Field: String]] = [:]
    private var identity: RowIdentity
    private let dropped: DroppedRows
    /// Rows by which the columns of this and other inputs of the source are told; `nil` where a mapping names them.
    private(set) var sketch: RowSketch?
    /// Where the comment that was returned last was written; `nil` for a part of a page.
    private(set) var origin: RowOrigin?
    /// Fields of the comment that was returned last that hold something which is no time.
    private(set) var unread: [Field] = []
    /// The id or case number of that comment that a spreadsheet rounded.
    private(set) var roundedID: String?
    /// Whether that comment has its day alone, since its clock is not read.
    private(set) var isDayAlone = false

    init(
        file: String,
        format: SourceFormat,
        shape: TableShape?,
        place: RowsPlace?,
        groups: [RowGroup],
        options: ImportOptions,
        stream: inout ByteStream
    ) throws(IngestionError) {
        self.file = file
        limits = options.limits
        dropped = options.dropped
        let isTold = options.mapping == nil && (format.isTable || format == .json || format == .ndjson)
        sketch = isTold ? RowSketch() : nil
        identity = RowIdentity(contentHash: options.contentHash)
        json = ObjectReader(depthLimit: limits.jsonDepth)
        joined = format == .json ? groups.first?.native?.joined : nil
        var names: [String]?
        switch format {
        case .csv, .tsv:
            var table = TableReader(shape: shape ?? TableShape(delimiter: 0x2C), limits: limits)
            names = try table.readHeader(&stream)
            reader = .table(table)
        case .json: reader = .document(DocumentReader(limits: limits, place: place))
        case .movableType: reader = .entries(MovableTypeReader(options: options))
        case .xml: reader = .elements(try XmlReader(&stream, limits: limits))
        case .mail: reader = .mails(MailReader(limits: limits, own: options.own + (options.mapping?.own ?? [])))
        case .page: reader = .page(try Self.page(&stream, file, options).reversed())
        case .ndjson, .auto: reader = .lines(LineReader(limits: limits))
        }
        for group in groups {
            var own = options
            own.mapping = group.mapping
            let schema = try RowSchema(options: own, names: names, group: group, file: file, plan: &plan)
            let builder = RowBuilder(options: own, schema: schema, source: options.sourceName(file: file))
            var signs: [Int] = []
            for sign in group.proposal.signs where groups.count > 1 { signs.append(plan.slot(for: sign)) }
            readings.append(RowReading(member: group.member, signs: signs, builder: builder))
            if let names { try Self.checkHeader(names, schema, file, isMapped: group.mapping != nil) }
        }
        if let joined {
            records = try joined.read(&stream, limits: limits)
            _ = plan.slot(for: joined.key)
            for field in joined.fields.keys { _ = plan.slot(for: field.name) }
        }
        row = FieldRow(slots: plan.slotCount)
        if case .table(var table) = reader {
            table.assign { [plan] in plan.knownSlot($0) }
            reader = .table(table)
        }
    }

    /// The next row's outcome; `nil` at the end.
    mutating func next(_ stream: inout ByteStream) throws(IngestionError) -> RowOutcome? {
        let step: RowStep
        origin = nil
        unread = []
        roundedID = nil
        isDayAlone = false
        if let next = inner.popLast() { return try innerOutcome(next.found, next.outer, stream) }
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
        case .mails(var mails):
            step = try mails.next(&stream, plan: plan, into: &row)
            reader = .mails(mails)
        case .page(var outcomes):
            let outcome = outcomes.popLast()
            reader = .page(outcomes)
            if case .problem(let problem) = outcome { return unlessDropped(problem) }
            return outcome
        }
        return try outcome(step, stream)
    }

    private mutating func outcome(
        _ step: RowStep,
        _ stream: borrowing ByteStream
    ) throws(IngestionError) -> RowOutcome? {
        switch step {
        case .end: return nil
        case .skipped(let reason): return .skipped(reason)
        case .withdrawn(let id, let place):
            return .withdrawn(id.flatMap { readings.first?.builder.withdrawal(of: $0, at: place.byte) })
        case .problem(let place, let fault): return unlessDropped(problem(place, fault, stream))
        case .row(let place):
            if !place.range.isEmpty { sketch?.add(stream.buffer[place.range]) }
            if let joined { join(joined) }
            queueInner(place, stream)
            guard let ownReading else { return nil }
            return try outcome(ownReading.builder, place, stream)
        }
    }

    /// The reading of the row itself: of several, the one whose signs it has.
    private var ownReading: RowReading? {
        if readings.count == 1 { return readings[0].member == nil ? readings[0] : nil }
        let own = readings.filter { $0.member == nil }
        return own.enumerated().max { ($0.1.share(of: row), -$0.0) < ($1.1.share(of: row), -$1.0) }?.element
    }

    /// Fills the row with the values of the record that it names.
    private mutating func join(_ joined: JoinedRecords) {
        guard let slot = plan.knownSlot(joined.key), case .text(let key) = row[slot], let values = records[key] else {
            return
        }
        for (field, value) in values {
            if let slot = plan.knownSlot(field.name) { row.set(.text(value), at: slot) }
        }
    }

    private mutating func queueInner(_ place: RowPlace, _ stream: borrowing ByteStream) {
        guard readings.count > 1, !place.range.isEmpty else { return }
        let members = Set(readings.compactMap(\.member))
        guard !members.isEmpty else { return }
        let found = NestedRows.find(in: stream.buffer[place.range], depthLimit: limits.jsonDepth)
        inner = found.reversed().filter { members.contains($0.member) }.map { ($0, place) }
    }

    /// Reads a row within another, whose members stand behind `parent.`.
    private mutating func innerOutcome(
        _ found: NestedRows.Found,
        _ outer: RowPlace,
        _ stream: borrowing ByteStream
    ) throws(IngestionError) -> RowOutcome? {
        let start = outer.range.lowerBound
        let range = (start + found.range.lowerBound)..<(start + found.range.upperBound)
        let parent = (start + found.parent.lowerBound)..<(start + found.parent.upperBound)
        let place = RowPlace(line: outer.line, byte: outer.byte + found.range.lowerBound, range: range)
        guard let reading = readings.first(where: { $0.member == found.member }) else { return nil }
        row.clear()
        do {
            if let table = plan.table(of: NestedRows.outerName) {
                try json.read(stream.buffer.span.extracting(parent), plan: plan, table: table, into: &row)
            }
            try json.read(stream.buffer.span.extracting(range), plan: plan, into: &row)
        } catch {
            return unlessDropped(problem(place, RowFault(error, subject: "a row within the row"), stream))
        }
        return try outcome(reading.builder, place, stream)
    }

    private mutating func outcome(
        _ builder: RowBuilder,
        _ place: RowPlace,
        _ stream: borrowing ByteStream
    ) throws(IngestionError) -> RowOutcome {
        let built: BuiltRow
        do {
            built = try builder.build(row, bytes: stream.buffer[place.range])
        } catch {
            return unlessDropped(problem(place, error, stream, id: builder.value(.comment(.externalID), row)))
        }
        switch consume built {
        case .comment(var comment):
            unread = builder.unread(comment, row)
            roundedID = builder.roundedID(row, of: comment)
            isDayAlone = builder.isDayAlone(comment, row)
            try name(&comment, place, stream)
            return .comment(comment)
        case .supportCase(let supportCase): return .supportCase(supportCase)
        case .withdrawn: return .withdrawn(builder.withdrawal(row, at: place.byte))
        case .skipped(let reason): return .skipped(reason)
        }
    }

    /// Gives a name to a comment that the source gave none.
    private mutating func name(
        _ comment: inout Comment,
        _ place: RowPlace,
        _ stream: borrowing ByteStream
    ) throws(IngestionError) {
        let needsName = comment.externalID.isEmpty
        // Readers of events keep no bytes of a row: what it says stands for how it was written.
        let row = place.range.isEmpty ? row.content[...] : stream.buffer[place.range]
        do {
            let (origin, name) = try identity.origin(of: row, at: place.byte, needsName: needsName)
            self.origin = origin
            if let name { comment.externalID = name }
        } catch {
            let message = "its rows are too many for the temporary folder (error \(error.code)); is there room in it?"
            throw IngestionError(.readFailed, file: file, message: message)
        }
    }

    /// A row that cannot be used, unless a person has taken it out.
    private func unlessDropped(_ problem: RowProblem) -> RowOutcome {
        dropped.covers(problem.raw) ? .skipped(.dropped) : .problem(problem)
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
    private static func checkHeader(
        _ names: [String],
        _ schema: RowSchema,
        _ file: String,
        isMapped: Bool
    ) throws(IngestionError) {
        let needed = ([Field.text, .rating, .title, .caseID] + Field.surveys).contains {
            !schema[$0].slots.isEmpty || schema[$0].constant != nil
        }
        if needed { return }
        let seen = names.prefix(12).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
        let more = names.count > 12 ? " and \(names.count - 12) more" : ""
        throw IngestionError(
            isMapped ? .badMapping : .unreadable,
            file: file,
            message: "no column of the header is known as a text or a rating (it has \(seen)\(more)); "
                + "write a mapping, as `koe import --suggest` proposes"
        )
    }
}
