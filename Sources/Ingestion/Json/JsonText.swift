import Feedback

/// Strings out of the bytes of a JSON text that has been checked.
enum JsonText {
    /// The text of a range.
    ///
    /// The bytes were checked to be UTF-8 as a whole and are cut at ASCII bytes, so they need no second check.
    static func string(_ bytes: borrowing Span<UInt8>, _ range: ByteRange) -> String {
        unsafe String(copying: UTF8Span(unchecked: bytes.extracting(range.start..<range.end)))
    }

    /// The text of a range with its escapes taken out.
    static func unescaped(_ bytes: borrowing Span<UInt8>, _ range: ByteRange) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.length)
        var index = range.start
        while index < range.end {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                index += 1
                continue
            }
            index += appendEscape(bytes, index, end: range.end, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Four hexadecimal digits at an index.
    static func hex4(_ bytes: borrowing Span<UInt8>, _ start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for index in start..<start + 4 {
            switch bytes[index] {
            case 0x30...0x39: value = value << 4 | UInt32(bytes[index] - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(bytes[index] - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(bytes[index] - 0x57)
            default: return nil
            }
        }
        return value
    }

    /// Appends what an escape stands for and returns how many bytes it took.
    private static func appendEscape(
        _ bytes: borrowing Span<UInt8>,
        _ index: Int,
        end: Int,
        to text: inout [UInt8]
    ) -> Int {
        switch bytes[index + 1] {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"): return appendUnicode(bytes, index, end: end, to: &text)
        default: text.append(bytes[index + 1])
        }
        return 2
    }

    private static func appendUnicode(
        _ bytes: borrowing Span<UInt8>,
        _ index: Int,
        end: Int,
        to text: inout [UInt8]
    ) -> Int {
        let unit = hex4(bytes, index + 2) ?? 0
        if (0xD800...0xDBFF).contains(unit), index + 12 <= end, bytes[index + 6] == UInt8(ascii: "\\"),
            bytes[index + 7] == UInt8(ascii: "u"), let low = hex4(bytes, index + 8), (0xDC00...0xDFFF).contains(low)
        {
            UTF16Text.append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &text)
            return 12
        }
        UTF16Text.append(unit == 0 ? 0xFFFD : unit, to: &text)
        return 6
    }
}
