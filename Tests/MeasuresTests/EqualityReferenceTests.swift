import Feedback
import Measures
import Testing

/// The numbers of scipy, statsmodels and R for one pair of series of 24 months.
struct EqualityReferenceTests {
    let reference: ReferenceNumbers
    let x: [Double]
    let y: [Double]
    let n: [Double]

    init() throws {
        reference = try ReferenceNumbers("reference")
        x = try reference.list("inputs.x_brand_strength")
        y = try reference.list("inputs.y_support_strength")
        n = try reference.list("inputs.n_comments")
    }

    /// The test of y − x over the months, each counting the same, with the variance of `NeweyWest`.
    private func paired(margin: Double, bandwidth: Int) throws -> MeanDifference {
        let differences = zip(y, x).map { $0 - $1 }
        let mean = try #require(Sample.mean(differences))
        let variance = NeweyWest.varianceOfMean(
            deviations: differences.map { $0 - mean },
            weights: differences.map { _ in 1 },
            times: Array(differences.indices),
            bandwidth: bandwidth
        )
        return MeanDifference(
            mean: mean,
            standardError: try #require(variance).squareRoot(),
            degreesOfFreedom: NeweyWest.degreesOfFreedom(periods: differences.count, bandwidth: bandwidth),
            margin: margin,
            significance: 0.05
        )
    }

    private func expect(_ found: Double?, _ key: String, at index: Int = 0, within error: Double = 1e-9) throws {
        let wanted = try reference.list("expected." + key)[index]
        #expect(agrees(found, wanted, within: error), "\(key): \(found as Double?) is not \(wanted)")
    }

    @Test func pairedDifferenceWithoutLags() throws {
        let found = try paired(margin: 2, bandwidth: 0)
        try expect(found.mean, "paired_t.mean_diff")
        try expect(found.t, "paired_t.t")
        try expect(found.pDifferent, "paired_t.p")
        try expect(found.degreesOfFreedom, "paired_t.df")
        try expect(found.interval.lowerBound, "paired_t.ci95", at: 0)
        try expect(found.interval.upperBound, "paired_t.ci95", at: 1)
        try expect(found.standardError * 24.0.squareRoot(), "paired_t.sd_diff")
        // R printed 12 significant digits.
        let printed = try reference.list("expected_R.paired_t")
        #expect(agrees(found.t, printed[0]))
        #expect(agreesRelatively(try #require(found.pDifferent), printed[1]))
    }

    @Test(arguments: [(2.0, "tost_paired_-2_2", true), (1.0, "tost_paired_-1_1", false)])
    func twoOneSidedTests(margin: Double, key: String, isEqual: Bool) throws {
        let found = try paired(margin: margin, bandwidth: 0)
        try expect(found.pEqual, key + ".p_tost")
        try expect((found.mean + margin) / found.standardError, key + ".lower.t")
        try expect((found.mean - margin) / found.standardError, key + ".upper.t")
        try expect(found.pLower, key + ".lower.p")
        try expect(found.pUpper, key + ".upper.p")
        try expect(found.equivalenceInterval.lowerBound, key + ".ci90", at: 0)
        try expect(found.equivalenceInterval.upperBound, key + ".ci90", at: 1)
        #expect(found.isWithin(margin) == isEqual)
        #expect(found.isNonzero)
    }

    @Test func blandAltman() throws {
        let found = try #require(BlandAltman(x: x, y: y))
        try expect(found.bias, "bland_altman.bias")
        try expect(found.limits.lowerBound, "bland_altman.loa", at: 0)
        try expect(found.limits.upperBound, "bland_altman.loa", at: 1)
    }

    @Test func deming() throws {
        let found = try #require(DemingFit(x: x, y: y))
        try expect(found.slope, "deming_lambda1.slope")
        try expect(found.intercept, "deming_lambda1.intercept")
        try expect(found.slopeError, "deming_lambda1.jackknife_se_slope")
        try expect(found.interceptError, "deming_lambda1.jackknife_se_intercept")
        let other = try #require(DemingFit(x: x, y: y, errorRatio: 2))
        try expect(other.slope, "deming_lambda2.slope")
        try expect(other.intercept, "deming_lambda2.intercept")
    }

    @Test func theilSen() throws {
        let time = x.indices.map(Double.init)
        for (key, fit) in [
            ("theil_sen_y_on_x", TheilSen(x: x, y: y)), ("theil_sen_y_on_time", TheilSen(x: time, y: y)),
        ] {
            try expect(fit?.slope, key + ".slope")
            try expect(fit?.intercept, key + ".intercept")
            try expect(fit?.low, key + ".low")
            try expect(fit?.high, key + ".high")
        }
    }

    @Test func crossCorrelation() throws {
        let raw = CrossCorrelation.function(x: x, y: y, maximumLag: 4)
        func differences(_ values: [Double]) -> [Double] { zip(values, values.dropFirst()).map { $1 - $0 } }
        let moved = CrossCorrelation.function(x: differences(x), y: differences(y), maximumLag: 4)
        for lag in -4...4 {
            try expect(raw[lag + 4], "cross_correlation.raw.\(lag)")
            try expect(moved[lag + 4], "cross_correlation.first_differences.\(lag)")
            #expect(agrees(raw[lag + 4], try reference.list("expected_R.ccf_y_x_lags_m4_4")[lag + 4]))
        }
    }

    @Test func identity() throws {
        let found = try #require(IdentityTest(brand: x, support: y, bandwidth: 3))
        try expect(found.intercept, "ols_y_on_x.intercept")
        try expect(found.slope, "ols_y_on_x.slope")
        try expect(found.robustErrors[0], "ols_y_on_x.hac3_se_no_correction", at: 0)
        try expect(found.robustErrors[1], "ols_y_on_x.hac3_se_no_correction", at: 1)
        try expect(found.durbinWatson, "ols_y_on_x.durbin_watson")
        try expect(found.statistic, "ols_y_on_x.F_intercept0_slope1", at: 0)
        try expect(found.p, "ols_y_on_x.F_intercept0_slope1", at: 1)
    }

    @Test func weightedFit() throws {
        let rows = x.indices.map { [1, Double($0)] }
        let found = try #require(LeastSquares(rows: rows, y: y, weights: n))
        let error = try #require(found.standardError(1))
        try expect(found.coefficients[0], "weighted.wls_y_on_time.intercept")
        try expect(found.coefficients[1], "weighted.wls_y_on_time.slope")
        try expect(error, "weighted.wls_y_on_time.se_slope")
        let t = found.coefficients[1] / error
        try expect(StudentDistribution.twoSided(t, df: 22), "weighted.wls_y_on_time.p")
        try expect(t, "weighted.wls_y_on_time.t")
        let total = n.reduce(0, +)
        let mean = zip(n, y).reduce(0) { $0 + $1.0 * $1.1 } / total
        try expect(mean, "weighted.mean_y")
        let left = zip(zip(n, y), rows).reduce(0) { sum, part in
            let fitted = found.coefficients[0] + found.coefficients[1] * part.1[1]
            return sum + part.0.0 * (part.0.1 - fitted) * (part.0.1 - fitted)
        }
        let all = zip(n, y).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
        try expect(1 - left / all, "weighted.wls_y_on_time.r2")
    }

    @Test func plainFit() throws {
        let found = try #require(LeastSquares(rows: x.map { [1, $0] }, y: y))
        for column in 0...1 { try expect(found.standardError(column), "ols_y_on_x.se", at: column) }
    }

    @Test func autocorrelation() throws {
        let found = Autocorrelation.function(y, maximumLag: 6)
        for lag in 0...6 { try expect(found[lag], "acf_y_lags0_6", at: lag) }
    }

    @Test func multipleTests() throws {
        let p = try reference.list("expected.multiple_tests.p")
        for index in p.indices {
            try expect(MultipleTests.benjaminiHochberg(p)[index], "multiple_tests.bh", at: index)
        }
    }
}
