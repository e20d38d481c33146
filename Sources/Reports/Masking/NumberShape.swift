/// What the groups of digits of a number say that it is.
///
/// A phone number begins with 0 (10 or 11 digits), with a country's code, or is grouped 3-3-4 with or without a 1 in
/// front (ITU-T E.123 and E.164). A card number has the length and the opening digits of an issuer and a right check
/// digit (ISO/IEC 7812-1). Dates are neither.
struct NumberShape {
    private let lengths: [Int]
    private let digits: [UInt8]
    private let gaps: [DigitGroup.Gap]
    private let hasPlus: Bool

    init(_ groups: ArraySlice<DigitGroup>, hasPlus: Bool) {
        lengths = groups.map(\.digits.count)
        digits = groups.flatMap(\.digits)
        gaps = groups.dropFirst().map(\.gap)
        self.hasPlus = hasPlus
    }

    var isPhone: Bool {
        guard !holdsDate else { return false }
        if hasPlus { return isInternational }
        if digits.first == 0 { return isDomestic || isDialledAbroad }
        if digits.starts(with: [8, 1]), lengths.count > 2, lengths.first == 2 { return isInternational }
        return isAmerican
    }

    /// Digits behind a `+`.
    private var isInternational: Bool {
        guard lengths.count <= 6, let first = digits.first, let last = lengths.last else { return false }
        switch (first, digits.dropFirst().first) {
        case (0, _): return false
        case (1, let area?): return digits.count == 11 && area > 1
        case (8, 1): return (11...13).contains(digits.count) && last > 2
        default: return (8...15).contains(digits.count) && last > 1
        }
    }

    /// `0081 …`, `010-81-…`.
    private var isDialledAbroad: Bool {
        let opening = digits.prefix(4)
        guard opening.starts(with: [0, 0]) || opening.starts(with: [0, 1, 0]) else { return false }
        return lengths.count > 2 && (12...17).contains(digits.count) && (lengths.last ?? 0) > 2
    }

    private var isDomestic: Bool {
        guard (10...11).contains(digits.count), let first = lengths.first, let last = lengths.last else { return false }
        switch lengths.count {
        case 1: return true
        case 2: return (2...6).contains(first)
        case 3: return last > 2 && (3...6).contains(first) || (first == 2 && lengths[1] > 2 && last > 2)
        // `0120-12-34-56`
        case 4: return first > 2 && gaps.allSatisfy { $0.mark == .dash }
        // `01 23 45 67 89`, as in France
        case 5: return lengths.allSatisfy { $0 == 2 } && Set(gaps).count == 1
        default: return false
        }
    }

    private var isAmerican: Bool {
        let area = lengths.first == 1 ? digits.dropFirst().first : digits.first
        guard let area, area > 1 else { return false }
        return lengths == [3, 3, 4] || (lengths == [1, 3, 3, 4] && digits.first == 1)
    }

    var isCard: Bool {
        guard hasIssuer, hasCheckDigit, !holdsDate else { return false }
        // Codes of Japanese goods have 13 digits, begin with 45 or 49, and have a check digit of their own.
        let isGoods = lengths == [13] && (digits.starts(with: [4, 5]) || digits.starts(with: [4, 9]))
        return !(isGoods && hasCheckDigitOfGoods)
    }

    private var hasIssuer: Bool {
        let opening = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
        switch opening {
        case 4000...4999: return [13, 16, 19].contains(digits.count)
        case 5100...5599, 2221...2720: return digits.count == 16
        case 3400...3499, 3700...3799: return digits.count == 15
        case 3528...3589: return (16...19).contains(digits.count)
        case 3000...3099, 3600...3699, 3800...3999: return (14...19).contains(digits.count)
        case 5000...5099, 5600...6999: return (13...19).contains(digits.count)
        default: return false
        }
    }

    private var hasCheckDigit: Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, next in
            let value = next.offset % 2 == 0 ? Int(next.element) : 2 * Int(next.element)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }

    /// GS1: every second digit from the right, beginning behind the check digit, counts three times.
    private var hasCheckDigitOfGoods: Bool {
        digits.reversed().enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
    }

    /// Whether three groups that follow one another are a year, a month and a day, from either end.
    private var holdsDate: Bool {
        var start = 0
        var numbers: [Int] = []
        for length in lengths {
            let isShort = length == 4 || length <= 2
            numbers.append(isShort ? digits[start..<start + length].reduce(0) { $0 * 10 + Int($1) } : 0)
            start += length
        }
        guard lengths.count > 2 else { return false }
        return (2..<lengths.count).contains { last in
            let (a, b, c) = (numbers[last - 2], numbers[last - 1], numbers[last])
            let years = 1900...2099
            guard (1...31).contains(b), lengths[last - 1] <= 2 else { return false }
            return lengths[last - 2] == 4 && years.contains(a) && lengths[last] <= 2 && (1...31).contains(c)
                || lengths[last] == 4 && years.contains(c) && lengths[last - 2] <= 2 && (1...31).contains(a)
        }
    }
}
