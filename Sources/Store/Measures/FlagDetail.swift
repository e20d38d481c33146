/// A flag as the last measuring found it, with everything it rests on.
package struct FlagDetail: Encodable, Sendable {
    /// A level on one side of a change, on the scale 0–100.
    package struct Level: Encodable, Hashable, Sendable {
        package let voices: Int
        package let value: Double?
        package let low: Double?
        package let high: Double?
        /// The months it is taken over, such as `2014-03`.
        package let from: String
        package let to: String

        package init(voices: Int, value: Double?, low: Double?, high: Double?, from: String, to: String) {
            self.voices = voices
            self.value = value
            self.low = low
            self.high = high
            self.from = from
            self.to = to
        }
    }

    /// Readable, and the same in every database with the same content.
    package var id: String
    package let brand: String
    package let measure: String
    /// `nil` for all channels together.
    package var channel: String?
    /// `nil` for all products together.
    package var product: String?
    /// What the series is cut into: `month`, `week` or `quarter`.
    package let periods: String
    /// The other series in which the same event was found, such as `facet.speed`, `support@chat` or `support.week`.
    package var alsoIn: [String]
    /// `step`, `decline` or `dip`.
    package let kind: String
    /// −1 for a fall, 1 for a rise.
    package let direction: Int
    /// The first period of the new level, such as `2014-03` or `2014-W10`; of a slow change, the one in which it sets in.
    package let firstPeriod: String
    package let firstPeriodLow: String
    package let firstPeriodHigh: String
    package let lastGoodPeriod: String
    /// The period in which a slow change has come to its end; otherwise the end of the interval of the first period.
    package let completePeriod: String
    /// The first period with whose data alone the change would have been found; `nil` when that takes too long.
    package let firstDetectable: String?
    package let before: Level
    package let after: Level
    /// Points, freed from mix and season, and so not the raw difference of both levels.
    package let difference: Double
    /// Half width of its 95 % interval.
    package let margin: Double
    package let p: Double
    package let q: Double
    /// The least p and q that the bootstrap can show; `nil` of older runs, whose p and q may lie below it.
    package let resolution: Double?
    package let seriesTested: Int
    package let within: Double
    package let mix: Double
    package var channels: [FlagChannel]
    /// By falling size of change; empty where the flag is about a facet itself.
    package let facets: [FlagFacet]
    /// `nil` where the flag is about a facet, or too few voices rate.
    package let lowStars: FlagLowStars?
    /// Points of the raw difference inside channels and sources that stand on both sides; `nil` of older runs.
    package var world: Double?
    /// Points of the raw difference that come from sources that begin or end.
    package var instrument: Double?
    /// What the ledger knows of the flag.
    package var entry: FlagRecord?

    package init(
        id: String,
        brand: String,
        measure: String,
        channel: String?,
        product: String?,
        periods: String,
        alsoIn: [String],
        kind: String,
        direction: Int,
        firstPeriod: String,
        firstPeriodLow: String,
        firstPeriodHigh: String,
        lastGoodPeriod: String,
        completePeriod: String,
        firstDetectable: String?,
        before: Level,
        after: Level,
        difference: Double,
        margin: Double,
        p: Double,
        q: Double,
        resolution: Double?,
        seriesTested: Int,
        within: Double,
        mix: Double,
        channels: [FlagChannel],
        facets: [FlagFacet],
        lowStars: FlagLowStars?
    ) {
        self.id = id
        self.brand = brand
        self.measure = measure
        self.channel = channel
        self.product = product
        self.periods = periods
        self.alsoIn = alsoIn
        self.kind = kind
        self.direction = direction
        self.firstPeriod = firstPeriod
        self.firstPeriodLow = firstPeriodLow
        self.firstPeriodHigh = firstPeriodHigh
        self.lastGoodPeriod = lastGoodPeriod
        self.completePeriod = completePeriod
        self.firstDetectable = firstDetectable
        self.before = before
        self.after = after
        self.difference = difference
        self.margin = margin
        self.p = p
        self.q = q
        self.resolution = resolution
        self.seriesTested = seriesTested
        self.within = within
        self.mix = mix
        self.channels = channels
        self.facets = facets
        self.lowStars = lowStars
    }
}
