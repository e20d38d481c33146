/// A value with the ends of its interval; `low` ≤ `value` ≤ `high`.
package struct ValueRange: Codable, Hashable, Sendable {
    package var value: Double
    package var low: Double
    package var high: Double

    package init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }
}

/// A strength on the 0–100 scale with the number of voices behind it.
package struct Strength: Codable, Hashable, Sendable {
    package var voices: Int
    /// `nil` when there are too few voices: shown as "insufficient", never as a number.
    package var range: ValueRange?

    package init(voices: Int, range: ValueRange? = nil) {
        self.voices = voices
        self.range = range
    }
}
