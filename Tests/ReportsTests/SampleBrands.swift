import Feedback
import Reports

/// The brands of the sample report: one equal, one different with a flag, one undecided, one with too little data.
enum SampleBrands {
    private static func range(_ value: Double, _ low: Double, _ high: Double) -> ValueRange {
        SampleReport.range(value, low, high)
    }

    private static func strength(_ voices: Int, _ value: Double, _ half: Double) -> Strength {
        SampleReport.strength(voices, value, half)
    }

    private static func year(_ year: Int, _ support: Double, _ brand: Double, adjusted: Double) -> SeriesPoint {
        SeriesPoint(
            period: "\(year)",
            support: strength(40 + year % 7, support, 6),
            brand: strength(41 + year % 5, brand, 5),
            adjustedSupport: adjusted,
            compared: ComparedPoint(
                voices: 38 + year % 5,
                support: range(support, support - 7, support + 7),
                brand: range(brand, brand - 6, brand + 6),
                difference: range(support - brand, support - brand - 4, support - brand + 4)
            )
        )
    }

    static let lotte = BrandReport(
        name: "Lotte",
        japaneseName: "ロッテ",
        verdict: SampleVerdicts.lotte,
        basis: StrengthBasis(
            supportFromFacets: 310,
            supportFromHandlingClauses: 78,
            supportUnknown: 24,
            brandFromSignals: 120,
            brandFromRatings: 201,
            brandFromValence: 81,
            brandUnknown: 10
        ),
        yearly: [
            year(2008, 88, 89, adjusted: 85.75), year(2009, 86, 88, adjusted: 84.5),
            year(2010, 85, 85, adjusted: 84.25),
            SeriesPoint(period: "2011", support: SampleReport.few(3), brand: SampleReport.few(4)),
            year(2012, 84, 86, adjusted: 84.75), year(2013, 82, 82, adjusted: 83.5),
            year(2014, 79, 80, adjusted: 81.25),
        ],
        calendar: [
            PeriodCount(period: "2013-11", voices: 4), PeriodCount(period: "2013-12", voices: 0),
            PeriodCount(period: "2014-01", voices: 12), PeriodCount(period: "2014-02", voices: 8),
        ],
        events: [
            ChartEvent(period: "2008-04", kind: .incident, label: "不良梱包のガム", caseID: "story-blog-1"),
            ChartEvent(period: "2013", kind: .lexicon, subject: "2025.1 → 2026.11"),
            ChartEvent(period: "2013-06", kind: .source, subject: "reviews", isEnd: false),
            ChartEvent(period: "2026-11", kind: .mapping, subject: "survey"),
        ],
        facets: [
            FacetRow(
                facet: .explanation,
                strength: strength(96, 81, 6),
                positive: 88,
                negative: 17,
                bare: 9,
                weight: 0.343,
                yearly: [
                    LevelPoint(period: "2012", strength: strength(30, 91, 6)),
                    LevelPoint(period: "2013", strength: strength(32, 58, 9)),
                    LevelPoint(period: "2014", strength: strength(34, 30, 8)),
                ],
                praises: FacetQuotes(voices: 88, quotes: [SampleVoices.gum]),
                blames: FacetQuotes(voices: 17, quotes: [SampleVoices.masked])
            ),
            FacetRow(
                facet: .courtesy,
                strength: strength(120, 92, 4),
                positive: 131,
                negative: 10,
                bare: 4,
                weight: 0.429,
                yearly: [LevelPoint(period: "2013", strength: SampleReport.few(4))]
            ),
            FacetRow(facet: .speed, strength: strength(60, 55, 9), positive: 34, negative: 28, bare: 2, weight: 0.214),
            FacetRow(
                facet: .responsibility,
                strength: SampleReport.few(4),
                positive: 3,
                negative: 1,
                weight: 0.014
            ),
        ],
        weightedFacets: WeightedFacets(range: range(80.2, 74.1, 86.3), mentions: 276, isGiven: false),
        signals: [
            SignalRow(signal: .fan, voices: 48), SignalRow(signal: .crossBuy, voices: 6),
            SignalRow(signal: .churn, voices: 9),
        ],
        drivers: [KeyDriver(facet: .explanation, points: range(18.2, 9.9, 26.5), voices: 96, q: 0.0004)],
        handling: [
            HandlingTime(measure: .firstResponse, clock: .business, cases: 31, medianMinutes: range(240, 180, 420)),
            HandlingTime(
                measure: .resolution,
                clock: .calendar,
                cases: 28,
                medianMinutes: range(14_400, 9_000, 18_720)
            ),
            HandlingTime(measure: .resolution, clock: .business, cases: 2),
        ],
        handlingYears: [
            HandlingTime(
                measure: .resolution,
                clock: .calendar,
                cases: 12,
                medianMinutes: range(10_080, 7_200, 14_400),
                period: "2013"
            ),
            HandlingTime(
                measure: .resolution,
                clock: .calendar,
                cases: 16,
                medianMinutes: range(15_840, 11_520, 20_160),
                period: "2014"
            ),
        ],
        recovery: Recovery(
            cases: 28,
            recovered: 21,
            sharePercent: range(75, 56.6, 87.3),
            change: range(22.4, 13.8, 31),
            withoutIncident: strength(240, 83, 5),
            withRecovery: strength(21, 88, 8),
            paradox: RecoveryParadox(
                state: .undecided,
                recovered: 21,
                untroubled: 240,
                difference: range(5, -3.9, 13.9),
                p: 0.26
            )
        ),
        surveys: [
            SurveyScore(kind: .netPromoter, answers: 140, value: range(31.4, 18.9, 43.9), standardError: 6.3),
            SurveyScore(kind: .netPromoter, period: "2014", answers: 3),
        ],
        versions: [
            VersionRow(
                product: "シール帳",
                version: "2.1",
                firstDay: "2013-06-10",
                lastDay: "2014-12-30",
                strength: strength(61, 62, 8),
                change: range(-19, -30, -8)
            ),
            VersionRow(
                version: "2.0 <beta>",
                firstDay: "2012-02-01",
                lastDay: "2014-01-05",
                strength: strength(52, 81, 7)
            ),
        ],
        yearOverYear: [
            YearChange(
                from: "2013",
                to: "2014",
                before: strength(44, 82, 6),
                after: strength(45, 79, 6),
                difference: range(-3, -9.1, 3.1),
                within: -2.2,
                mix: -0.8
            ),
            YearChange(
                from: "2013-08",
                to: "2014-08",
                before: SampleReport.few(4),
                after: SampleReport.few(2),
                season: .obon
            ),
        ],
        earlySigns: [SampleVoices.earlySign],
        verbatims: [SampleVoices.gum, SampleVoices.masked],
        cases: [SampleVoices.gumCase],
        command: "koe -w shop why measure Lotte all"
    )

    static let hinode = BrandReport(
        name: "Hinode Foods",
        japaneseName: "日の出食品",
        isSynthetic: true,
        verdict: SampleVerdicts.hinode,
        yearly: [
            SeriesPoint(period: "2013", support: strength(210, 70, 3), brand: strength(211, 74, 3)),
            SeriesPoint(period: "2014", support: strength(192, 52, 3), brand: strength(209, 70, 3)),
        ],
        monthly: (0..<24).map { month in
            let fall = month < 14 ? 0.0 : 15.0
            let swing = Double((month * 7) % 5) - 2
            return SeriesPoint(
                period: "\(2013 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)",
                support: month == 5 ? SampleReport.few(2) : strength(17, 70 + swing - fall, 9),
                brand: strength(18, 73 - swing - fall / 4, 8)
            )
        },
        flags: [SampleVoices.flag],
        improvements: [SampleVoices.improvement],
        verbatims: [],
        command: "koe -w shop why measure \"Hinode Foods\" all"
    )

    static let kaze = BrandReport(
        name: "Kaze Mobile",
        isSynthetic: true,
        verdict: SampleVerdicts.kaze,
        insufficient: InsufficientNote(
            voices: 58,
            months: 1,
            neededVoices: 122,
            wantedFall: 10,
            smallestDetectableFall: 14.5
        ),
        command: "koe -w shop why measure \"Kaze Mobile\" all"
    )

    static let bose = BrandReport(
        name: "BOSE",
        verdict: SampleVerdicts.bose,
        yearly: [SeriesPoint(period: "2014", support: SampleReport.few(3), brand: SampleReport.few(3))],
        insufficient: InsufficientNote(voices: 3, months: 0, wantedFall: 10),
        command: "koe -w shop why measure BOSE all"
    )
}
