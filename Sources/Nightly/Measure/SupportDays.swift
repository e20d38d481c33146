import Feedback
import Measures
import Store

/// Support polarities summed by brand and day.
struct SupportDays: Sendable {
    private struct Place: Hashable, Comparable {
        let brand: String
        let day: Day

        static func < (left: Place, right: Place) -> Bool { (left.brand, left.day) < (right.brand, right.day) }
    }

    private var days: [Place: EarlySign.RecordDay] = [:]

    mutating func add(_ voice: Voice) { count(voice, 1) }

    mutating func remove(_ voice: Voice) { count(voice, -1) }

    /// In the order of brand and day; days that changed by nothing are left out.
    var all: [SupportDayTable.Day] {
        days.filter { $0.value != EarlySign.RecordDay(day: $0.key.day) }.sorted { $0.key < $1.key }.map { place, sums in
            SupportDayTable.Day(
                brand: place.brand,
                day: place.day.number,
                voices: sums.voices,
                sum: sums.sum,
                negative: sums.negative,
                alike: sums.alike
            )
        }
    }

    private mutating func count(_ voice: Voice, _ sign: Int) {
        guard let day = voice.day else { return }
        days[Place(brand: voice.brand, day: day), default: EarlySign.RecordDay(day: day)].count(voice, sign: sign)
    }
}
