import Feedback

/// What the columns beside that of a time say of it.
struct TimeParts {
    /// A time of day.
    var clock: String?
    /// Digits of a clock of digits alone that lost its leading noughts.
    var clockDigits: Int?
    /// A word for the half of a day.
    var half: String?
    /// What the source says of the zone; `nil` beside it for what is none that is known.
    var zone: (name: String, zone: Zone?)?

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
    ///
    /// - Throws: `badTime` where a part is needed that says nothing known: to pass it over would move the time by hours.
    func completing(_ civil: CivilTime, written: String) throws(TimeFault) -> (CivilTime, original: String) {
        var time = civil
        var words = [written]
        var hasClock = !civil.isMidnight
        if let clock, civil.isMidnight, let told = timeOfDay {
            time = civil.at(told)
            hasClock = true
            words.append(clock)
        }
        if let half, hasClock, time.hour <= 12 {
            guard let told = CivilTime.Half(half) else { throw Self.unknownHalf(half) }
            _ = time.apply(told)
            words.append(half)
        }
        if let zone, hasClock, time.offset == nil {
            if zone.zone == nil { throw Self.unknownZone(zone.name) }
            words.append(zone.name)
        }
        return (time, words.joined(separator: " "))
    }

    private static func unknownHalf(_ word: String) -> TimeFault {
        TimeFault(
            reason: .badTime,
            message: "\"\(word.prefix(40))\" does not tell whether the hour is before or after noon"
        )
    }

    private static func unknownZone(_ name: String) -> TimeFault {
        let message = """
            "\(name.prefix(40))" is no zone that is known; write an offset such as +05:30 or a place such as Asia/Kolkata
            """
        return TimeFault(reason: .badTime, message: message)
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
