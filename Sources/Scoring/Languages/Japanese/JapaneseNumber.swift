/// Values of numbers in Japanese text.
enum JapaneseNumber {
    private static let limit = 100_000_000

    /// Value of digits or kanji numerals, 0 for signs such as 数.
    static func value(_ surface: UnsafeBufferPointer<UInt8>) -> Int32 { joined(0, surface) }

    /// Value of a number with more digits written after it; large ones stay at a limit.
    static func joined(_ before: Int32, _ surface: UnsafeBufferPointer<UInt8>) -> Int32 {
        var value = Int(before)
        var place = 0
        while place < surface.count {
            let scalar = Scalar.at(place, in: surface)
            place += scalar.length
            if (0x30...0x39).contains(scalar.value) {
                value = value * 10 + Int(scalar.value - 0x30)
            } else if let digit = digits[scalar.value] {
                value = value * 10 + digit
            } else if let unit = units[scalar.value] {
                value = max(value, 1) * unit
            }
            value = min(value, limit)
        }
        return Int32(value)
    }

    /// Value of a word that counts things, −1 for other words.
    static func count(_ lemma: String) -> Int32 { counts[lemma] ?? -1 }

    private static let counts: [String: Int32] = [
        "一つ": 1, "ひとつ": 1, "二つ": 2, "ふたつ": 2, "三つ": 3, "みっつ": 3, "四つ": 4, "よっつ": 4, "五つ": 5, "いつつ": 5,
    ]
    private static let digits: [UInt32: Int] = [
        0x3007: 0, 0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    ]
    private static let units: [UInt32: Int] = [0x5341: 10, 0x767E: 100, 0x5343: 1_000, 0x4E07: 10_000]
}
