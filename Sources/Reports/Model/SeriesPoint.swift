/// S and B of one period.
package struct SeriesPoint: Codable, Hashable, Sendable {
    /// `2008` or `2008-04`.
    package var period: String
    package var support: Strength
    package var brand: Strength
    /// S with the mix of channels held fixed; `nil` when not computed.
    package var adjustedSupport: Double?
    /// S against B of the period over the voices that have both; `nil` when they are too few.
    package var compared: ComparedPoint?

    package init(
        period: String,
        support: Strength,
        brand: Strength,
        adjustedSupport: Double? = nil,
        compared: ComparedPoint? = nil
    ) {
        self.period = period
        self.support = support
        self.brand = brand
        self.adjustedSupport = adjustedSupport
        self.compared = compared
    }
}

/// S and B of one period over the voices that have both, and D = S − B as printed.
package struct ComparedPoint: Codable, Hashable, Sendable {
    package var voices: Int
    package var support: ValueRange
    package var brand: ValueRange
    package var difference: ValueRange

    package init(voices: Int, support: ValueRange, brand: ValueRange, difference: ValueRange) {
        self.voices = voices
        self.support = support
        self.brand = brand
        self.difference = difference
    }
}

/// What a mark on the time axis stands for.
package enum EventKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// A notable case.
    case incident = "case"
    /// A new lexicon version: the instrument changed, not the world.
    case lexicon
    case calibration
    case mapping
    case source
    case software
    /// What the company did or met, as the user tells it.
    case release, campaign, price, staffing, company
    case outage = "incident"

    /// Whether the user tells it, in words of their own.
    package var isOwn: Bool {
        switch self {
        case .release, .campaign, .price, .staffing, .company, .outage: true
        default: false
        }
    }
}

/// A mark on the time axis.
package struct ChartEvent: Codable, Hashable, Sendable {
    /// `2008-04`, or `2008` when only the year is known.
    package var period: String
    package var kind: EventKind
    /// In the user's own words; `nil` for the standard word of the kind.
    package var label: String?
    package var caseID: String?
    /// What changed: the source, or the versions of the word lists; `nil` where the kind says it all.
    package var subject: String?
    /// Whether a source ends rather than begins; `nil` for other kinds.
    package var isEnd: Bool?
    /// What it is of; `nil` for all products, and all channels.
    package var product: String?
    package var channel: String?

    package init(
        period: String,
        kind: EventKind,
        label: String? = nil,
        caseID: String? = nil,
        subject: String? = nil,
        isEnd: Bool? = nil,
        product: String? = nil,
        channel: String? = nil
    ) {
        self.period = period
        self.kind = kind
        self.label = label
        self.caseID = caseID
        self.subject = subject
        self.isEnd = isEnd
        self.product = product
        self.channel = channel
    }

    /// Whether it may have to do with a change: not where it is of another product or channel.
    func concerns(_ flag: ChangeFlag) -> Bool {
        (product == nil || flag.product == nil || product == flag.product)
            && (channel == nil || flag.channel == nil || channel == flag.channel)
    }
}
