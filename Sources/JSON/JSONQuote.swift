/// The inside of strings as it is written.
enum JSONQuote {
    /// Whether nothing of a text must be escaped.
    static func isPlain(_ text: String, _ escapes: JSONForm.Escapes) -> Bool {
        switch escapes {
        case .script: return !holds(text, mayNotStandInScript)
        case .shown where holds(text, mayBeHigh): return false
        default: break
        }
        let bytes = text.utf8.span
        var place = 0
        while place + JSONBlock.size <= bytes.count {
            if JSONBlock.plainBytes(JSONBlock.load(bytes, at: place)) < JSONBlock.size { return false }
            place += JSONBlock.size
        }
        while place < bytes.count {
            if isEscaped(bytes[place]) { return false }
            place += 1
        }
        return true
    }

    /// Appends a text that is not plain, with what must be escaped escaped; bytes of 80 and above stay as they are.
    static func append(_ text: String, _ escapes: JSONForm.Escapes, to bytes: inout [UInt8]) {
        if escapes == .script || escapes == .shown && holds(text, mayBeHigh) {
            for scalar in text.unicodeScalars { append(scalar, escapes, to: &bytes) }
        } else {
            for byte in text.utf8 {
                if isEscaped(byte) { append(byte, escapes, to: &bytes) } else { bytes.append(byte) }
            }
        }
    }

    /// Whether a byte of a text is one of some: asked of every name and value, so that it goes over plain memory.
    @inline(__always)
    private static func holds(_ text: String, _ isOne: (UInt8) -> Bool) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices where isOne(bytes[index]) { return true }
        return false
    }

    private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

    /// Whether a character may begin here that is escaped in a script: U+2028 begins with E2, as much punctuation does.
    private static func mayNotStandInScript(_ byte: UInt8) -> Bool { isEscaped(byte) || byte == 0x7F || byte == 0xE2 }

    /// Whether a control character of the upper range may begin here.
    private static func mayBeHigh(_ byte: UInt8) -> Bool { byte == 0x7F || byte == 0xC2 }

    private static func append(_ scalar: Unicode.Scalar, _ escapes: JSONForm.Escapes, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0..<0x20, 0x22, 0x5C:
            append(UInt8(truncatingIfNeeded: scalar.value), escapes == .script ? .short : escapes, to: &bytes)
        case 0x7F: appendNumbered(scalar.value, to: &bytes)
        case 0x80...0x9F where escapes == .shown: appendNumbered(scalar.value, to: &bytes)
        case 0x2028...0x2029 where escapes == .script: appendNumbered(scalar.value, to: &bytes)
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func append(_ byte: UInt8, _ escapes: JSONForm.Escapes, to bytes: inout [UInt8]) {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A where escapes != .numbered: bytes += "\\n".utf8
        case 0x0D where escapes != .numbered: bytes += "\\r".utf8
        case 0x09 where escapes != .numbered: bytes += "\\t".utf8
        case 0x08 where escapes == .letters || escapes == .shown: bytes += "\\b".utf8
        case 0x0C where escapes == .letters || escapes == .shown: bytes += "\\f".utf8
        default: appendNumbered(UInt32(byte), to: &bytes)
        }
    }

    private static func appendNumbered(_ value: UInt32, to bytes: inout [UInt8]) {
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 15)
            bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }
}
