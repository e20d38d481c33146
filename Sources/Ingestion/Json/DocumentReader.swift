import Feedback
import JSON

/// Reads rows out of one JSON document: the objects of an array, wherever it stands, or the document itself.
struct DocumentReader {
    private enum State {
        case start
        /// Between the elements of the array of rows.
        case inRows(isFirst: Bool)
        case done
    }

    /// Arrays of a row itself.
    private static let fields: Set<String> = ["events"]
    /// Members that show that the object is a row itself.
    private static let rowNames: Set<String> = ["text", "case_id", "comment_id", "body", "comment", "review_id"]

    private let json: ObjectReader
    private let limits: ImportLimits
    /// Path of the array of rows; `nil` means the first array of objects.
    private let path: [String]?
    /// Whether the document itself is the row.
    private let isWhole: Bool
    private var state = State.start

    init(limits: ImportLimits, place: RowsPlace?) {
        self.limits = limits
        if case .array(let path) = place { self.path = path } else { path = nil }
        isWhole = place == .document
        json = ObjectReader(depthLimit: limits.jsonDepth)
    }

    mutating func next(
        _ stream: inout ByteStream,
        plan: FieldPlan,
        into row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        switch state {
        case .start: return try start(&stream, plan, &row)
        case .inRows(let isFirst): return try element(&stream, isFirst: isFirst, plan, &row)
        case .done: return .end
        }
    }

    private mutating func start(
        _ stream: inout ByteStream,
        _ plan: FieldPlan,
        _ row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        guard let first = try peek(&stream) else {
            state = .done
            return .end
        }
        if first == UInt8(ascii: "["), path == nil {
            stream.position += 1
            state = .inRows(isFirst: true)
            return try element(&stream, isFirst: true, plan, &row)
        }
        if isWhole { return try whole(&stream, plan, &row) }
        var finder = JSONArrayFinder(
            path: path,
            passedOver: Self.fields,
            enders: Self.rowNames,
            depthLimit: limits.jsonDepth
        )
        while true {
            switch finder.scan(stream.buffer.span, from: stream.position) {
            case .found(let index):
                stream.advance(to: index)
                state = .inRows(isFirst: true)
                return try element(&stream, isFirst: true, plan, &row)
            case .ended: return try whole(&stream, plan, &row)
            case .needsMore:
                if finder.scanned > limits.rowBytes { throw Self.noRows(stream.file) }
                if try !stream.refill() { return try whole(&stream, plan, &row) }
            }
        }
    }

    /// Reads the next value at the top as a row of its own.
    private mutating func whole(
        _ stream: inout ByteStream,
        _ plan: FieldPlan,
        _ row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        if path != nil { throw Self.noRows(stream.file) }
        // A comma or an end at the top begins no value and would never be passed.
        let next = stream.buffer[stream.position]
        if next == 0x2C || next == 0x5D || next == 0x7D {
            return try broken(&stream, "has a comma or an end where a value should be")
        }
        return try value(&stream, plan, &row)
    }

    private mutating func element(
        _ stream: inout ByteStream,
        isFirst: Bool,
        _ plan: FieldPlan,
        _ row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        let next = try peek(&stream)
        if next == UInt8(ascii: "]") {
            state = .done
            try drain(&stream)
            return .end
        }
        if !isFirst {
            guard next == UInt8(ascii: ",") else { return try broken(&stream, "lacks a comma or an end after a row") }
            stream.position += 1
        }
        guard try peek(&stream) != nil else { return try broken(&stream, "ends in the middle of the array of rows") }
        state = .inRows(isFirst: false)
        return try value(&stream, plan, &row)
    }

    private mutating func value(
        _ stream: inout ByteStream,
        _ plan: FieldPlan,
        _ row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        var extent = JSONExtent()
        while true {
            if let end = extent.scan(stream.buffer.span, from: stream.position) {
                return read(&stream, end: end, plan, &row)
            }
            if extent.scanned > limits.rowBytes {
                return try broken(&stream, RowFault.tooLarge(limits.rowBytes))
            }
            if try !stream.refill() { return try broken(&stream, "ends in the middle of a row") }
        }
    }

    private func read(_ stream: inout ByteStream, end: Int, _ plan: FieldPlan, _ row: inout FieldRow) -> RowStep {
        let place = stream.place(upTo: end)
        row.clear()
        defer { stream.advance(to: end) }
        do {
            try json.read(stream.buffer.span.extracting(place.range), plan: plan, into: &row)
            return .row(place)
        } catch {
            return .problem(place, RowFault(error, subject: "byte \(error.offset) of the row: it"))
        }
    }

    /// The rest cannot be told apart into rows: one problem for all of it.
    private mutating func broken(_ stream: inout ByteStream, _ what: String) throws(IngestionError) -> RowStep {
        try broken(&stream, RowFault(reason: .badSyntax, message: "the document \(what); nothing after it was read"))
    }

    private mutating func broken(_ stream: inout ByteStream, _ fault: RowFault) throws(IngestionError) -> RowStep {
        let end = min(stream.buffer.count, stream.position + limits.problemBytes)
        let place = stream.place(upTo: end)
        let head = Array(stream.buffer[place.range])
        state = .done
        try drain(&stream)
        return .problem(RowPlace(line: place.line, byte: place.byte, range: 0..<0, head: head), fault)
    }

    private func drain(_ stream: inout ByteStream) throws(IngestionError) {
        repeat { stream.position = stream.buffer.count } while try stream.refill()
    }

    /// Steps over white space; the byte that stands there.
    private func peek(_ stream: inout ByteStream) throws(IngestionError) -> UInt8? {
        while true {
            while stream.position < stream.buffer.count {
                let byte = stream.buffer[stream.position]
                guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
                stream.advance(to: stream.position + 1)
            }
            if try !stream.refill() { return nil }
        }
    }

    private static func noRows(_ file: String) -> IngestionError {
        IngestionError(
            .unreadable,
            file: file,
            message: "holds no array of rows where it is looked for; name its path with `rows:` in the mapping"
        )
    }
}
