import Testing

@testable import Measures

/// The detector of plain series beside what ruptures 1.1.10, R's strucchange 1.5.3 and Otava 0.8.0 say of the same data.
struct TrendSeriesReferenceTests {
    /// Volume of the Nile at Aswan 1871–1970 in 10⁸ m³.
    ///
    /// Source: Cobb, "The problem of the Nile", Biometrika 65, 1978.
    private static let nile: [Double] = [
        1_120, 1_160, 963, 1_210, 1_160, 1_160, 813, 1_230, 1_370, 1_140, 995, 935, 1_110, 994, 1_020, 960, 1_180,
        799, 958, 1_140, 1_100, 1_210, 1_150, 1_250, 1_260, 1_220, 1_030, 1_100, 774, 840, 874, 694, 940, 833, 701,
        916, 692, 1_020, 1_050, 969, 831, 726, 456, 824, 702, 1_120, 1_100, 832, 764, 821, 768, 845, 864, 862, 698,
        845, 744, 796, 1_040, 759, 781, 865, 845, 944, 984, 897, 822, 1_010, 771, 676, 649, 846, 812, 742, 801,
        1_040, 860, 874, 848, 890, 744, 749, 838, 1_050, 918, 986, 797, 923, 975, 815, 1_020, 906, 901, 1_170, 912,
        746, 919, 718, 714, 740,
    ]

    private static let support: [Double] = [
        68.9, 70.1, 70.7, 71.9, 73.0, 70.2, 69.9, 70.6, 68.1, 68.8, 67.2, 68.0, 66.1, 66.9, 65.4, 66.3, 64.7, 65.9,
        64.1,
        65.2, 63.0, 64.4, 62.9, 63.8,
    ]

    private static let counts: [Double] = [
        52, 48, 61, 7, 33, 40, 55, 12, 80, 64, 58, 49, 120, 95, 3, 66, 71, 90, 44, 38, 101, 87, 15, 62,
    ]

    private static func partition(
        _ values: [Double],
        weights: [Double]? = nil,
        shortest: Int,
        penalty: Double
    ) -> OptimalPartition {
        OptimalPartition(
            values: values,
            weights: weights ?? [Double](repeating: 1, count: values.count),
            shortest: shortest,
            variance: 1,
            penalty: penalty,
            long: 1
        )
    }

    /// strucchange: breakpoints(Nile ~ 1) gives 28, the last of the old level counted from 1, with 95 % 25–32.
    @Test func nileFallsIn1899() {
        #expect(Self.partition(Self.nile, shortest: 15, penalty: 500_000).solved().changes == [28])
        #expect(SeriesDetector().changes(Self.nile) == [28])
        #expect(SeriesDetector().changes(Self.nile.reversed()) == [72])
        #expect(SeriesDetector().changes(Self.nile.map { 5 - 1e-7 * $0 }) == [28])
    }

    /// ruptures: Pelt(model "l2", min_size 2, jump 1) with penalty 10, and Dynp with two breaks.
    @Test func partitionAgreesWithPelt() {
        #expect(Self.partition(Self.support, shortest: 2, penalty: 10).solved().changes == [8, 14])
    }

    /// A single change of the mean, by plain and by weighted squares.
    @Test func bestSingleChangeAgrees() {
        let plain = Self.partition(Self.support, shortest: 2, penalty: 0)
        #expect(abs(plain.cost(0, 24) - 193.11625000000004) < 1e-9)
        #expect(abs(plain.cost(0, 12) + plain.cost(12, 24) - 49.54583333333339) < 1e-9)
        let weighted = Self.partition(Self.support, weights: Self.counts, shortest: 2, penalty: 0)
        #expect(abs(weighted.cost(0, 24) - 8395.489296817173) < 1e-8)
        #expect(abs(weighted.cost(0, 12) + weighted.cost(12, 24) - 2501.2741907672453) < 1e-8)
        let ends = (2...22).min { plain.cost(0, $0) + plain.cost($0, 24) < plain.cost(0, $1) + plain.cost($1, 24) }
        #expect(ends == 12)
    }

    /// strucchange: breakpoints(y ~ 1, h = 0.15), BIC for 0–3 breaks; the breaks are first positions of the new levels.
    @Test(arguments: [
        (170.0, 0, 124.5108814665), (60, 1, 98.2175289972), (13, 2, 90.7808680936), (7, 3, 88.1712632165),
    ])
    func criterionAgreesWithStrucchange(penalty: Double, breaks: Int, bic: Double) {
        let solved = Self.partition(Self.support, shortest: 3, penalty: penalty).solved()
        #expect(solved.changes.count == breaks)
        let squares = solved.objective - penalty * Double(breaks)
        // 24 values: −2 ln L = 24 (ln RSS + 1 − ln 24 + ln 2π), and 2 (breaks + 1) parameters.
        let deviance = 24 * (TrendSample.logarithm(squares) + 1 - 3.178053830347946 + 1.8378770664093453)
        #expect(abs(deviance + Double(2 * (breaks + 1)) * 3.178053830347946 - bic) < 1e-8)
        if breaks == 3 { #expect(solved.changes == [8, 12, 18]) }
    }

    /// Otava sees falls at 12 and 18, Pelt at 8 and 14: the series is a slow decline, which is no step.
    @Test func slowDeclineIsToldAsNoStairs() {
        #expect(SeriesDetector().changes(Self.support).count <= 1)
    }
}
