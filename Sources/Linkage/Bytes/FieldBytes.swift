/// Writes fields one behind the other for ``FieldReader``.
struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    /// A number in as many groups of seven bits as it needs, the low ones first (LEB128).
    mutating func add(count: Int) {
        var rest = UInt64(count)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// The low bytes of a number, the lowest first.
    mutating func add(_ number: UInt64, bytes width: Int = 8) {
        for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(place * 8))) }
    }

    /// A text, or that there is none.
    mutating func add(_ text: String?) {
        guard let text else { return add(count: 0) }
        add(count: text.utf8.count + 1)
        bytes += text.utf8
    }
}

/// Reads the fields that a ``FieldWriter`` wrote, in their order; behind the last byte there are zeros.
struct FieldReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func count() -> Int {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while let byte = rest.popFirst() {
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: number & UInt64(Int.max))
    }

    mutating func number(bytes width: Int = 8) -> UInt64 {
        var number: UInt64 = 0
        for (place, byte) in rest.prefix(width).enumerated() { number |= UInt64(byte) << UInt64(place * 8) }
        rest = rest.dropFirst(width)
        return number
    }

    mutating func skipText() {
        let length = count() - 1
        if length > 0 { rest = rest.dropFirst(length) }
    }

    mutating func text() -> String? {
        let length = count() - 1
        guard length >= 0 else { return nil }
        defer { rest = rest.dropFirst(length) }
        return String(decoding: rest.prefix(length), as: UTF8.self)
    }
}
