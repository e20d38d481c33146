import Reports

/// The verdicts of the sample report: one equal, one different, one undecided, one with too little data.
enum SampleVerdicts {
    private static func range(_ value: Double, _ low: Double, _ high: Double) -> ValueRange {
        SampleReport.range(value, low, high)
    }

    private static func strength(_ voices: Int, _ value: Double, _ low: Double, _ high: Double) -> Strength {
        Strength(voices: voices, range: range(value, low, high))
    }

    static let lotte: Verdict = {
        let recent = Comparison(
            state: .equal,
            isEqualWithinMargin: true,
            support: strength(62, 79.4, 71.2, 87.6),
            brand: strength(62, 80.6, 73, 88.2),
            difference: range(-1.2, -4.4, 2),
            equality: range(-1.2, -3.8, 1.4),
            firstMonth: "2014-01",
            lastMonth: "2014-12",
            testedMonths: 12
        )
        return Verdict(
            margin: 5,
            recent: recent,
            recentMonths: 12,
            change: StrengthChange(
                firstMonth: "2013-01",
                lastMonth: "2013-11",
                support: StrengthGap(
                    first: recent.support,
                    second: strength(58, 84.6, 79, 90.2),
                    difference: range(-5.2, -9.9, -0.5),
                    isDifferent: true
                ),
                brand: StrengthGap(
                    first: recent.brand,
                    second: strength(58, 81.4, 76, 86.8),
                    difference: range(-0.8, -6, 4.4),
                    isDifferent: false
                )
            ),
            whole: Comparison(
                state: .equal,
                isEqualWithinMargin: true,
                support: strength(371, 84, 78, 90),
                brand: strength(371, 86, 80, 92),
                difference: range(-2, -4.4, 0.4),
                equality: range(-2, -4, 0),
                firstMonth: "2008-04",
                lastMonth: "2014-12",
                testedMonths: 61
            ),
            allSupport: strength(388, 84.3, 78.4, 90.2),
            allBrand: strength(402, 86.6, 81, 92.2),
            speaking: StrengthGap(
                first: strength(371, 86, 80, 92),
                second: strength(31, 93.8, 88, 99.6),
                difference: range(-7.8, -15.2, -0.4),
                isDifferent: true
            ),
            detail: EqualityDetail(
                tostP: 0.021,
                differenceP: 0.11,
                blandAltmanBias: -2.0,
                blandAltmanLow: -7.9,
                blandAltmanHigh: 3.9,
                demingSlope: range(0.94, 0.61, 1.27),
                demingIntercept: range(3.2, -24.1, 30.5),
                theilSenSlope: 0.91,
                leadMonths: 2
            )
        )
    }()

    static let hinode = Verdict(
        margin: 5,
        whole: Comparison(
            state: .different,
            isDifferent: true,
            support: strength(402, 61.2, 58, 64.4),
            brand: strength(402, 72.4, 69, 75.8),
            difference: range(-11.2, -14.6, -7.8),
            equality: range(-11.2, -14, -8.4),
            firstMonth: "2013-01",
            lastMonth: "2013-12",
            testedMonths: 12
        ),
        allSupport: strength(402, 61.2, 58, 64.4),
        allBrand: strength(420, 72.6, 69.3, 75.9)
    )

    static let kaze = Verdict(
        margin: 5,
        whole: Comparison(
            state: .undecided,
            support: strength(40, 48.3, 37.3, 59.3),
            brand: strength(40, 51, 41, 61),
            difference: range(-2.7, -9.9, 4.5),
            equality: range(-2.7, -8.7, 3.3),
            firstMonth: "2012-02",
            lastMonth: "2012-02"
        ),
        allSupport: strength(40, 48.3, 37.3, 59.3),
        allBrand: strength(40, 51, 41, 61)
    )

    static let bose = Verdict(
        margin: 5,
        whole: Comparison(
            state: .insufficient,
            support: SampleReport.few(3),
            brand: SampleReport.few(3),
            firstMonth: "2014-03",
            lastMonth: "2014-11"
        ),
        allSupport: SampleReport.few(3),
        allBrand: SampleReport.few(3)
    )
}
