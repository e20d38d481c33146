/// The voices that name one version of an app or a device.
package struct VersionRow: Codable, Hashable, Sendable {
    /// When a version was first named, beside a change.
    package enum Place: String, Codable, Hashable, Sendable {
        case earlier, within, later
    }

    /// `nil` where the voices name no product.
    package var product: String?
    /// As the source writes it.
    package var version: String
    /// Local days of the earliest and the latest voice, such as `2014-03-05`.
    package var firstDay: String
    package var lastDay: String
    /// Support strength over these voices.
    package var strength: Strength
    /// Points against the version before with voices enough; `nil` for the first, or where it cannot be told.
    package var change: ValueRange?
    /// `nil` where no change is told.
    package var place: Place?

    package init(
        product: String? = nil,
        version: String,
        firstDay: String,
        lastDay: String,
        strength: Strength,
        change: ValueRange? = nil,
        place: Place? = nil
    ) {
        self.product = product
        self.version = version
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.strength = strength
        self.change = change
        self.place = place
    }
}

/// Versions of one product that came while a change set in, against those before them.
package struct Release: Codable, Hashable, Sendable {
    package var product: String?
    /// Names of the versions that came, the first first.
    package var new: [String]
    /// Local day of the first voice that names one of them.
    package var firstDay: String
    /// Names of the versions before.
    package var earlier: [String]
    /// Support strength of the voices that name an earlier version, and of those that name a new one.
    package var before: Strength
    package var after: Strength
    /// Points; `nil` where it cannot be told.
    package var difference: ValueRange?
    /// Versions around the change, the first named first.
    package var versions: [VersionRow]

    package init(
        product: String? = nil,
        new: [String],
        firstDay: String,
        earlier: [String],
        before: Strength,
        after: Strength,
        difference: ValueRange? = nil,
        versions: [VersionRow] = []
    ) {
        self.product = product
        self.new = new
        self.firstDay = firstDay
        self.earlier = earlier
        self.before = before
        self.after = after
        self.difference = difference
        self.versions = versions
    }
}
