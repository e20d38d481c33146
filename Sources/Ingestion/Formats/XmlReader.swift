import Feedback

/// Reads the records of an XML export, one after another.
struct XmlReader {
    private let format: XmlFormat
    private let parser: XmlEvents
    private let limits: ImportLimits
    private var record: XmlRecord?
    private var place = XmlPlace()
    private var depth = 0
    /// What the records at hand are about, and how deep the reader stands in it.
    private var group: XmlRecord?
    private var groupDepth = 0
    /// Fields of the comments of a thread by its id.
    private var threads: [String: [Field: String]] = [:]
    /// Most threads that are remembered.
    private static let threadLimit = 500_000
    private var waiting: [(record: XmlRecord, place: XmlPlace)] = []
    /// Where the document begins in the input.
    private let start: XmlPlace
    private var isDone = false

    /// - Throws: `unreadable` for XML of a kind that is not known.
    init(_ stream: inout ByteStream, limits: ImportLimits) throws(IngestionError) {
        try stream.fill(upTo: 8_192)
        let head = String(decoding: stream.buffer.prefix(8_192), as: UTF8.self)
        guard let format = XmlFormat.find(head), let parser = XmlEvents(byteLimit: max(limits.rowBytes, 1 << 20))
        else {
            let message = "is XML of a kind that is not known; Disqus, WordPress, RSS and Atom are read"
            throw IngestionError(.unreadable, file: stream.file, message: message)
        }
        self.format = format
        self.parser = parser
        start = XmlPlace(byte: stream.inputOffset, line: stream.line)
        self.limits = limits
    }

    mutating func next(
        _ stream: inout ByteStream,
        plan: FieldPlan,
        into row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        while true {
            while !waiting.isEmpty {
                let (record, begin) = waiting.removeFirst()
                let place = rowPlace(begin, head: record.written(limit: limits.problemBytes))
                if record.isTooLong { return .problem(place, .tooLarge(limits.rowBytes)) }
                switch format.read(record) {
                case nil: continue
                case .withdrawn(let id): return .withdrawn(id: id, place)
                case .skipped(let reason): return .skipped(reason)
                case .thread(let id, let title, let url):
                    guard threads.count < Self.threadLimit else { continue }
                    threads[id] = [Field.title: title, .comment(.url): url].compactMapValues { $0 }
                case .fields(let fields):
                    let about = fields[.comment(.threadID)].flatMap { threads[$0] } ?? [:]
                    fill(&row, about.merging(fields) { _, own in own }, plan)
                    return .row(place)
                }
            }
            if isDone { return .end }
            if let problem = try pull(&stream) { return problem }
        }
    }

    private func rowPlace(_ place: XmlPlace, head: [UInt8]) -> RowPlace {
        RowPlace(line: start.line + place.line - 1, byte: start.byte + place.byte, range: 0..<0, head: head)
    }

    private func fill(_ row: inout FieldRow, _ fields: [Field: String], _ plan: FieldPlan) {
        row.clear()
        for (field, value) in fields {
            if let slot = plan.knownSlot(field.name) { row.set(.text(value), at: slot) }
        }
    }

    private mutating func closeGroup() {
        guard group != nil else { return }
        if groupDepth == 0 {
            group = nil
        } else {
            groupDepth -= 1
            group?.close()
        }
    }

    /// Parses what is at hand, in pieces so small that few records wait.
    private mutating func pull(_ stream: inout ByteStream) throws(IngestionError) -> RowStep? {
        var isLast = false
        if stream.position >= stream.buffer.count { isLast = try !stream.refill() }
        let end = min(stream.buffer.count, stream.position + 32_768)
        parser.parse(Self.withoutControls(stream.buffer[stream.position..<end]), isLast: isLast)
        stream.advance(to: end)
        for event in parser.take() { take(event) }
        isDone = isLast
        guard let fault = parser.fault else { return nil }
        isDone = true
        repeat { stream.position = stream.buffer.count } while try stream.refill()
        return .problem(
            rowPlace(parser.place, head: []),
            RowFault(reason: .badSyntax, message: "the document \(fault)")
        )
    }

    /// Blogs export control characters that somebody pasted, which XML does not allow: they count as spaces.
    private static func withoutControls(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
        guard bytes.contains(where: isControl) else { return bytes }
        return bytes.map { isControl($0) ? 0x20 : $0 }[...]
    }

    private mutating func take(_ event: XmlEvent) {
        switch event {
        case .open(let name, let attributes, let begin):
            if record == nil, format.records.contains(name) {
                record = XmlRecord(name: name, attributes: attributes, limit: limits.rowBytes)
                place = begin
                depth = 0
            } else if record != nil {
                depth += 1
                record?.open(name, attributes)
            } else if name == format.group {
                group = XmlRecord(name: name, attributes: attributes, limit: limits.rowBytes)
                groupDepth = 0
            } else if group != nil {
                groupDepth += 1
                group?.open(name, attributes)
            }
        case .text(let text):
            if record != nil { record?.add(text) } else { group?.add(text) }
        case .close:
            guard var ended = record else { return closeGroup() }
            if depth == 0 {
                ended.about = group?.values ?? [:]
                waiting.append((ended, place))
                record = nil
            } else {
                depth -= 1
                record?.close()
            }
        }
    }
}
