import Feedback

extension TextView {
    /// Reads one scalar beyond ASCII.
    mutating func readScalar(_ place: Int, _ raw: Bytes, _ glyphTable: GlyphTable) -> Int {
        if glyphTable.mayStart(at: place, in: raw), let glyph = glyphTable.find(at: place, in: raw) {
            emitGlyph(glyph.entry, place)
            return skipMarks(place + glyph.length, raw)
        }
        let scalar = Scalar.at(place, in: raw)
        if scalar.value == 0x2605 || scalar.value == 0x2606 {
            if let end = readStars(place, raw) { return end }
            if isDigit(place + scalar.length, raw) {
                for byte in "\(writing.star)".utf8 { emit(byte, place) }
                return place + scalar.length
            }
        }
        if scalar.value == 0xFF20 || Scalar.isPictographMark(scalar.value) { return place + scalar.length }
        if Scalar.isPictograph(scalar.value) {
            emit(0x20, place)
            return skipMarks(place + scalar.length, raw)
        }
        writeScalar(scalar.value, place, raw)
        return place + scalar.length
    }

    /// Writes one scalar in its normal form.
    mutating func writeScalar(_ value: UInt32, _ place: Int, _ raw: Bytes) {
        switch value {
        case 0..<0x80: writeASCII(value, place)
        case 0xC0...0x17F:
            let folded = WidthTables.latinFolding[Int(value - 0xC0)]
            emit(folded == UInt8(ascii: "-") ? 0x20 : folded, place)
        case 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD: break
        case 0xA0, 0x3000, 0x2000...0x200A, 0xFFFD, 0x80...0x9F: emit(0x20, place)
        case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC, 0xB4: emitSymbol(0x27, place)
        case 0x201C, 0x201D, 0x201E, 0x2033: emitSymbol(0x22, place)
        case 0x2026: emitSymbol(0x2E, place)
        case 0x2010, 0x2011: emitSymbol(0x2D, place)
        case 0x2012...0x2015:
            emit(0x20, place)
            emitSymbol(0x2D, place)
            emit(0x20, place)
        case 0xFF01...0xFF5E where value != 0xFF5E: writeASCII(value - 0xFEE0, place)
        case 0x301C, 0xFF5E, 0x223C: writeWave(place)
        case 0x30FC: writeLongVowel(place)
        case 0xFF66...0xFF9D: writeKana(WidthTables.halfWidthKatakana[Int(value - 0xFF66)], place)
        case 0xFF9E, 0x3099, 0x309B: writeMark(halfVoiced: false, place)
        case 0xFF9F, 0x309A, 0x309C: writeMark(halfVoiced: true, place)
        case 0xFF61: emit(scalar: 0x3002, place)
        case 0xFF62: emit(scalar: 0x300C, place)
        case 0xFF63: emit(scalar: 0x300D, place)
        case 0xFF64: emit(scalar: 0x3001, place)
        case 0xFF65: emit(scalar: 0x30FB, place)
        case 0x2460...0x2473: emit(0x20, place)
        default: emit(scalar: value, place)
        }
    }

    private mutating func writeASCII(_ value: UInt32, _ place: Int) {
        let byte = UInt8(value)
        if byte.isASCIIAlphanumeric {
            emit(byte.isASCIIUpper ? byte | 0x20 : byte, place)
        } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
            if lastScalar != value, lastScalar != value + 0xFEE0 { emitSymbol(value, place) }
        } else {
            emitSymbol(value, place)
        }
    }

    private mutating func writeKana(_ value: UInt32, _ place: Int) {
        value == 0x30FC ? writeLongVowel(place) : emit(scalar: value, place)
    }

    /// A wave after kana is a drawn-out vowel, elsewhere a range.
    private mutating func writeWave(_ place: Int) {
        Scalar.isKana(lastScalar) ? writeLongVowel(place) : emit(scalar: 0xFF5E, place)
    }

    /// One long vowel mark after katakana; none after hiragana, where it only draws a word out.
    private mutating func writeLongVowel(_ place: Int) {
        let last = lastScalar
        if last == 0x30FC || Scalar.isHiragana(last) { return }
        emit(scalar: 0x30FC, place)
    }

    private mutating func writeMark(halfVoiced: Bool, _ place: Int) {
        let last = lastScalar
        if Scalar.isKana(last), let voiced = WidthTables.voiced(last, halfVoiced: halfVoiced) {
            replaceLast(3, with: voiced)
        }
    }

    /// 一 to 五, as many as ratings have stars.
    private static let kanjiDigits: [UInt32] = [0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94]

    private func isDigit(_ place: Int, _ raw: Bytes) -> Bool {
        guard place < raw.count else { return false }
        let value = Scalar.at(place, in: raw).value
        return raw[place].isASCIIDigit || (0xFF10...0xFF19).contains(value) || Self.kanjiDigits.contains(value)
    }

    private func skipMarks(_ start: Int, _ raw: Bytes) -> Int {
        var place = start
        while place < raw.count, raw[place] >= 0x80 {
            let scalar = Scalar.at(place, in: raw)
            guard Scalar.isPictographMark(scalar.value) || scalar.value == 0x200D else { break }
            place += scalar.length
        }
        return place
    }

    /// A run of five stars, full ones first, is a rating; any other run is decoration.
    private mutating func readStars(_ start: Int, _ raw: Bytes) -> Int? {
        var place = start
        var full: Int32 = 0
        var empty: Int32 = 0
        while place < raw.count, raw[place] == 0xE2 {
            let scalar = Scalar.at(place, in: raw)
            if scalar.value == 0x2605, empty == 0 {
                full += 1
            } else if scalar.value == 0x2606 {
                empty += 1
            } else {
                break
            }
            place += scalar.length
        }
        guard full + empty == 5, full > 0 else { return nil }
        emitGlyph(-1 - (full - 1) * 2_500, start)
        return skipMarks(place, raw)
    }
}
