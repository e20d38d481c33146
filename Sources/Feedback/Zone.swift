/// A time zone as a table of offsets from UTC; made outside the pure targets, where the zone database is read.
package struct Zone: Hashable, Sendable {
    /// From `instant` on, local time is UTC plus `offset` seconds.
    package struct Transition: Hashable, Sendable {
        package let instant: Instant
        package let offset: Int

        package init(instant: Instant, offset: Int) {
            self.instant = instant
            self.offset = offset
        }
    }

    /// Name in the zone database, such as `Asia/Tokyo`.
    package let identifier: String
    /// Offset in seconds before the first transition.
    package let initialOffset: Int
    /// Changes of offset, oldest first.
    package let transitions: [Transition]

    package init(identifier: String, initialOffset: Int, transitions: [Transition] = []) {
        self.identifier = identifier
        self.initialOffset = initialOffset
        self.transitions = transitions.sorted { $0.instant < $1.instant }
    }

    package static let utc = Zone(identifier: "UTC", initialOffset: 0)
    /// Japan has kept one offset since 1952.
    package static let tokyo = Zone(identifier: "Asia/Tokyo", initialOffset: 9 * 3_600)

    /// Seconds to add to UTC at an instant.
    ///
    /// O(log transitions).
    package func offset(at instant: Instant) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : transitions[low - 1].offset
    }

    /// The instant of a local day and second of the day.
    ///
    /// A local time that a change of the clock leaves out is read with the offset before the change;
    /// one that happens twice means the first.
    package func instant(day: Day, secondOfDay: Int) -> Instant {
        let local = Int64(day.number) * 86_400 + Int64(secondOfDay)
        let early = offset(at: Instant(seconds: local - 86_400))
        let late = offset(at: Instant(seconds: local + 86_400))
        let candidate = Instant(seconds: local - Int64(early))
        if early == late || offset(at: candidate) == early { return candidate }
        let other = Instant(seconds: local - Int64(late))
        return offset(at: other) == late ? other : candidate
    }

    /// The local day of an instant and the second of that day, 0–86,399.
    package func local(_ instant: Instant) -> (day: Day, secondOfDay: Int) {
        let seconds = instant.seconds + Int64(offset(at: instant))
        let day = seconds.dividedDown(by: 86_400)
        return (Day(number: Int(day)), Int(seconds - day * 86_400))
    }

    /// ISO 8601 with the offset of the zone, such as `2008-04-05T08:24:00+09:00`.
    package func format(_ instant: Instant) -> String {
        let offset = offset(at: instant)
        let sign = offset < 0 ? "-" : "+"
        let minutes = abs(offset) / 60
        let suffix = offset == 0 ? "Z" : "\(sign)\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
        let (day, second) = local(instant)
        return
            "\(day)T\((second / 3_600).padded(to: 2)):\((second / 60 % 60).padded(to: 2)):\((second % 60).padded(to: 2))"
            + suffix
    }
}
