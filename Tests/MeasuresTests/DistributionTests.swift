import Measures
import Testing

struct DistributionTests {
    let reference: ReferenceNumbers

    init() throws { reference = try ReferenceNumbers("distributions") }

    @Test func normalAgreesWithScipy() throws {
        for row in try reference.rows("normal.cdf", width: 2) {
            #expect(agreesRelatively(NormalDistribution.cumulative(row[0]), row[1]), "\(row)")
        }
        for row in try reference.rows("normal.quantile", width: 2) {
            #expect(agrees(NormalDistribution.quantile(row[0]), row[1]), "\(row)")
        }
    }

    @Test func studentAgreesWithScipy() throws {
        for row in try reference.rows("t.cdf", width: 3) {
            #expect(agreesRelatively(StudentDistribution.cumulative(row[0], df: row[1]), row[2]), "\(row)")
        }
        for row in try reference.rows("t.quantile", width: 3) {
            #expect(agrees(StudentDistribution.quantile(row[0], df: row[1]), row[2]), "\(row)")
        }
    }

    @Test func chiSquaredAgreesWithScipy() throws {
        for row in try reference.rows("chi.sf", width: 3) {
            #expect(agreesRelatively(ChiSquaredDistribution.survival(row[0], df: row[1]), row[2]), "\(row)")
        }
        for row in try reference.rows("chi.quantile", width: 3) {
            #expect(agrees(ChiSquaredDistribution.quantile(row[0], df: row[1]), row[2]), "\(row)")
        }
    }

    @Test func fisherAgreesWithScipy() throws {
        for row in try reference.rows("f.sf", width: 4) {
            let found = FisherDistribution.survival(row[0], numerator: row[1], denominator: row[2])
            #expect(agreesRelatively(found, row[3]), "\(row)")
        }
        for row in try reference.rows("f.quantile", width: 4) {
            let found = FisherDistribution.quantile(row[0], numerator: row[1], denominator: row[2])
            #expect(agrees(found, row[3]), "\(row)")
        }
    }

    @Test func gammaAgreesWithScipy() throws {
        for row in try reference.rows("loggamma", width: 2) {
            #expect(agrees(SpecialFunctions.logGamma(row[0]), row[1], within: 1e-13), "\(row)")
        }
    }

    /// Fisher and Yates, Statistical Tables, 1963: t by two-sided probability .05 and .01.
    @Test(arguments: [
        (1.0, 12.706, 63.657), (2, 4.303, 9.925), (5, 2.571, 4.032), (10, 2.228, 3.169), (30, 2.042, 2.750),
    ])
    func studentAgreesWithPrintedTable(df: Double, five: Double, one: Double) {
        #expect(abs(StudentDistribution.quantile(0.975, df: df) - five) < 0.0006)
        #expect(abs(StudentDistribution.quantile(0.995, df: df) - one) < 0.0006)
    }

    /// On both sides of the degrees of freedom whose quantiles are kept.
    @Test(arguments: [1, 2, 2.5, 30, 2_048, 2_048.5, 2_049, 100_000])
    func quantilesOfUsualIntervalsLeaveTheirTail(df: Double) {
        #expect(abs(StudentDistribution.survival(StudentDistribution.quantile(0.975, df: df), df: df) - 0.025) < 1e-12)
        #expect(StudentDistribution.quantile(0.025, df: df) == -StudentDistribution.quantile(0.975, df: df))
    }

    /// NIST/SEMATECH e-Handbook 1.3.6.7.4: upper critical values of chi-squared at .05 and .01.
    @Test(arguments: [
        (1.0, 3.841, 6.635), (2, 5.991, 9.210), (5, 11.070, 15.086), (10, 18.307, 23.209), (30, 43.773, 50.892),
    ])
    func chiSquaredAgreesWithPrintedTable(df: Double, five: Double, one: Double) {
        #expect(abs(ChiSquaredDistribution.quantile(0.95, df: df) - five) < 0.0006)
        #expect(abs(ChiSquaredDistribution.quantile(0.99, df: df) - one) < 0.0006)
    }

    /// NIST/SEMATECH e-Handbook 1.3.6.7.3: upper critical values of F at .05.
    @Test(arguments: [(1.0, 1.0, 161.448), (2, 10, 4.103), (5, 5, 5.050), (10, 20, 2.348), (3, 100, 2.696)])
    func fisherAgreesWithPrintedTable(numerator: Double, denominator: Double, five: Double) {
        let found = FisherDistribution.quantile(0.95, numerator: numerator, denominator: denominator)
        #expect(abs(found - five) < 0.0006)
    }
}
