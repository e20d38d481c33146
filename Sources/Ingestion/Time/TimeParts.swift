import Feedback

/// What the columns beside that of a time say of it.
struct TimeParts {
    /// A time of day.
    var clock: String?
    /// Digits of a clock of digits alone that lost its leading noughts.
    var clockDigits: Int?
    /// A word for the half of a day.
    var half: String?
    /// A zone with the name that it has in the source.
    var zone: (name: String, zone: Zone)?

    init(clock: String? = nil, clockDigits: Int? = nil) {
        self.clock = clock
        self.clockDigits = clockDigits
    }

    /// The time of day; `nil` where there is none.
    var timeOfDay: CivilTime? {
        guard let clock else { return nil }
        let isDigits = clock.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let noughts = isDigits ? max(0, (clockDigits ?? 0) - clock.utf8.count) : 0
        return ClockReader.read(String(repeating: "0", count: noughts) + clock)
    }

    var isEmpty: Bool { clock == nil && half == nil && zone == nil }

    /// A time with what the parts add to it, and how all of it is written.
    func completing(_ civil: CivilTime, written: String) -> (CivilTime, original: String) {
        var time = civil
        var words = [written]
        var hasClock = !civil.isMidnight
        if let clock, civil.isMidnight, let told = timeOfDay {
            time = civil.at(told)
            hasClock = true
            words.append(clock)
        }
        if let half, hasClock, time.hour <= 12, let told = CivilTime.Half(half) {
            _ = time.apply(told)
            words.append(half)
        }
        if let zone, hasClock, time.offset == nil { words.append(zone.name) }
        return (time, words.joined(separator: " "))
    }
}

extension CivilTime.Half {
    /// `AM`, `p.m.`, `午前`; `nil` for any other word.
    init?(_ text: String) {
        guard text.utf8.count <= 24 else { return nil }
        switch WidthFolding.key(text) {
        case "am", "午前", "午前中", "morning": self = .morning
        case "pm", "午後", "afternoon": self = .afternoon
        default: return nil
        }
    }
}
