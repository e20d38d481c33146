import Glibc

/// A forward reader of the few JSON forms the trend lines use, over bytes.
struct TrendLineReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The error that stands where the reader is.
    func failure(_ code: TrendLineError.Code) -> TrendLineError { TrendLineError(code: code, offset: position) }

    /// Whether nothing but white space is left.
    mutating func isAtEnd() -> Bool {
        skipSpace()
        return position == bytes.count
    }

    /// The next byte that is not white space; 0 at the end.
    mutating func peek() -> UInt8 {
        skipSpace()
        return position < bytes.count ? bytes[position] : 0
    }

    /// Takes a byte if it is next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte, position < bytes.count else { return false }
        position += 1
        return true
    }

    /// Takes a byte that must be next.
    mutating func expect(_ byte: UInt8) throws(TrendLineError) {
        guard take(byte) else { throw failure(.malformed) }
    }

    /// The elements of an array, each read by `element`.
    mutating func array(
        _ element: (inout TrendLineReader) throws(TrendLineError) -> Void
    ) throws(TrendLineError) {
        try expect(UInt8(ascii: "["))
        guard !take(UInt8(ascii: "]")) else { return }
        repeat { try element(&self) } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
    }

    /// A string with its quotation marks and escapes, as it stands.
    mutating func rawString() throws(TrendLineError) -> ArraySlice<UInt8> {
        try expect(UInt8(ascii: "\""))
        let start = position - 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return bytes[start..<position] }
            if byte < 0x20 { break }
            if byte == UInt8(ascii: "\\") { position += 1 }
        }
        throw failure(.malformed)
    }

    /// A count: an integer of at most 15 digits.
    mutating func count() throws(TrendLineError) -> Int {
        skipSpace()
        let start = position
        var value = 0
        while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
            value = value * 10 + Int(bytes[position] - 0x30)
            position += 1
            guard position - start <= 15 else { throw failure(.number) }
        }
        guard position > start else { throw failure(.number) }
        return value
    }

    /// A number; `nil` for null, and for the NaN that Python writes.
    mutating func number() throws(TrendLineError) -> Double? {
        if [UInt8(ascii: "n"), UInt8(ascii: "N")].contains(peek()) {
            try skipWord()
            return nil
        }
        let start = position
        while position < bytes.count, Self.isNumeric(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else { throw failure(.number) }
        return value
    }

    /// Passes over any value.
    mutating func skipValue() throws(TrendLineError) {
        switch peek() {
        case UInt8(ascii: "\""): _ = try rawString()
        case UInt8(ascii: "["): try array { (reader) throws(TrendLineError) in try reader.skipValue() }
        case UInt8(ascii: "{"):
            try object { (reader, _) throws(TrendLineError) in try reader.skipValue() }
        case let byte where Self.isNumeric(byte): _ = try number()
        default: try skipWord()
        }
    }

    /// The members of an object; `member` reads the value that belongs to the raw key.
    mutating func object(
        _ member: (inout TrendLineReader, ArraySlice<UInt8>) throws(TrendLineError) -> Void
    ) throws(TrendLineError) {
        try expect(UInt8(ascii: "{"))
        guard !take(UInt8(ascii: "}")) else { return }
        repeat {
            let key = try rawString()
            try expect(UInt8(ascii: ":"))
            try member(&self, key.dropFirst().dropLast())
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
    }

    private mutating func skipWord() throws(TrendLineError) {
        for word in ["null", "NaN", "true", "false"] where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return
        }
        throw failure(.malformed)
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65
    }
}
