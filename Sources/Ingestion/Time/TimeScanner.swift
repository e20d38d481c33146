/// Steps over the parts of a time that is written in ASCII.
struct TimeScanner {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while peek == 0x20 { position += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    /// One of some bytes, if it is next.
    mutating func takeAny(of choices: StaticString) -> UInt8? {
        guard let byte = peek else { return nil }
        for index in 0..<choices.utf8CodeUnitCount where unsafe choices.utf8Start[index] == byte {
            position += 1
            return byte
        }
        return nil
    }

    /// A number of a bounded count of digits.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while count < digits.upperBound, let byte = peek, (0x30...0x39).contains(byte) {
            value = value &* 10 &+ Int(byte - 0x30)
            count += 1
            position += 1
        }
        return digits.contains(count) ? value : nil
    }

    /// A run of ASCII letters, in lower case; empty when there is none.
    mutating func word() -> String {
        var letters: [UInt8] = []
        while let byte = peek, (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
            letters.append(byte | 0x20)
            position += 1
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The milliseconds of a fraction of a second, after its point; digits beyond the third are dropped.
    mutating func milliseconds() -> Int? {
        let start = position
        var value = 0
        while let byte = peek, (0x30...0x39).contains(byte) {
            if position - start < 3 { value = value * 10 + Int(byte - 0x30) }
            position += 1
        }
        let count = position - start
        guard count > 0 else { return nil }
        return count == 1 ? value * 100 : count == 2 ? value * 10 : value
    }

    /// `Z`, `UTC`, `GMT`, `JST` or `±HH[:]MM`, as seconds east of UTC.
    mutating func offset() -> Int? {
        let start = position
        if let sign = takeAny(of: "+-") {
            guard let hours = number(digits: 1...2) else {
                position = start
                return nil
            }
            _ = take(0x3A)
            let minutes = number(digits: 2...2) ?? 0
            guard hours <= 18, minutes < 60 else {
                position = start
                return nil
            }
            return (hours * 3_600 + minutes * 60) * (sign == 0x2D ? -1 : 1)
        }
        if let seconds = Self.zoneNames[word()] {
            // `GMT+9` and `UTC+09:00` are one offset.
            if seconds == 0, let sign = peek, sign == 0x2B || sign == 0x2D, let further = offset() { return further }
            return seconds
        }
        position = start
        return nil
    }

    /// Names of zones that mean one offset only.
    ///
    /// `EST` and the like are those of RFC 822.
    private static let zoneNames: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "ut": 0, "jst": 9 * 3_600,
        "est": -5 * 3_600, "edt": -4 * 3_600, "cst": -6 * 3_600, "cdt": -5 * 3_600,
        "mst": -7 * 3_600, "mdt": -6 * 3_600, "pst": -8 * 3_600, "pdt": -7 * 3_600,
    ]
}

/// Names of months and days of the week in English.
enum CalendarName {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// 1–12 for a whole name or one cut after three letters; `sept` too.
    static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        let index = months.firstIndex {
            $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) || (word == "sept" && $0 == "september")
        }
        return index.map { $0 + 1 }
    }

    static func isWeekday(_ word: String) -> Bool {
        word.utf8.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
    }
}
