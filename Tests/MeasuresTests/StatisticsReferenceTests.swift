import Measures
import Testing

/// The numbers of scipy, statsmodels and R for tests of groups, ranks and shares.
struct StatisticsReferenceTests {
    let reference: ReferenceNumbers
    let x: [Double]
    let y: [Double]

    init() throws {
        reference = try ReferenceNumbers("reference")
        x = try reference.list("inputs.x_brand_strength")
        y = try reference.list("inputs.y_support_strength")
    }

    private func expect(_ found: Double?, _ key: String, at index: Int = 0, within error: Double = 1e-9) throws {
        let wanted = try reference.list("expected" + key)[index]
        #expect(agrees(found, wanted, within: error), "\(key): \(found as Double?) is not \(wanted)")
    }

    @Test func correlations() throws {
        let pearson = try #require(Correlation.pearson(x, y))
        try expect(pearson.coefficient, ".correlation.pearson", at: 0)
        try expect(pearson.p, ".correlation.pearson", at: 1)
        try expect(pearson.interval().lowerBound, ".correlation.pearson_ci95", at: 0)
        try expect(pearson.interval().upperBound, ".correlation.pearson_ci95", at: 1)
        let spearman = try #require(Correlation.spearman(x, y))
        try expect(spearman.coefficient, ".correlation.spearman", at: 0)
        try expect(spearman.p, ".correlation.spearman", at: 1)
    }

    @Test func welch() throws {
        let found = try #require(WelchTest(Array(y.prefix(12)), Array(y.suffix(12))))
        try expect(found.t, ".welch_first12_vs_last12.t")
        try expect(found.degreesOfFreedom, ".welch_first12_vs_last12.df")
        try expect(found.p, ".welch_first12_vs_last12.p")
        try expect(found.interval.lowerBound, ".welch_first12_vs_last12.ci95_of_A_minus_B", at: 0)
        try expect(found.interval.upperBound, ".welch_first12_vs_last12.ci95_of_A_minus_B", at: 1)
    }

    @Test func ranks() throws {
        let found = try #require(RankTests.mannWhitney(Array(y.prefix(12)), Array(y.suffix(12))))
        try expect(found.statistic, ".mann_whitney.U")
        #expect(agreesRelatively(found.p, try reference.number("expected.mann_whitney.p_exact")))
    }

    @Test func proportions() throws {
        let before = try #require(Proportion(count: 34, trials: 412))
        try expect(before.wilson().lowerBound, ".proportion.wilson_34_412", at: 0)
        try expect(before.wilson().upperBound, ".proportion.wilson_34_412", at: 1)
        try expect(Proportion(count: 0, trials: 7)?.wilson().lowerBound, ".proportion.wilson_0_7", at: 0)
        try expect(Proportion(count: 0, trials: 7)?.wilson().upperBound, ".proportion.wilson_0_7", at: 1)
    }

    @Test func panel() throws {
        let brands = try reference.list("expected_R.panel.brand")
        let panelX = try reference.list("expected_R.panel.x")
        let panelY = try reference.list("expected_R.panel.y")
        var groups = [[(x: Double, y: Double)]](repeating: [], count: 6)
        for (index, brand) in brands.enumerated() { groups[Int(brand)].append((panelX[index], panelY[index])) }
        let found = try #require(PanelSlopes(groups))
        // R's list was printed to 12 significant digits.
        try expect(found.within.slope, "_R.panel.within_slope_fixed_effects")
        try expect(found.within.standardError, "_R.panel.within_se")
        // lme4 stops its search at a relative tolerance of about 1e-7 in θ.
        let mixed = try #require(found.mixed)
        try expect(mixed.intercept, "_R.panel.lmer_fixef", at: 0, within: 1e-6)
        try expect(mixed.slope, "_R.panel.lmer_fixef", at: 1, within: 1e-6)
        try expect(mixed.interceptError, "_R.panel.lmer_se", at: 0, within: 1e-6)
        try expect(mixed.slopeError, "_R.panel.lmer_se", at: 1, within: 1e-6)
        try expect(mixed.groupDeviation, "_R.panel.sd_brand", within: 1e-6)
        try expect(mixed.residualDeviation, "_R.panel.sd_resid", within: 1e-6)
        try expect(mixed.logLikelihood, "_R.panel.reml_loglik")
    }

    /// Ranks of the interval's ends.
    ///
    /// Six values: P(Bin(6, ½) = 0) = 1/64 ≤ .025, and P(≤ 1) = 7/64 is not. Published ranks for n = 10 are 2 and 9,
    /// for n = 20 they are 6 and 15 (Conover, Practical Nonparametric Statistics, table A3 read for p = ½).
    @Test(arguments: [(5, 0, 0), (6, 1, 6), (10, 2, 9), (20, 6, 15)])
    func medianIntervalRanks(count: Int, low: Int, high: Int) throws {
        let found = try #require(MedianInterval((1...count).map(Double.init)))
        #expect(found.interval == (low == 0 ? nil : Double(low)...Double(high)))
        #expect(found.median == Double(count + 1) / 2)
    }

    @Test func badInputGivesNil() {
        #expect(WelchTest([1], [2, 3]) == nil)
        #expect(WelchTest([1, 1], [1, 1]) == nil)
        #expect(Correlation.pearson([1, 2, 3], [5, 5, 5]) == nil)
        #expect(RankTests.mannWhitney([], [1]) == nil)
        #expect(Proportion(count: 8, trials: 7) == nil)
        #expect(Proportion(count: 0, trials: 0) == nil)
        #expect(MedianInterval([]) == nil)
        #expect(PanelSlopes([]) == nil)
        #expect(LeastSquares(rows: [[1, 2], [1, 2], [1, 2]], y: [1, 2, 3]) == nil)
        #expect(DemingFit(x: [1, 2], y: [1, 2]) == nil)
        #expect(TheilSen(x: [1, 1], y: [1, 2]) == nil)
    }
}
