/// A strength of one period.
package struct LevelPoint: Codable, Hashable, Sendable {
    /// `2008`, `2008-Q2` or `2008-04`.
    package var period: String
    package var strength: Strength

    package init(period: String, strength: Strength) {
        self.period = period
        self.strength = strength
    }
}

/// How many voices a period has.
package struct PeriodCount: Codable, Hashable, Sendable {
    /// `2008-04`.
    package var period: String
    package var voices: Int

    package init(period: String, voices: Int) {
        self.period = period
        self.voices = voices
    }
}
