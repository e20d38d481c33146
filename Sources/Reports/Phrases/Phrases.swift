import Feedback

/// Everything a report says in one language.
///
/// Fixed words come from a switch, so that none can be missing, sentences from functions; numbers are formatted by `NumberText` in both.
protocol Phrases: PicturePhrases {
    var language: ReportLanguage { get }
    /// A fixed word.
    func callAsFunction(_ word: Word) -> String
    func callAsFunction(_ word: TrialWord) -> String
    /// Between the items of a list.
    var listSeparator: String { get }
    /// Between a label and what it labels.
    var colon: String { get }
    /// An aside, with what parts it from the words before.
    func bracketed(_ text: String) -> String

    /// Name of a brand in the script of the report.
    func name(of brand: BrandReport) -> String
    /// A period's label in words: `March 2014`.
    func period(_ label: String) -> String
    /// How far the voices of a brand reach; the last period that has any.
    func voices(until period: String) -> String
    func facet(_ facet: Facet) -> String
    func signal(_ signal: LoyaltySignal) -> String
    func stepKind(_ kind: String) -> String
    func actor(_ actor: AuthorRole) -> String
    /// A rule of the scorer by its name in the data.
    func rule(_ name: String) -> String
    /// What a link compared, or how it was found, by its name in the data.
    func reason(_ name: String) -> String
    /// How the two sides of what was compared stand to each other, by its name in the data.
    func likeness(_ level: String) -> String
    /// What a person decided about a link, by its name in the data.
    func decision(_ kind: String) -> String
    /// What became of a decision, by its name in the data.
    func decisionState(_ state: String) -> String
    /// A channel by its name in the data; a name of the user's own stays as it is.
    func channel(_ name: String) -> String
    /// Why a row was set aside.
    func problem(_ reason: RowProblem.Reason) -> String
    func event(_ event: ChartEvent) -> String
    func season(_ season: Season) -> String
    func state(_ state: FlagState) -> String
    func kind(_ kind: FlagKind, rises: Bool) -> String
    func explanation(_ reason: ExplainedReason) -> String
    func cause(_ cause: MismatchCause) -> String
    func handling(_ measure: HandlingMeasure) -> String
    func clock(_ clock: HandlingClock) -> String
    func survey(_ kind: SurveyInstrument) -> String
    /// A duration of a median: minutes, hours or days, whichever reads best.
    func duration(minutes: Double) -> String

    /// `84 (78–90)`, whole numbers, or `84.0 (78.0–90.0)`.
    func range(_ range: ValueRange, decimals: Int) -> String
    /// From one period to another, both included.
    func window(_ from: String, _ to: String) -> String
    /// The ends of an interval: `78.0–90.0`.
    func ends(_ range: ValueRange, isSigned: Bool) -> String
    func intervalName(percent: Int) -> String
    /// `±5 points`.
    func within(margin: Double) -> String
    /// A time such as `2015-01-10T03:00:00+09:00` in words, without its offset.
    func instant(_ text: String) -> String
    /// A difference with signs: `−2.0 (−4.9 to +0.9)`.
    func difference(_ range: ValueRange) -> String
    /// From one value to another, both in words.
    func between(_ low: String, _ high: String) -> String
    /// `n = 412`.
    func sampleSize(_ count: Int) -> String
    /// Where one stands in a list: `Page 2 of 7`.
    func place(page: Int, of pages: Int) -> String
    func insufficient(voices: Int, minimum: Int) -> String

    /// First and last month as one stretch: `January–December 2014`; empty where a month is not known.
    func span(_ first: String?, _ last: String?) -> String

    /// Support strength against brand strength over one stretch, in one sentence.
    func comparison(
        _ comparison: Comparison,
        over stretch: VerdictStretch,
        brand: String,
        margin: Double,
        minimumVoices: Int
    ) -> String
    /// What changed against as many months before.
    func change(_ change: StrengthChange, months: Int) -> String
    /// Both strengths over all voices, beside the comparison.
    func allVoices(support: Strength, brand: Strength) -> String
    /// B of those who speak of handling against those who do not.
    func speaking(_ gap: StrengthGap) -> String
    /// How many brands got which verdict.
    func overall(_ counts: VerdictCounts, margin: Double) -> String
    /// The brands without enough data for a verdict, in one line.
    func foldedBrands(_ names: [String]) -> String
    /// The brands whose falls could have been missed, in one sentence, each with its voices on handling.
    func blindBrands(_ brands: [(name: String, voices: Int)]) -> String
    /// Changes, and brands, that the printed overview has no room for.
    func moreChanges(_ count: Int) -> String
    func moreBrands(_ count: Int) -> String
    /// Changes, brands and rows that the page has no room for.
    func changesBelow(_ count: Int) -> String
    func brandsBelow(_ count: Int) -> String
    func moreRows(_ count: Int) -> String
    /// How many changes were found, and where that cannot be told.
    func flagsFound(_ found: FoundChanges) -> String
    /// A brand that is not in the report.
    func leftOut(_ entry: LeftOut) -> String
    func flagHeadline(_ flag: ChangeFlag, brand: String) -> String
    /// From which level to which, over which months, and what is left without season and mix.
    func flagStory(_ flag: ChangeFlag) -> String
    /// When it began, and between which periods that is certain.
    func flagTiming(_ flag: ChangeFlag) -> String
    /// Which versions came as it set in, and how their voices speak of support against those of the versions before.
    func releaseStory(_ release: Release) -> String
    /// Versions that a page has no room for.
    func moreVersions(_ count: Int) -> String
    /// How far a trial of words has come; `stage`: as commands call it, empty before the first.
    func trialProgress(_ stage: String, _ done: Int, of total: Int?) -> String
    /// How many strengths of months a trial of words would move.
    func trialOutcome(_ moves: Int, of strengths: Int) -> String
    func furtherMoves(_ count: Int) -> String
    /// How likely chance alone is.
    func flagSureness(_ flag: ChangeFlag) -> String
    /// The two levels, above the chart of a change.
    func changeTitle(_ flag: ChangeFlag) -> String
    /// The way to a flag's page, and how many voices are quoted there.
    func flagLink(quotes: Int) -> String
    /// When a person acknowledged a flag, and what that person wrote.
    func acknowledgement(at time: String, note: String?) -> String
    /// The command by which a flag is acknowledged.
    func acknowledgeCommand(_ id: String) -> String
    /// What to do next about the facet that moved most.
    func nextFacet(_ name: String, change: Double) -> String
    func nextRelease(_ release: Release, change: Double) -> String
    func nextChannel(_ name: String, change: Double) -> String
    /// What to do where no event is known between two periods.
    func nextNoEvents(_ low: String, _ high: String) -> String
    /// By how much the support strength of side A lies above that of side B.
    func compared(_ difference: ValueRange, isDifferent: Bool) -> String
    /// How many of the voices are quoted.
    func shownVoices(_ shown: Int, of voices: Int) -> String
    func shownComments(_ shown: Int, of comments: Int) -> String
    func facetVoicesTitle(brand: String) -> String
    func facetYearsTitle(first: String, last: String) -> String
    /// The facet that fell most, from a year to a later one, as printed.
    func facetFallTitle(_ name: String, from old: (year: String, value: Double), to new: (year: String, value: Double))
        -> String
    /// How the shaded table of facets is read; `left`: years before it that are in the CSV file alone.
    func facetYearsNote(minimumVoices: Int, left: Int) -> String
    func calendarNote(left: Int) -> String
    /// Short name of a month, 1–12.
    func monthName(_ month: Int) -> String
    func plainChange(_ change: PlainChange) -> String
    func firstPeriodInterval(_ low: String, _ high: String) -> String
    func earlySign(_ sign: EarlySign, brand: String) -> String
    /// Whether customers who were won back think more of the brand than those who never had a problem.
    func paradox(_ paradox: RecoveryParadox) -> String
    func tooLittle(_ note: InsufficientNote, brand: String) -> String
    func ledger(read: Int, lost: Int) -> String
    /// Comments that no number holds.
    func withoutBrand(_ count: Int, of comments: Int) -> String
    /// Comments that no period holds.
    func withoutTime(_ count: Int, of comments: Int) -> String
    /// Columns of a source that are not read; `more`: those that are not named.
    func columnsAside(_ names: [String], more: Int, of source: String) -> String
    /// Voices that count on though their words were erased, by brand.
    func sealedVoices(_ brands: [(brand: String, voices: Int)]) -> String
    func moreColumnsAside(_ sources: Int) -> String
    /// Sources that have gone silent, each with its name and days.
    func silentSources(_ sources: [(name: String, days: Int)]) -> String
    func quotedRating(_ rating: QuotedRating) -> String
    func silentDays(_ days: Int) -> String
    func notAfter(_ date: String) -> String
    func mismatches(_ count: Int) -> String
    /// What the comparison of the languages is made on.
    func parityNote(pairs: Int) -> String

    /// How S, B, voices, intervals and verdicts are to be read, a paragraph each.
    func reading(margin: Double, minimumVoices: Int, confidencePercent: Int) -> [(term: String, text: String)]
}

/// How many brands got which verdict.
struct VerdictCounts: Hashable {
    var equal = 0
    var different = 0
    var undecided = 0
    var insufficient = 0

    var total: Int { equal + different + undecided + insufficient }

    init(_ brands: [BrandReport]) {
        for brand in brands {
            switch brand.verdict.lead.state {
            case .equal: equal += 1
            case .different: different += 1
            case .undecided: undecided += 1
            case .insufficient: insufficient += 1
            }
        }
    }
}

extension Phrases {
    /// Every fixed word, as templates see them.
    var wordView: View {
        .fields(Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0.rawValue, .text(self($0))) }))
    }

    /// Day and time of day of an ISO 8601 text; `nil` for anything else.
    func dayAndTime(_ text: String) -> (day: String, time: String)? {
        guard text.utf8.count >= 16, PeriodSpan(String(text.prefix(10))) != nil else { return nil }
        return (period(String(text.prefix(10))), String(text.dropFirst(11).prefix(5)))
    }

    /// Name of a facet given by its raw value; the model check has seen to it that there is one.
    func facet(named name: String) -> String { Facet(rawValue: name).map(facet) ?? name }

    /// Name of a signal given by its raw value.
    func signal(named name: String) -> String { LoyaltySignal(rawValue: name).map(signal) ?? name }

    /// What stands between two sentences.
    var sentenceGap: String { language == .en ? " " : "" }

    /// Name of what a change is about: a strength, or a facet.
    func measure(_ measure: StrengthMeasure, facet name: String?) -> String {
        switch measure {
        case .support: self(.supportStrength)
        case .brand: self(.brandStrength)
        case .facet: name.map { facet(named: $0) } ?? self(.facet)
        }
    }

    /// `84.0 (78.0–90.0)`, or that there are too few voices.
    func strength(_ strength: Strength) -> String {
        strength.range.map { range($0, decimals: 1) } ?? self(.insufficient)
    }

    /// Where a flag stands, by the name that commands use.
    func flagState(_ name: String) -> String { FlagState(rawValue: name).map(state) ?? self(.withdrawnState) }

    /// The number of a run named `run 7`; another name as it is.
    func runNumber(_ name: String) -> String {
        if name == "no run" { return self(.none) }
        return name.hasPrefix("run ") ? String(name.dropFirst(4)) : name
    }

    func freshness(_ freshness: Freshness) -> String {
        switch freshness {
        case .fresh: self(.freshnessFresh)
        case .late: self(.freshnessLate)
        case .silent: self(.freshnessSilent)
        case .unknown: self(.freshnessUnknown)
        }
    }

    func state(of comparison: Comparison) -> String {
        switch comparison.state {
        case .equal: self(comparison.isDifferent ? .stateEqualDifferent : .stateEqual)
        case .different: self(.stateDifferent)
        case .undecided: self(.stateUndecided)
        case .insufficient: self(.stateInsufficient)
        }
    }

    func choice(_ choice: VerbatimChoice) -> String {
        switch choice {
        case .influential: self(.choiceInfluential)
        case .random: self(.choiceRandom)
        case .exemplar: self(.choiceExemplar)
        }
    }
}
