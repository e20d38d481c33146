import Feedback
import Reports

/// A small invented report in which every part of the model occurs.
enum SampleReport {
    static let model = ReportModel(
        head: ReportHead(
            notice: "Invented data, for tests.",
            runID: "run-0007",
            asOf: "2015-01-10T03:00:00+09:00",
            zone: "Asia/Tokyo",
            databaseHash: "9f2c4d8e1b7a60359f2c4d8e1b7a6035",
            lexiconVersion: "2026.11",
            scorerVersion: "1.0.0",
            configVersion: "c4",
            definitionVersion: "1",
            command: "koe -w shop report --lang en",
            margin: 5,
            minimumVoices: 5
        ),
        brands: [SampleBrands.lotte, SampleBrands.hinode, SampleBrands.kaze, SampleBrands.bose],
        acrossBrands: AcrossBrands(
            brands: 3,
            withinSlope: range(0.62, 0.31, 0.93),
            betweenSlope: range(0.88, 0.12, 1.64)
        ),
        explained: [
            ExplainedChange(
                brand: "Hinode Foods",
                reason: .seasonal,
                season: .obon,
                from: "2013-08",
                to: "2013-08",
                rawDifference: -4.6,
                remaining: range(-0.4, -3.1, 2.3),
                voices: 58
            ),
            ExplainedChange(
                brand: "Kaze Mobile",
                measure: .facet,
                facet: "speed",
                reason: .mix,
                from: "2012-04",
                to: "2012-09",
                rawDifference: -6.1,
                remaining: range(-1.0, -4.0, 2.0),
                voices: 130
            ),
        ],
        superseded: [
            SupersededFlag(
                id: "Kaze Mobile/facet.speed/2011-05",
                brand: "Kaze Mobile",
                measure: .facet,
                facet: "speed",
                firstPeriod: "2011-05",
                difference: -5.2,
                firstReported: "2014-11-02T03:00:00+09:00"
            )
        ],
        agreement: agreement,
        coverage: coverage
    )

    /// The same of one brand, which has the flags of another.
    static let oneBrand: ReportModel = {
        var result = model
        var brand = SampleBrands.lotte
        brand.flags = SampleBrands.hinode.flags
        brand.improvements = SampleBrands.hinode.improvements
        brand.insufficient = SampleBrands.kaze.insufficient
        result.brands = [brand]
        result.explained = result.explained.map { change in
            var change = change
            change.brand = brand.name
            return change
        }
        return result
    }()

    static func range(_ value: Double, _ low: Double, _ high: Double) -> ValueRange {
        ValueRange(value: value, low: low, high: high)
    }

    /// A strength with an interval of `half` points to each side.
    static func strength(_ voices: Int, _ value: Double, _ half: Double) -> Strength {
        Strength(voices: voices, range: range(value, max(0, value - half), min(100, value + half)))
    }

    static func few(_ voices: Int) -> Strength { Strength(voices: voices, range: nil) }

    private static let agreement = RatingAgreement(
        rows: [
            AgreementRow(rating: "1", negative: 61, neutral: 6, positive: 3, unscored: 2),
            AgreementRow(rating: "2", negative: 40, neutral: 10, positive: 6),
            AgreementRow(rating: "3", negative: 22, neutral: 41, positive: 20, unscored: 1),
            AgreementRow(rating: "4", negative: 9, neutral: 30, positive: 122),
            AgreementRow(rating: "5", negative: 4, neutral: 22, positive: 301, unscored: 5),
        ],
        mismatches: [
            RatingMismatch(
                cause: .irony,
                verbatim: Verbatim(
                    commentID: "reviews:88",
                    source: "reviews",
                    author: "Pat Doe",
                    date: "2014-06-02",
                    language: "en",
                    segments: [
                        TextSegment(text: "Oh "),
                        TextSegment(
                            text: "great",
                            highlight: Highlight(kind: .valence, polarity: 1, weight: 620, name: "great")
                        ),
                        TextSegment(text: ", a fourth form to fill in."),
                    ],
                    rating: QuotedRating(thousandths: 1_000, low: 1, high: 5),
                    choice: .exemplar,
                    command: "koe why comment reviews:88"
                )
            )
        ],
        mismatchCount: 22
    )

    private static let coverage = Coverage(
        sources: [
            SourceCoverage(
                source: "blog",
                read: 31,
                stored: 28,
                duplicate: 2,
                updated: 1,
                quarantined: 0,
                comments: 28,
                unknownLanguage: 0,
                withLexiconHit: 27,
                unlinked: 9,
                newest: "2014-12-21",
                silentDays: 20,
                freshness: .fresh
            ),
            SourceCoverage(
                source: "reviews",
                read: 1_204,
                stored: 1_100,
                duplicate: 61,
                updated: 30,
                quarantined: 13,
                comments: 1_100,
                unknownLanguage: 17,
                withLexiconHit: 1_002,
                unlinked: 940,
                undated: 21,
                columnsAside: ["device", "app version"],
                newest: "2014-09-30",
                silentDays: 102,
                freshness: .silent
            ),
        ],
        ledgerAddsUp: true,
        quarantine: [
            QuarantineRow(source: "reviews", reason: "rating outside its scale", rows: 11, example: "reviews.csv:412"),
            QuarantineRow(source: "reviews", reason: "not UTF-8", rows: 2, example: "reviews.csv:9"),
        ],
        voices: 904,
        cases: 37,
        withoutBrand: 12
    )
}
