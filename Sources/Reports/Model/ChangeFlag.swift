package import Feedback

/// Shape of a change.
package enum FlagKind: String, Codable, Hashable, Sendable, CaseIterable {
    case step
    /// A slow change over many periods.
    case decline
    /// A change that went back by itself.
    case dip
}

/// A facet or channel and by how much it moved.
package struct Mover: Codable, Hashable, Sendable {
    /// Raw value of `Facet`, or a channel as the source names it.
    package var name: String
    /// Points.
    package var change: Double
    package var voices: Int?

    package init(name: String, change: Double, voices: Int? = nil) {
        self.name = name
        self.change = change
        self.voices = voices
    }
}

/// The change in plain units: the share of low ratings before and after.
package struct PlainChange: Codable, Hashable, Sendable {
    /// The ratings counted, such as `1–2`.
    package var lowRating: String
    package var beforePercent: Double
    package var afterPercent: Double

    package init(lowRating: String, beforePercent: Double, afterPercent: Double) {
        self.lowRating = lowRating
        self.beforePercent = beforePercent
        self.afterPercent = afterPercent
    }
}

/// The periods that the levels on both sides of a change are taken over, such as `2014-03`.
package struct ChangeWindows: Codable, Hashable, Sendable {
    package var beforeFrom: String
    package var beforeTo: String
    package var afterFrom: String
    package var afterTo: String

    package init(beforeFrom: String, beforeTo: String, afterFrom: String, afterTo: String) {
        self.beforeFrom = beforeFrom
        self.beforeTo = beforeTo
        self.afterFrom = afterFrom
        self.afterTo = afterTo
    }
}

/// A detected change in handling quality, with all its evidence.
package struct ChangeFlag: Codable, Hashable, Sendable {
    /// Stable over runs.
    package var id: String
    package var state: FlagState
    package var kind: FlagKind
    package var measure: StrengthMeasure
    /// Raw value of `Facet` when `measure` is `facet`.
    package var facet: String?
    /// `nil` for all channels.
    package var channel: String?
    /// `nil` for all products.
    package var product: String?
    /// First period after the change, such as `2014-03`.
    package var firstPeriod: String
    /// Ends of the interval of the first period.
    package var firstPeriodLow: String?
    package var firstPeriodHigh: String?
    package var lastGoodPeriod: String?
    /// First period in which the change could have been seen.
    package var firstDetectable: String?
    /// As-of of the first run that reported it.
    package var firstReported: String?
    /// When a person acknowledged it.
    package var acknowledged: String?
    /// What that person wrote.
    package var note: String?
    package var before: Strength
    package var after: Strength
    /// What `before` and `after` are taken over.
    package var windows: ChangeWindows?
    /// After − before in points, freed from season and mix; the raw difference is that of `before` and `after`.
    package var difference: ValueRange
    /// Whether the estimate lay beyond the scale and was cut at its end.
    package var isCut: Bool
    package var plain: PlainChange?
    /// Of the maximum statistic, by bootstrap; 0–1.
    package var p: Double
    /// After Benjamini–Hochberg; 0–1.
    package var q: Double
    /// The least p and q that the bootstrap can show; these stand at it where the change is surer.
    package var resolution: Double?
    package var seriesTested: Int
    /// Parts of the raw difference in points.
    package var within: Double?
    package var mix: Double?
    /// What moved most, most first.
    package var facets: [Mover]
    package var channels: [Mover]
    /// Versions of apps or devices that came with it, each product on its own.
    package var releases: [Release]
    /// The series that moved, oldest first, no gaps.
    package var series: [LevelPoint]
    /// Comments from all months after the change that show it best, the strongest first, each with words of its own.
    package var exemplars: [Verbatim]
    /// Voices after the change that go its way, those quoted among them.
    package var exemplarVoices: Int
    /// Contrasting comments from all months before, chosen alike.
    package var contrasts: [Verbatim]
    package var contrastVoices: Int
    /// Timelines of cases that quoted comments belong to.
    package var cases: [CaseTimeline]
    /// The `koe why flag …` that shows how it came about.
    package var command: String

    package init(
        id: String,
        state: FlagState,
        kind: FlagKind,
        measure: StrengthMeasure = .support,
        facet: String? = nil,
        channel: String? = nil,
        product: String? = nil,
        firstPeriod: String,
        firstPeriodLow: String? = nil,
        firstPeriodHigh: String? = nil,
        lastGoodPeriod: String? = nil,
        firstDetectable: String? = nil,
        firstReported: String? = nil,
        acknowledged: String? = nil,
        note: String? = nil,
        before: Strength,
        after: Strength,
        windows: ChangeWindows? = nil,
        difference: ValueRange,
        isCut: Bool = false,
        plain: PlainChange? = nil,
        p: Double,
        q: Double,
        resolution: Double? = nil,
        seriesTested: Int,
        within: Double? = nil,
        mix: Double? = nil,
        facets: [Mover] = [],
        channels: [Mover] = [],
        releases: [Release] = [],
        series: [LevelPoint] = [],
        exemplars: [Verbatim] = [],
        exemplarVoices: Int = 0,
        contrasts: [Verbatim] = [],
        contrastVoices: Int = 0,
        cases: [CaseTimeline] = [],
        command: String
    ) {
        self.id = id
        self.state = state
        self.kind = kind
        self.measure = measure
        self.facet = facet
        self.channel = channel
        self.product = product
        self.firstPeriod = firstPeriod
        self.firstPeriodLow = firstPeriodLow
        self.firstPeriodHigh = firstPeriodHigh
        self.lastGoodPeriod = lastGoodPeriod
        self.firstDetectable = firstDetectable
        self.firstReported = firstReported
        self.acknowledged = acknowledged
        self.note = note
        self.before = before
        self.after = after
        self.windows = windows
        self.difference = difference
        self.isCut = isCut
        self.plain = plain
        self.p = p
        self.q = q
        self.resolution = resolution
        self.seriesTested = seriesTested
        self.within = within
        self.mix = mix
        self.facets = facets
        self.channels = channels
        self.releases = releases
        self.series = series
        self.exemplars = exemplars
        self.exemplarVoices = exemplarVoices
        self.contrasts = contrasts
        self.contrastVoices = contrastVoices
        self.cases = cases
        self.command = command
    }

    /// Points: `after` less `before`; `nil` where one has too few voices.
    package var rawDifference: Double? {
        if let old = before.range?.value, let new = after.range?.value { new - old } else { nil }
    }
}
