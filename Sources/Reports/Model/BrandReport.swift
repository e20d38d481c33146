/// Everything about one brand.
package struct BrandReport: Codable, Hashable, Sendable {
    /// Canonical name.
    package var name: String
    /// Name in Japanese script, used by the Japanese report; `nil` to use `name`.
    package var japaneseName: String?
    /// Invented data, labelled so wherever the brand appears.
    package var isSynthetic: Bool
    package var verdict: Verdict
    /// From what S and B were taken.
    package var basis: StrengthBasis
    /// One point a calendar year, oldest first, no gaps: a year without voices has `voices` 0.
    package var yearly: [SeriesPoint]
    /// One point a calendar month, oldest first, no gaps.
    package var monthly: [SeriesPoint]
    /// Counted, dated voices a month, oldest first, no gaps.
    package var calendar: [PeriodCount]
    /// Marks on the time axis, oldest first.
    package var events: [ChartEvent]
    package var facets: [FacetRow]
    /// `nil` when no facet has voices enough.
    package var weightedFacets: WeightedFacets?
    package var signals: [SignalRow]
    /// How strongly each facet goes with brand strength, strongest first.
    package var drivers: [KeyDriver]
    package var handling: [HandlingTime]
    /// The same by the year in which a case began, the oldest first.
    package var handlingYears: [HandlingTime]
    package var recovery: Recovery?
    /// Standard scores, where a source declares its scale as such.
    package var surveys: [SurveyScore]
    /// Versions that voices name, the newest first.
    package var versions: [VersionRow]
    /// Oldest first.
    package var yearOverYear: [YearChange]
    /// Falls, most severe first.
    package var flags: [ChangeFlag]
    /// Rises, listed apart: often a broken measurement.
    package var improvements: [ChangeFlag]
    /// Single voices that contradict the brand's record; never called a flag.
    package var earlySigns: [EarlySign]
    /// Given when a fall that matters could have been missed.
    package var insufficient: InsufficientNote?
    package var verbatims: [Verbatim]
    package var cases: [CaseTimeline]
    /// The `koe why measure …` that resolves S and B to sentences.
    package var command: String

    package init(
        name: String,
        japaneseName: String? = nil,
        isSynthetic: Bool = false,
        verdict: Verdict,
        basis: StrengthBasis = StrengthBasis(),
        yearly: [SeriesPoint] = [],
        monthly: [SeriesPoint] = [],
        calendar: [PeriodCount] = [],
        events: [ChartEvent] = [],
        facets: [FacetRow] = [],
        weightedFacets: WeightedFacets? = nil,
        signals: [SignalRow] = [],
        drivers: [KeyDriver] = [],
        handling: [HandlingTime] = [],
        handlingYears: [HandlingTime] = [],
        recovery: Recovery? = nil,
        surveys: [SurveyScore] = [],
        versions: [VersionRow] = [],
        yearOverYear: [YearChange] = [],
        flags: [ChangeFlag] = [],
        improvements: [ChangeFlag] = [],
        earlySigns: [EarlySign] = [],
        insufficient: InsufficientNote? = nil,
        verbatims: [Verbatim] = [],
        cases: [CaseTimeline] = [],
        command: String
    ) {
        self.name = name
        self.japaneseName = japaneseName
        self.isSynthetic = isSynthetic
        self.verdict = verdict
        self.basis = basis
        self.yearly = yearly
        self.monthly = monthly
        self.calendar = calendar
        self.events = events
        self.facets = facets
        self.weightedFacets = weightedFacets
        self.signals = signals
        self.drivers = drivers
        self.handling = handling
        self.handlingYears = handlingYears
        self.recovery = recovery
        self.surveys = surveys
        self.versions = versions
        self.yearOverYear = yearOverYear
        self.flags = flags
        self.improvements = improvements
        self.earlySigns = earlySigns
        self.insufficient = insufficient
        self.verbatims = verbatims
        self.cases = cases
        self.command = command
    }
}

/// Number of voices by what their polarity was taken from.
package struct StrengthBasis: Codable, Hashable, Sendable {
    package var supportFromFacets: Int
    package var supportFromHandlingClauses: Int
    /// Voices that say nothing of support; they count in no S.
    package var supportUnknown: Int
    package var brandFromSignals: Int
    package var brandFromRatings: Int
    package var brandFromValence: Int
    package var brandUnknown: Int

    package init(
        supportFromFacets: Int = 0,
        supportFromHandlingClauses: Int = 0,
        supportUnknown: Int = 0,
        brandFromSignals: Int = 0,
        brandFromRatings: Int = 0,
        brandFromValence: Int = 0,
        brandUnknown: Int = 0
    ) {
        self.supportFromFacets = supportFromFacets
        self.supportFromHandlingClauses = supportFromHandlingClauses
        self.supportUnknown = supportUnknown
        self.brandFromSignals = brandFromSignals
        self.brandFromRatings = brandFromRatings
        self.brandFromValence = brandFromValence
        self.brandUnknown = brandUnknown
    }
}

/// Why a fall that matters may have been missed.
package struct InsufficientNote: Codable, Hashable, Sendable {
    /// Voices that speak of handling.
    package var voices: Int
    /// Months with such a voice; 0 when none is dated.
    package var months: Int
    /// About how many of them would show a fall of `wantedFall`; `nil` when that is not known.
    package var neededVoices: Int?
    /// The smallest fall in points that should not be missed.
    package var wantedFall: Double
    /// Smallest lasting fall in points that these voices would have shown with a chance of 80 %; `nil` when none that
    /// the scale has room for.
    package var smallestDetectableFall: Double?

    package init(
        voices: Int,
        months: Int,
        neededVoices: Int? = nil,
        wantedFall: Double,
        smallestDetectableFall: Double? = nil
    ) {
        self.voices = voices
        self.months = months
        self.neededVoices = neededVoices
        self.wantedFall = wantedFall
        self.smallestDetectableFall = smallestDetectableFall
    }
}
