import Feedback

/// A place in a JSON text and the steps over its parts.
struct JsonCursor {
    private(set) var position = 0
    private var depth = 0
    private let depthLimit: Int

    init(depthLimit: Int, position: Int = 0) {
        self.depthLimit = depthLimit
        self.position = position
    }

    func fault(_ reason: RowProblem.Reason, _ message: String) -> JsonFault {
        JsonFault(reason: reason, offset: position, message: message)
    }

    func peek(_ bytes: borrowing Span<UInt8>) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    mutating func skipSpace(_ bytes: borrowing Span<UInt8>) {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    mutating func take(_ bytes: borrowing Span<UInt8>, _ byte: UInt8) -> Bool {
        guard peek(bytes) == byte else { return false }
        position += 1
        return true
    }

    /// Steps over `{` or `[`.
    mutating func open(_ bytes: borrowing Span<UInt8>) throws(JsonFault) {
        depth += 1
        guard depth <= depthLimit else { throw fault(.tooDeep, "is nested more than \(depthLimit) deep") }
        position += 1
    }

    /// Whether an object or array just opened is empty; steps over its end then.
    mutating func closesEmpty(_ bytes: borrowing Span<UInt8>, _ end: UInt8) -> Bool {
        skipSpace(bytes)
        guard take(bytes, end) else { return false }
        depth -= 1
        return true
    }

    /// Steps over the comma or the end that must follow a value; whether it was the end.
    mutating func closesAfterValue(_ bytes: borrowing Span<UInt8>, _ end: UInt8) throws(JsonFault) -> Bool {
        skipSpace(bytes)
        if take(bytes, end) {
            depth -= 1
            return true
        }
        guard take(bytes, UInt8(ascii: ",")) else {
            throw fault(.badSyntax, position < bytes.count ? "lacks a comma or an end" : "ends in the middle")
        }
        skipSpace(bytes)
        return false
    }

    /// The value at the cursor: a string's text, a number's or truth value's own letters, or where a structure stands.
    mutating func readValue(_ bytes: borrowing Span<UInt8>) throws(JsonFault) -> FieldValue {
        switch peek(bytes) {
        case UInt8(ascii: "\""):
            let (range, hasEscapes) = try scanString(bytes)
            return .text(hasEscapes ? try unescape(bytes, range) : JsonText.string(bytes, range))
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let start = position
            try skipValue(bytes)
            return .structure(ByteRange(start: start, length: position - start))
        case UInt8(ascii: "n"):
            try skipValue(bytes)
            return .absent
        default:
            let start = position
            try skipValue(bytes)
            return .text(JsonText.string(bytes, ByteRange(start: start, length: position - start)))
        }
    }

    /// Steps over a value, checking it.
    mutating func skipValue(_ bytes: borrowing Span<UInt8>) throws(JsonFault) {
        switch peek(bytes) {
        case UInt8(ascii: "\""): _ = try scanString(bytes)
        case UInt8(ascii: "{"): try skipMembers(bytes, UInt8(ascii: "}"), named: true)
        case UInt8(ascii: "["): try skipMembers(bytes, UInt8(ascii: "]"), named: false)
        case UInt8(ascii: "t"): try skipWord(bytes, "true")
        case UInt8(ascii: "f"): try skipWord(bytes, "false")
        case UInt8(ascii: "n"): try skipWord(bytes, "null")
        case .none: throw fault(.badSyntax, "ends in the middle")
        default: try skipNumber(bytes)
        }
    }

    private mutating func skipMembers(_ bytes: borrowing Span<UInt8>, _ end: UInt8, named: Bool) throws(JsonFault) {
        try open(bytes)
        if closesEmpty(bytes, end) { return }
        while true {
            if named {
                guard peek(bytes) == UInt8(ascii: "\"") else { throw fault(.badSyntax, "lacks a name in quotes") }
                _ = try scanString(bytes)
                skipSpace(bytes)
                guard take(bytes, UInt8(ascii: ":")) else { throw fault(.badSyntax, "lacks a colon after a name") }
                skipSpace(bytes)
            }
            try skipValue(bytes)
            if try closesAfterValue(bytes, end) { return }
        }
    }

    private mutating func skipWord(_ bytes: borrowing Span<UInt8>, _ word: StaticString) throws(JsonFault) {
        for index in 0..<word.utf8CodeUnitCount {
            let expected = unsafe word.utf8Start[index]
            guard position < bytes.count, bytes[position] == expected else {
                throw fault(.badSyntax, "holds a word that is not true, false or null")
            }
            position += 1
        }
    }

    /// Steps over a number.
    ///
    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
    private mutating func skipNumber(_ bytes: borrowing Span<UInt8>) throws(JsonFault) {
        _ = take(bytes, UInt8(ascii: "-"))
        if !take(bytes, UInt8(ascii: "0")) { try skipDigits(bytes) }
        if take(bytes, UInt8(ascii: ".")) { try skipDigits(bytes) }
        if take(bytes, UInt8(ascii: "e")) || take(bytes, UInt8(ascii: "E")) {
            if !take(bytes, UInt8(ascii: "+")) { _ = take(bytes, UInt8(ascii: "-")) }
            try skipDigits(bytes)
        }
    }

    private mutating func skipDigits(_ bytes: borrowing Span<UInt8>) throws(JsonFault) {
        let start = position
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
        guard position > start else { throw fault(.badSyntax, "holds something that is no JSON value") }
    }

    /// Steps over a string in quotes.
    ///
    /// - Returns: The range between the quotes, and whether it holds escapes.
    mutating func scanString(_ bytes: borrowing Span<UInt8>) throws(JsonFault) -> (range: ByteRange, hasEscapes: Bool) {
        position += 1
        let start = position
        var hasEscapes = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                let range = ByteRange(start: start, length: position - start)
                position += 1
                return (range, hasEscapes)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try skipEscape(bytes)
            } else if byte < 0x20 {
                throw fault(.badSyntax, "has a control character within a string")
            } else {
                position += 1
            }
        }
        throw fault(.badSyntax, "ends within a string")
    }

    private mutating func skipEscape(_ bytes: borrowing Span<UInt8>) throws(JsonFault) {
        guard position + 1 < bytes.count else { throw fault(.badSyntax, "ends within a string") }
        switch bytes[position + 1] {
        case UInt8(ascii: "u"):
            guard JsonText.hex4(bytes, position + 2) != nil else { throw fault(.badSyntax, "has a wrong \\u escape") }
            position += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        default:
            throw fault(.badSyntax, "has an unknown escape")
        }
    }

    /// The text of a scanned string that holds escapes.
    func unescape(_ bytes: borrowing Span<UInt8>, _ range: ByteRange) throws(JsonFault) -> String {
        JsonText.unescaped(bytes, range)
    }
}
