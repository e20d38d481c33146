/// Turns the bytes of an input into UTF-8, chunk by chunk, carrying over what a chunk cuts in two.
///
/// A byte that begins no character becomes the byte FF, which no UTF-8 holds: the reader of rows finds it there,
/// and only that row is lost.
struct TextDecoder {
    /// Stands in the decoded text for what could not be decoded.
    static let invalid: UInt8 = 0xFF

    private let encoding: TextEncoding
    private let converter: CharacterConverter?
    private var carried: [UInt8] = []
    private var jis = JISMode()

    /// - Throws: `badEncoding` when the C library does not know the encoding.
    init(_ encoding: TextEncoding, file: String) throws(IngestionError) {
        self.encoding = encoding
        let name: String? =
            switch encoding {
            case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
            case .cp932: "CP932"
            case .eucJP, .iso2022JP: "EUC-JP-MS"
            case .named(let name): name
            }
        converter = name.flatMap { CharacterConverter(from: $0) }
        if let name, converter == nil {
            throw IngestionError(
                .badEncoding,
                file: file,
                message: "encoding \"\(name)\" is not known here; see `iconv -l` for the names"
            )
        }
    }

    /// The UTF-8 of more bytes.
    ///
    /// - Parameters:
    ///   - bytes: What follows the bytes of the last call.
    ///   - isLast: Whether the input ends with them; a character cut off there is invalid.
    /// - Returns: The text of all characters that are whole by now.
    mutating func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        if encoding == .utf8 { return bytes }
        let input = carried + (encoding == .iso2022JP ? jis.toEUC(bytes) : bytes)
        carried = []
        var text: [UInt8] = []
        text.reserveCapacity(input.count * 3 / 2)
        let taken: Int
        if let converter {
            taken = decode(input, with: converter, into: &text)
        } else {
            taken = UTF16Text.decode(input, isBigEndian: encoding == .utf16BigEndian, into: &text)
        }
        if taken < input.count {
            if isLast {
                text.append(Self.invalid)
            } else {
                carried = Array(input[taken...])
            }
        }
        if isLast, jis.endsWithinEscape { text.append(Self.invalid) }
        return text
    }

    private func decode(_ input: [UInt8], with converter: CharacterConverter, into text: inout [UInt8]) -> Int {
        var index = 0
        while index < input.count {
            let (taken, stop) = converter.convert(input, from: index, into: &text)
            index = taken
            switch stop {
            case .done: return index
            case .cutOff: return index
            case .invalid:
                text.append(Self.invalid)
                index += 1
            }
        }
        return index
    }
}

/// UTF-16 to UTF-8, by hand, because surrogates cut by a chunk must be carried over.
enum UTF16Text {
    /// Decodes as many whole characters as the bytes hold, and returns how many bytes these took.
    static func decode(_ bytes: [UInt8], isBigEndian: Bool, into text: inout [UInt8]) -> Int {
        func unit(_ index: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var index = 0
        while index + 1 < bytes.count {
            let lead = unit(index)
            guard (0xD800...0xDFFF).contains(lead) else {
                append(lead, to: &text)
                index += 2
                continue
            }
            if lead < 0xDC00, index + 3 >= bytes.count { return index }
            if lead < 0xDC00, (0xDC00...0xDFFF).contains(unit(index + 2)) {
                append(0x10000 + (lead - 0xD800) << 10 + (unit(index + 2) - 0xDC00), to: &text)
                index += 4
            } else {
                text.append(TextDecoder.invalid)
                index += 2
            }
        }
        return index
    }

    /// Appends one scalar value as UTF-8; U+FFFD for what is no scalar value.
    static func append(_ value: UInt32, to text: inout [UInt8]) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
}

/// ISO-2022-JP rewritten as EUC-JP: the escapes taken out, the high bit set.
///
/// iconv's own ISO-2022-JP refuses the circled digits and half-width kana that Windows programs write.
struct JISMode {
    private enum Charset {
        case ascii, kanji, kana
    }

    private var charset = Charset.ascii
    private var escape: [UInt8] = []

    /// Whether the bytes so far end within an escape sequence.
    var endsWithinEscape: Bool { !escape.isEmpty }

    mutating func toEUC(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for byte in bytes { take(byte, into: &out) }
        return out
    }

    private mutating func take(_ byte: UInt8, into out: inout [UInt8]) {
        if byte == 0x1B || !escape.isEmpty {
            escape.append(byte)
            guard escape.count == 3 else { return }
            if let next = Self.charset(after: escape) {
                charset = next
            } else {
                out.append(TextDecoder.invalid)
            }
            escape = []
            return
        }
        switch charset {
        case .kanji where byte > 0x20 && byte < 0x7F: out.append(byte | 0x80)
        case .kana where byte > 0x20 && byte < 0x60: out.append(contentsOf: [0x8E, byte | 0x80])
        default: out.append(byte)
        }
        // A line always ends in ASCII, even where the escape back was lost.
        if byte == 0x0A { charset = .ascii }
    }

    private static func charset(after escape: [UInt8]) -> Charset? {
        switch (escape[1], escape[2]) {
        case (0x24, 0x40), (0x24, 0x42): .kanji
        case (0x28, 0x42), (0x28, 0x4A): .ascii
        case (0x28, 0x49): .kana
        default: nil
        }
    }
}
