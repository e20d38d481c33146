import Feedback
import JSON

/// Reads rows of one JSON object a line.
struct LineReader {
    private let json: ObjectReader
    private let limits: ImportLimits

    init(limits: ImportLimits) {
        self.limits = limits
        json = ObjectReader(depthLimit: limits.jsonDepth)
    }

    /// Reads the next row; blank lines are passed over.
    mutating func next(
        _ stream: inout ByteStream,
        plan: FieldPlan,
        into row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        while true {
            guard let (line, isTooLong) = try nextLine(&stream) else { return .end }
            if isTooLong {
                return .problem(line, .tooLarge(limits.rowBytes))
            }
            // A byte order mark, where files were put behind one another.
            let hasMark = stream.buffer[line.range].starts(with: [0xEF, 0xBB, 0xBF])
            let place = RowPlace(line: line.line, byte: line.byte, range: line.range.dropFirst(hasMark ? 3 : 0))
            let span = stream.buffer.span.extracting(place.range)
            if Self.isBlank(span) { continue }
            row.clear()
            do {
                try json.read(span, plan: plan, into: &row)
                return .row(place)
            } catch {
                return .problem(place, RowFault(error, subject: "column \(error.offset + 1): the line"))
            }
        }
    }

    /// The next line without its end.
    ///
    /// A line that is too long is passed over; its first bytes stand in the window.
    private mutating func nextLine(_ stream: inout ByteStream) throws(IngestionError) -> (RowPlace, Bool)? {
        var searched = 0
        while true {
            let from = stream.position + searched
            if let end = ByteSearch.firstIndex(of: 0x0A, in: stream.buffer, from..<stream.buffer.count) {
                let place = stream.place(upTo: end)
                let isTooLong = end - stream.position > limits.rowBytes
                stream.position = end + 1
                stream.line += 1
                return (place, isTooLong)
            }
            searched = stream.buffer.count - stream.position
            if searched > limits.rowBytes { return (try skipLongLine(&stream), true) }
            if try !stream.refill() { break }
        }
        guard stream.position < stream.buffer.count else { return nil }
        let place = stream.place(upTo: stream.buffer.count)
        stream.position = stream.buffer.count
        return (place, false)
    }

    private func skipLongLine(_ stream: inout ByteStream) throws(IngestionError) -> RowPlace {
        let start = stream.place(upTo: stream.position)
        let head = Array(
            stream.buffer[stream.position..<min(stream.buffer.count, stream.position + limits.problemBytes)]
        )
        stream.position = stream.buffer.count
        while true {
            if let end = ByteSearch.firstIndex(of: 0x0A, in: stream.buffer, stream.position..<stream.buffer.count) {
                stream.position = end + 1
                stream.line += 1
                break
            }
            stream.position = stream.buffer.count
            if try !stream.refill() { break }
        }
        return RowPlace(line: start.line, byte: start.byte, range: 0..<0, head: head)
    }

    private static func isBlank(_ line: borrowing Span<UInt8>) -> Bool {
        for index in line.indices {
            let byte = line[index]
            if byte != 0x20 && byte != 0x0D && byte != 0x09 { return false }
        }
        return true
    }
}

extension RowFault {
    static func tooLarge(_ limit: Int) -> RowFault {
        RowFault(reason: .tooLarge, message: "the row is longer than \(limit) bytes; split it or raise the limit")
    }
}
