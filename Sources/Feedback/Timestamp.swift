/// A time as a source gave it: the instant, the source's own words, and how the zone was found.
package struct Timestamp: Hashable, Sendable {
    /// Where the zone of the time came from.
    package enum ZoneOrigin: String, Hashable, Sendable {
        /// The text itself carries an offset, or is a count of seconds since 1970.
        case text
        /// The mapping of the source names the zone.
        case mapping
        /// The zone of the workspace, for formats that never carry one.
        case workspace
    }

    /// How exactly the time is known.
    package enum Certainty: String, Hashable, Sendable {
        case exact
        /// Written at this time or before it: an undated article that already has a comment.
        case notAfter
    }

    package let instant: Instant
    /// The time as it stood in the source.
    package let original: String
    package let zoneOrigin: ZoneOrigin
    package let certainty: Certainty

    package init(instant: Instant, original: String, zoneOrigin: ZoneOrigin, certainty: Certainty = .exact) {
        self.instant = instant
        self.original = original
        self.zoneOrigin = zoneOrigin
        self.certainty = certainty
    }
}
