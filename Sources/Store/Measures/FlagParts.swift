/// What one channel adds to the difference of a flag, in points.
package struct FlagChannel: Encodable, Hashable, Sendable {
    package var channel: String
    package let within: Double
    package let mix: Double
    /// Difference of the channel's own means; `nil` when it stands on one side only.
    package let change: Double?
    /// Voices after the change.
    package let voices: Int

    package init(channel: String, within: Double, mix: Double, change: Double?, voices: Int) {
        self.channel = channel
        self.within = within
        self.mix = mix
        self.change = change
        self.voices = voices
    }
}

/// How one facet moved with a flag, in points.
package struct FlagFacet: Encodable, Hashable, Sendable {
    package let facet: String
    package let change: Double
    /// Voices after the change.
    package let voices: Int

    package init(facet: String, change: Double, voices: Int) {
        self.facet = facet
        self.change = change
        self.voices = voices
    }
}

/// The share of the lowest two of five stars on both sides of a flag, 0–100.
package struct FlagLowStars: Encodable, Hashable, Sendable {
    package let before: Double
    package let after: Double

    package init(before: Double, after: Double) {
        self.before = before
        self.after = after
    }
}
