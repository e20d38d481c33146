import Feedback

/// Reads the messages of a box of mails, or of one mail.
struct MailReader {
    private let limits: ImportLimits
    private let own: [String]
    private var isBox: Bool?
    /// Whether the line before ended a paragraph, behind which a message may begin.
    private var isBehindBlank = true

    /// `own`: addresses and domains of the company.
    init(limits: ImportLimits, own: [String]) {
        self.limits = limits
        self.own = own
    }

    /// `From mio@mail.example Mon Feb  2 09:05:00 2026`, which begins a message of a box.
    static func isPostmark(_ line: some StringProtocol) -> Bool {
        guard line.hasPrefix("From ") else { return false }
        // Thunderbird writes a hyphen, and at times nothing behind it.
        if line.dropFirst(5).allSatisfy({ $0 == "-" || $0.isWhitespace }) { return line.contains("-") }
        let words = line.split(separator: " ")
        if words.count == 2 { return words[1].contains("@") }
        guard words.count >= 4 else { return false }
        return words.contains { $0.count >= 4 && $0.contains(":") && $0.allSatisfy { $0.isNumber || $0 == ":" } }
            && words.contains { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    }

    mutating func next(
        _ stream: inout ByteStream,
        plan: FieldPlan,
        into row: inout FieldRow
    ) throws(IngestionError) -> RowStep {
        while let (bytes, place) = try message(&stream) {
            guard bytes.contains(where: { $0 > 0x20 }) else { continue }
            let message = MailMessage(bytes)
            if message.isAutomatic { return .skipped(.automatic) }
            row.clear()
            for (field, value) in message.fields(own: own) {
                guard let value, !value.isEmpty, let slot = plan.knownSlot(field.name) else { continue }
                row.set(.text(value.replacing("\0", with: "\u{FFFD}")), at: slot)
            }
            return .row(place)
        }
        return .end
    }

    /// The bytes of the next message without the line that begins it; beyond the bound of a row, what is attached to it
    /// is passed over.
    private mutating func message(_ stream: inout ByteStream) throws(IngestionError) -> ([UInt8], RowPlace)? {
        var bytes: [UInt8] = []
        var start: RowPlace?
        while let line = try line(&stream) {
            let text = stream.buffer[line.place.range]
            let isFirst = start == nil
            let isPostmark = isBehindBlank && isBox != false && Self.isPostmark(text)
            if isBox == nil, text.contains(where: { $0 > 0x20 }) { isBox = isPostmark }
            if isPostmark, !isFirst {
                guard let start else { return nil }
                return (bytes, start)
            }
            isBehindBlank = text.allSatisfy { $0 == 0x0D }
            start = start ?? RowPlace(line: line.place.line, byte: line.place.byte, range: 0..<0, head: [])
            if !isPostmark, bytes.count + text.count < limits.rowBytes {
                bytes.append(contentsOf: isBox == true ? Self.unescaped(text) : text)
                bytes.append(0x0A)
            }
            stream.advance(to: line.next)
        }
        guard let start else { return nil }
        return (bytes, start)
    }

    private static func isPostmark(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x46, 0x72, 0x6F, 0x6D, 0x20]) && isPostmark(String(decoding: line, as: UTF8.self))
    }

    /// `>From ` stands for `From ` at the begin of a line.
    private static func unescaped(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.first == 0x3E, line.drop(while: { $0 == 0x3E }).starts(with: [0x46, 0x72, 0x6F, 0x6D, 0x20]) else {
            return line
        }
        return line.dropFirst()
    }

    /// The next line without its end; not yet stepped over.
    private func line(_ stream: inout ByteStream) throws(IngestionError) -> (place: RowPlace, next: Int)? {
        var searched = 0
        while true {
            let from = stream.position + searched
            if let end = ByteSearch.firstIndex(of: 0x0A, in: stream.buffer, from..<stream.buffer.count) {
                return (stream.place(upTo: end), end + 1)
            }
            searched = stream.buffer.count - stream.position
            if searched > limits.rowBytes { break }
            if try !stream.refill() { break }
        }
        guard stream.position < stream.buffer.count else { return nil }
        return (stream.place(upTo: stream.buffer.count), stream.buffer.count)
    }
}
