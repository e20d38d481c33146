package import Feedback

/// One line of a request stream: `{"id": …, "text": "…", "lang": "ja"?}`.
package struct ScoreRequest: Hashable, Sendable {
    /// The JSON token of `id`, a string or a number, as it came.
    package let id: [UInt8]
    /// UTF-8 of `text`, with escapes undone.
    package let text: [UInt8]
    /// `nil` when the line names none or one that is neither Japanese nor English.
    package let language: Language?

    /// Reads a line; other members are skipped.
    ///
    /// - Parameters:
    ///   - line: without its line feed.
    ///   - number: 1-based, for the error.
    /// - Returns: the request.
    /// - Throws: `ScoringError` with `badRequest`.
    package static func parse(line: [UInt8], number: Int) throws(ScoringError) -> ScoreRequest {
        var reader = JSONLineReader(bytes: line, line: number)
        return try reader.readRequest()
    }
}

/// Reads one JSON object of a line by bytes.
private struct JSONLineReader {
    let bytes: [UInt8]
    let line: Int
    private var place = 0

    init(bytes: [UInt8], line: Int) {
        self.bytes = bytes
        self.line = line
    }

    mutating func readRequest() throws(ScoringError) -> ScoreRequest {
        var id: [UInt8]?
        var text: [UInt8]?
        var language: Language?
        skipSpace()
        try expect(UInt8(ascii: "{"))
        skipSpace()
        while peek() != UInt8(ascii: "}") {
            let key = try readString()
            skipSpace()
            try expect(UInt8(ascii: ":"))
            skipSpace()
            switch String(decoding: key, as: UTF8.self) {
            case "id": id = try readIdentifier()
            case "text": text = Array(try readString())
            case "lang":
                if peek() == UInt8(ascii: "\"") {
                    language = Language(rawValue: String(decoding: try readString(), as: UTF8.self))
                } else {
                    try skipValue()
                }
            default: try skipValue()
            }
            skipSpace()
            if peek() == UInt8(ascii: "}") { break }
            try expect(UInt8(ascii: ","))
            skipSpace()
            if peek() == UInt8(ascii: "}") { throw failure("a member expected after ','") }
        }
        place += 1
        skipSpace()
        if place < bytes.count { throw failure("more bytes after the object") }
        guard let id else { throw failure("no member 'id'") }
        guard let text else { throw failure("no member 'text'") }
        return ScoreRequest(id: id, text: text, language: language == .unknown ? nil : language)
    }

    private func failure(_ message: String) -> ScoringError {
        ScoringError(code: .badRequest, line: line, message: "\(message), at byte \(place + 1) of the line")
    }

    private func peek() -> UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            default: return
            }
        }
    }

    private mutating func expect(_ byte: UInt8) throws(ScoringError) {
        guard peek() == byte, place < bytes.count else {
            throw failure("'\(String(decoding: [byte], as: UTF8.self))' expected")
        }
        place += 1
    }

    private mutating func readIdentifier() throws(ScoringError) -> [UInt8] {
        let start = place
        if peek() == UInt8(ascii: "\"") {
            _ = try readString()
        } else if peek().isASCIIDigit || peek() == UInt8(ascii: "-") {
            try skipNumber()
        } else {
            throw failure("'id' must be a string or a number")
        }
        return Array(bytes[start..<place])
    }

    private mutating func skipNumber() throws(ScoringError) {
        let start = place
        if peek() == UInt8(ascii: "-") { place += 1 }
        let digits = place
        while peek().isASCIIDigit { place += 1 }
        if place == digits || (bytes[digits] == UInt8(ascii: "0") && place > digits + 1) {
            place = start
            throw failure("not a number")
        }
        if peek() == UInt8(ascii: ".") { try skipDigits() }
        if peek() | 0x20 == UInt8(ascii: "e") {
            if place + 1 < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[place + 1]) {
                place += 1
            }
            try skipDigits()
        }
    }

    /// Skips one byte and the digits that must follow it.
    private mutating func skipDigits() throws(ScoringError) {
        place += 1
        guard peek().isASCIIDigit else { throw failure("a digit expected") }
        while peek().isASCIIDigit { place += 1 }
    }

    private mutating func skipValue(depth: Int = 0) throws(ScoringError) {
        guard depth < 64 else { throw failure("values nested too deep") }
        switch peek() {
        case UInt8(ascii: "\""): _ = try readString()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try skipContainer(depth: depth)
        case UInt8(ascii: "t"): try skipWord("true")
        case UInt8(ascii: "f"): try skipWord("false")
        case UInt8(ascii: "n"): try skipWord("null")
        default: try skipNumber()
        }
    }

    private mutating func skipContainer(depth: Int) throws(ScoringError) {
        let isObject = peek() == UInt8(ascii: "{")
        let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        place += 1
        skipSpace()
        while peek() != close {
            if isObject {
                _ = try readString()
                skipSpace()
                try expect(UInt8(ascii: ":"))
                skipSpace()
            }
            try skipValue(depth: depth + 1)
            skipSpace()
            if peek() == close { break }
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
        place += 1
    }

    private mutating func skipWord(_ word: String) throws(ScoringError) {
        guard bytes[place...].starts(with: word.utf8) else { throw failure("'\(word)' expected") }
        place += word.utf8.count
    }

    /// A string with its escapes undone; most have none and stay where they are.
    private mutating func readString() throws(ScoringError) -> ArraySlice<UInt8> {
        try expect(UInt8(ascii: "\""))
        let start = place
        try skipPlain()
        if peek() == UInt8(ascii: "\"") {
            place += 1
            return bytes[start..<place - 1]
        }
        var text = Array(bytes[start..<place])
        while place < bytes.count {
            place += 1
            if bytes[place - 1] == UInt8(ascii: "\"") { return text[...] }
            try readEscape(&text)
            let next = place
            try skipPlain()
            text += bytes[next..<place]
        }
        throw failure("a string without end")
    }

    /// Goes on to the next quote or escape, or to the end.
    private mutating func skipPlain() throws(ScoringError) {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") {
            if bytes[place] < 0x20 { throw failure("a control character in a string") }
            place += 1
        }
    }

    private mutating func readEscape(_ text: inout [UInt8]) throws(ScoringError) {
        let byte = peek()
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): try readUnicodeEscape(&text)
        default: throw failure("unknown escape")
        }
    }

    private mutating func readUnicodeEscape(_ text: inout [UInt8]) throws(ScoringError) {
        var value = try readHex()
        if (0xD800...0xDBFF).contains(value), peek() == UInt8(ascii: "\\"), place + 1 < bytes.count,
            bytes[place + 1] == UInt8(ascii: "u")
        {
            let before = place
            place += 2
            let low = try readHex()
            if (0xDC00...0xDFFF).contains(low) {
                value = 0x1_0000 + ((value - 0xD800) << 10) + (low - 0xDC00)
            } else {
                place = before
            }
        }
        // A surrogate on its own is no character: it is read as U+FFFD, as other JSON readers do.
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        text.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func readHex() throws(ScoringError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = peek()
            let lower = byte | 0x20
            if byte.isASCIIDigit {
                value = value << 4 | UInt32(byte - 0x30)
            } else if lower >= 0x61, lower <= 0x66 {
                value = value << 4 | UInt32(lower - 0x57)
            } else {
                throw failure("four hexadecimal digits expected")
            }
            place += 1
        }
        return value
    }
}
