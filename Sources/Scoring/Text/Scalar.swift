/// One scalar read from UTF-8 bytes.
struct Scalar {
    /// U+FFFD for a byte that belongs to no scalar.
    let value: UInt32
    let length: Int

    /// Reads the scalar at a place; a malformed byte counts as one scalar of length 1.
    @inline(__always)
    static func at(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Scalar {
        let first = UInt32(bytes[place])
        if first < 0x80 { return Scalar(value: first, length: 1) }
        let left = bytes.count &- place
        func next(_ offset: Int) -> UInt32? {
            guard offset < left, bytes[place &+ offset] & 0xC0 == 0x80 else { return nil }
            return UInt32(bytes[place &+ offset] & 0x3F)
        }
        let bad = Scalar(value: 0xFFFD, length: 1)
        if first >= 0xC2, first < 0xE0 {
            guard let second = next(1) else { return bad }
            return Scalar(value: (first & 0x1F) << 6 | second, length: 2)
        }
        if first >= 0xE0, first < 0xF0 {
            guard let second = next(1), let third = next(2) else { return bad }
            let value = (first & 0x0F) << 12 | second << 6 | third
            return value < 0x800 || (0xD800...0xDFFF).contains(value) ? bad : Scalar(value: value, length: 3)
        }
        if first >= 0xF0, first < 0xF5 {
            guard let second = next(1), let third = next(2), let fourth = next(3) else { return bad }
            let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
            return value < 0x1_0000 || value > 0x10_FFFF ? bad : Scalar(value: value, length: 4)
        }
        return bad
    }
}

extension Scalar {
    static func isHiragana(_ value: UInt32) -> Bool { (0x3041...0x309F).contains(value) }
    static func isKatakana(_ value: UInt32) -> Bool { (0x30A1...0x30FF).contains(value) }
    static func isKana(_ value: UInt32) -> Bool { isHiragana(value) || isKatakana(value) }
    static func isHan(_ value: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value == 0x3005
            || (0x2_0000...0x2_FFFF).contains(value)
    }
    /// Pictographs, dingbats, flags and the marks that modify them.
    static func isPictograph(_ value: UInt32) -> Bool {
        (0x1F000...0x1FAFF).contains(value) || (0x2600...0x27BF).contains(value) || (0x2B00...0x2BFF).contains(value)
            || (0x2300...0x23FF).contains(value) || (0x2190...0x21FF).contains(value)
    }
    /// Marks that follow a pictograph and belong to it: skin tones, variation selectors, tags.
    static func isPictographMark(_ value: UInt32) -> Bool {
        (0x1F3FB...0x1F3FF).contains(value) || (0xFE00...0xFE0F).contains(value) || (0xE0020...0xE007F).contains(value)
    }
}
