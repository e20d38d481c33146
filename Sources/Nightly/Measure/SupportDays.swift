import Feedback
import Measures
import Store

/// Support polarities summed by brand and day.
struct SupportDays: Sendable {
    private struct Place: Hashable {
        let brand: String
        let day: Int
    }

    private var days: [Place: SupportDayTable.Day] = [:]

    mutating func add(_ voice: Voice) { count(voice, 1) }

    mutating func remove(_ voice: Voice) { count(voice, -1) }

    /// In the order of brand and day; days that changed by nothing are left out.
    var all: [SupportDayTable.Day] {
        days.values.filter { $0.voices != 0 || $0.sum != 0 }.sorted { ($0.brand, $0.day) < ($1.brand, $1.day) }
    }

    private mutating func count(_ voice: Voice, _ sign: Int) {
        guard voice.isCounted, let day = voice.day?.number, let polarity = voice.supportPolarity else { return }
        let place = Place(brand: voice.brand, day: day)
        var sums = days[place] ?? SupportDayTable.Day(brand: voice.brand, day: day)
        sums.voices += sign
        sums.sum += sign * polarity
        days[place] = sums
    }
}
