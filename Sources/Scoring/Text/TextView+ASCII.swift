import Feedback

extension TextView {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Letters, digits and spaces: copied in lower case, unless an address begins here.
    @inline(__always)
    mutating func readWordByte(_ byte: UInt8, _ place: Int, _ raw: Bytes, _ glyphTable: GlyphTable) -> Int {
        if byte == 0x20 || (place > 0 && raw[place &- 1].isASCIIAlphanumeric) {
            emit(byte.isASCIIUpper ? byte | 0x20 : byte, place)
            return place &+ 1
        }
        if let end = Self.addressEnd(place, raw) {
            emit(0x20, place)
            return end
        }
        if glyphTable.mayStart(at: place, in: raw), let glyph = glyphTable.find(at: place, in: raw) {
            emitGlyph(glyph.entry, place)
            return place + glyph.length
        }
        if writing.laughsInW, let end = laughEnd(place, raw) {
            emit(0x20, place)
            return end
        }
        if byte == UInt8(ascii: "O"), isLineStart(place, raw), let end = quotedHistoryHeaderEnd(place, raw) {
            emit(0x0A, place)
            return end
        }
        emit(byte.isASCIIUpper ? byte | 0x20 : byte, place)
        return place &+ 1
    }

    mutating func readASCIISymbol(_ byte: UInt8, _ place: Int, _ raw: Bytes, _ glyphTable: GlyphTable) -> Int {
        if byte == UInt8(ascii: "&"), let end = readEntity(place, raw) { return end }
        if byte == UInt8(ascii: ">"), isLineStart(place, raw), place + 1 < raw.count, raw[place + 1] == 0x20 {
            return lineEnd(place, raw)
        }
        if glyphTable.mayStart(at: place, in: raw), let glyph = glyphTable.find(at: place, in: raw) {
            emitGlyph(glyph.entry, place)
            return place + glyph.length
        }
        switch byte {
        case UInt8(ascii: "@"):
            if let end = mentionEnd(place, raw) {
                emit(0x20, place)
                return end
            }
        case UInt8(ascii: "<"):
            if let end = tagEnd(place, raw) {
                emit(isLineTag(place, raw) ? 0x0A : 0x20, place)
                return end
            }
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"):
            emitSymbol(UInt32(byte), place)
            return runEnd(byte, place, raw)
        default: break
        }
        emitSymbol(UInt32(byte), place)
        return place + 1
    }

    /// Writes a symbol, as the full-width form where the dictionary knows that one.
    mutating func emitSymbol(_ value: UInt32, _ place: Int) {
        if value == 0x0A {
            emit(0x0A, place)
        } else if value < 0x20 || value == 0x7F {
            emit(0x20, place)
        } else if writing.usesFullWidthSigns, value > 0x20, value < 0x7F {
            emit(scalar: value + 0xFEE0, place)
        } else {
            emit(UInt8(value), place)
        }
    }

    private func runEnd(_ byte: UInt8, _ place: Int, _ raw: Bytes) -> Int {
        var end = place + 1
        while end < raw.count, raw[end] == byte { end += 1 }
        return end
    }

    private func isLineStart(_ place: Int, _ raw: Bytes) -> Bool { place == 0 || raw[place - 1] == 0x0A }

    private func lineEnd(_ place: Int, _ raw: Bytes) -> Int { Self.lineEnd(place, raw) }

    static func lineEnd(_ place: Int, _ raw: Bytes) -> Int {
        var end = place
        while end < raw.count, raw[end] != 0x0A { end += 1 }
        return end
    }

    private func starts(_ word: StaticString, _ place: Int, _ raw: Bytes) -> Bool { Self.starts(word, place, raw) }

    static func starts(_ word: StaticString, _ place: Int, _ raw: Bytes) -> Bool {
        guard place + word.utf8CodeUnitCount <= raw.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = raw[place + offset]
            guard (byte.isASCIIUpper ? byte | 0x20 : byte) == word.utf8Start[offset] else { return false }
        }
        return true
    }

    /// End of a web address that begins here.
    static func addressEnd(_ place: Int, _ raw: Bytes) -> Int? {
        let lower = raw[place] | 0x20
        guard lower == UInt8(ascii: "h") || lower == UInt8(ascii: "w") else { return nil }
        guard starts("http://", place, raw) || starts("https://", place, raw) || starts("www.", place, raw) else {
            return nil
        }
        var end = place
        while end < raw.count, raw[end] > 0x20, raw[end] < 0x7F, raw[end] != 0x22, raw[end] != 0x3C { end += 1 }
        return end
    }

    /// End of an @name; nil when the sign stands alone.
    private func mentionEnd(_ place: Int, _ raw: Bytes) -> Int? {
        var end = place + 1
        while end < raw.count, raw[end].isASCIIAlphanumeric || raw[end] == UInt8(ascii: "_") { end += 1 }
        return end > place + 1 ? end : nil
    }

    private func tagEnd(_ place: Int, _ raw: Bytes) -> Int? {
        guard place + 2 < raw.count else { return nil }
        let next = raw[place + 1]
        guard next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else { return nil }
        var end = place + 1
        while end < raw.count, end < place + 300, raw[end] != UInt8(ascii: ">"), raw[end] != UInt8(ascii: "<") {
            end += 1
        }
        return end < raw.count && raw[end] == UInt8(ascii: ">") ? end + 1 : nil
    }

    private func isLineTag(_ place: Int, _ raw: Bytes) -> Bool {
        starts("<br", place, raw) || starts("<p>", place, raw) || starts("</p", place, raw)
            || starts("<li", place, raw) || starts("<div", place, raw) || starts("</div", place, raw)
    }

    /// "On … wrote:" and all that follows on this line.
    private func quotedHistoryHeaderEnd(_ place: Int, _ raw: Bytes) -> Int? {
        guard starts("on ", place, raw) else { return nil }
        let end = lineEnd(place, raw)
        var last = end
        while last > place, raw[last - 1] <= 0x20 { last -= 1 }
        return last - place > 10 && starts("wrote:", last - 6, raw) ? end : nil
    }

    /// A run of laughing w after letters beyond ASCII.
    private func laughEnd(_ place: Int, _ raw: Bytes) -> Int? {
        guard raw[place] | 0x20 == UInt8(ascii: "w"), place > 0, raw[place - 1] >= 0x80 else { return nil }
        var end = place
        while end < raw.count, raw[end] | 0x20 == UInt8(ascii: "w") { end += 1 }
        return end < raw.count && raw[end].isASCIIAlphanumeric ? nil : end
    }

    /// A named or numbered HTML entity: writes its character.
    private mutating func readEntity(_ place: Int, _ raw: Bytes) -> Int? {
        var end = place + 1
        while end < raw.count, end < place + 10, raw[end] != UInt8(ascii: ";") { end += 1 }
        guard end < raw.count, raw[end] == UInt8(ascii: ";"), end > place + 1 else { return nil }
        if raw[place + 1] == UInt8(ascii: "#") {
            guard let value = entityNumber(place + 2, end, raw) else { return nil }
            writeScalar(value, place, raw)
            return end + 1
        }
        let names: [(StaticString, UInt32)] = [
            ("amp;", 0x26), ("lt;", 0x3C), ("gt;", 0x3E), ("quot;", 0x22), ("apos;", 0x27), ("nbsp;", 0x20),
            ("hellip;", 0x2E), ("rsquo;", 0x27), ("lsquo;", 0x27), ("rdquo;", 0x22), ("ldquo;", 0x22),
        ]
        for (name, value) in names where starts(name, place + 1, raw) {
            emitSymbol(value, place)
            return end + 1
        }
        return nil
    }

    private func entityNumber(_ start: Int, _ end: Int, _ raw: Bytes) -> UInt32? {
        guard start < end else { return nil }
        let isHex = raw[start] | 0x20 == UInt8(ascii: "x")
        var value: UInt32 = 0
        for place in (isHex ? start + 1 : start)..<end {
            let byte = raw[place] | 0x20
            let digit: UInt32
            if raw[place].isASCIIDigit {
                digit = UInt32(raw[place] - 0x30)
            } else if isHex, byte >= 0x61, byte <= 0x66 {
                digit = UInt32(byte - 0x57)
            } else {
                return nil
            }
            value = value * (isHex ? 16 : 10) + digit
            if value > 0x10_FFFF { return nil }
        }
        return value
    }
}
