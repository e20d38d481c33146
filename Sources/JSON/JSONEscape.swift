/// Escapes of strings that a cursor has been over, so that each is whole.
enum JSONEscape {
    /// The bytes of a range with the escapes undone.
    static func unescaped(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
                text.append(byte)
                index += 1
                continue
            }
            index += append(bytes, index, end: range.upperBound, to: &text)
        }
        return text
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
    private static func append(_ bytes: borrowing Span<UInt8>, _ index: Int, end: Int, to text: inout [UInt8]) -> Int {
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
        let unit = hex4(bytes, index + 2) ?? 0xFFFD
        if (0xD800...0xDBFF).contains(unit), index + 12 <= end, bytes[index + 6] == UInt8(ascii: "\\"),
            bytes[index + 7] == UInt8(ascii: "u"), let low = hex4(bytes, index + 8), (0xDC00...0xDFFF).contains(low)
        {
            append(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), to: &text)
            return 12
        }
        append(unit, to: &text)
        return 6
    }

    /// A surrogate on its own is no character and becomes U+FFFD.
    private static func append(_ value: UInt32, to text: inout [UInt8]) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        text.append(contentsOf: String(Character(scalar)).utf8)
    }
}
