import Feedback

/// The months a period's label covers, for a place on a time axis.
struct PeriodSpan: Hashable, Comparable {
    /// Months since year 0, with a fraction.
    let start: Double
    let end: Double

    var middle: Double { (start + end) / 2 }

    /// Reads `2008`, `2008-Q2`, `2008-04`, `2008-W14`, `2008-04-05`, or a time that begins with such a day.
    ///
    /// - Returns: `nil` for anything else.
    init?(_ label: String) {
        if let plain = PeriodSpan(plain: label) {
            self = plain
            return
        }
        let rest = label.utf8.dropFirst(10).first
        guard rest == nil || rest == UInt8(ascii: "T") || rest == UInt8(ascii: " ") else { return nil }
        let parts = label.utf8.prefix(10).split(separator: UInt8(ascii: "-")).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), year >= 0 else { return nil }
        let months = Double(year * 12)
        switch parts.count {
        case 1:
            self.init(start: months, end: months + 12)
        case 2:
            self.init(year: year, part: parts[1])
        case 3:
            guard let month = Int(parts[1]), let day = Int(parts[2]), Day(year: year, month: month, day: day) != nil
            else { return nil }
            let start = months + Double(month - 1) + Double(day - 1) / 31
            self.init(start: start, end: start + 1.0 / 31)
        default:
            return nil
        }
    }

    /// Reads `2008`, `2008-Q2` and `2008-04`, of which a report has them by the hundred thousand.
    private init?(plain label: String) {
        var (place, year, part) = (0, 0, 0)
        var isQuarter = false
        for byte in label.utf8 {
            switch (place, byte) {
            case (0..<4, 0x30...0x39): year = year * 10 + Int(byte - 0x30)
            case (4, UInt8(ascii: "-")): break
            case (5, UInt8(ascii: "Q")): isQuarter = true
            case (5...6, 0x30...0x39): part = part * 10 + Int(byte - 0x30)
            default: return nil
            }
            place += 1
        }
        let months = Double(year * 12)
        switch (place, isQuarter) {
        case (4, _): self.init(start: months, end: months + 12)
        case (7, true) where (1...4).contains(part):
            self.init(start: months + Double(part - 1) * 3, end: months + Double(part) * 3)
        case (7, false) where (1...12).contains(part):
            self.init(start: months + Double(part - 1), end: months + Double(part))
        default: return nil
        }
    }

    private init(start: Double, end: Double) {
        self.start = start
        self.end = end
    }

    private init?(year: Int, part: String) {
        let months = Double(year * 12)
        if part.hasPrefix("Q"), let quarter = Int(part.dropFirst()), (1...4).contains(quarter) {
            self.init(start: months + Double(quarter - 1) * 3, end: months + Double(quarter) * 3)
        } else if part.hasPrefix("W"), let week = Int(part.dropFirst()), (1...53).contains(week) {
            let start = months + Double(week - 1) * 12 / 52.18
            self.init(start: start, end: start + 12 / 52.18)
        } else if let month = Int(part), part.utf8.count == 2, (1...12).contains(month) {
            self.init(start: months + Double(month - 1), end: months + Double(month))
        } else {
            return nil
        }
    }

    static func < (left: PeriodSpan, right: PeriodSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
