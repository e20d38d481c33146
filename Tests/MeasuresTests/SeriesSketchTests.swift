import Testing

@testable import Measures

/// Drawings of plain series beside those of ruptures 1.1.10 and of all combinations tried with numpy's lstsq.
struct SeriesSketchTests {
    private static let support: [Double] = [
        68.9, 70.1, 70.7, 71.9, 73.0, 70.2, 69.9, 70.6, 68.1, 68.8, 67.2, 68.0, 66.1, 66.9, 65.4, 66.3, 64.7, 65.9,
        64.1, 65.2, 63.0, 64.4, 62.9, 63.8,
    ]

    /// Users of an internet server, minute by minute: a series that wanders, and turns twice.
    ///
    /// Source: Makridakis, Wheelwright and Hyndman, Forecasting, 3rd edition, 1998 (`WWWusage` of R).
    private static let users: [Double] = [
        88, 84, 85, 85, 84, 85, 83, 85, 88, 89, 91, 99, 104, 112, 126, 138, 146, 151, 150, 148, 147, 149, 143, 132, 131,
        139, 147, 150, 148, 145, 140, 134, 131, 131, 129, 126, 126, 132, 137, 140, 142, 150, 159, 167, 170, 171, 172,
        172, 174, 175, 172, 172, 174, 174, 169, 165, 156, 142, 131, 121, 112, 104, 102, 99, 99, 95, 88, 84, 84, 87, 89,
        88, 85, 86, 89, 91, 91, 94, 101, 110, 121, 135, 145, 149, 156, 165, 171, 175, 177, 182, 193, 204, 208, 210,
        215, 222, 228, 226, 222, 220,
    ]

    private static let ones = [Double](repeating: 1, count: 24)

    @Test(arguments: [
        (false, 1, [12], 49.54583333333339), (false, 2, [8, 14], 27.88808333333335),
        (false, 3, [8, 12, 18], 19.194583333333323), (true, 1, [5], 11.09731578947372),
        (true, 2, [5, 8], 8.04440196078429),
    ])
    func piecesLeaveTheLeastSquares(areLines: Bool, most: Int, changes: [Int], squares: Double) {
        let solved = FewPieces(Self.support, Self.ones, areLines: areLines, shortest: 3).solved(most: most)
        #expect(solved.count == most + 1)
        #expect(solved.last?.changes == changes)
        #expect(abs((solved.last?.squares ?? 0) - squares) < 1e-9)
    }

    @Test func fewerPiecesWhereTheyWouldGetTooShort() {
        let solved = FewPieces(Self.support, Self.ones, areLines: false, shortest: 9).solved(most: 5)
        #expect(solved.map(\.changes.count) == [0, 1])
    }

    @Test func bendLeavesTheLeastSquares() {
        var line = SeriesBend(Self.support, Self.ones)
        #expect(abs(line.squares - 30.345795652173262) < 1e-9)
        let isExtended = line.extend(shortest: 3)
        #expect(isExtended)
        #expect(line.bends == [3])
        #expect(abs(line.squares - 16.936061576354682) < 1e-9)
    }

    /// Of all pairs of bends, 51 and 70 leave the least squares, 15,438.23; Dynp with joined lines says 52 and 69.
    @Test func wanderingSeriesHasTheTurnsThatEverybodySees() {
        var line = SeriesBend(Self.users, [Double](repeating: 1, count: 100))
        let isExtended = [line.extend(shortest: 6), line.extend(shortest: 6)]
        #expect(isExtended == [true, true])
        #expect(line.bends.sorted() == [51, 70])
        #expect(abs(line.squares - 15_438.23001378891) < 1e-6)
        #expect(SeriesDetector().changes(Self.users) == [51, 70])
    }

    @Test func heavierValuesCountForMore() {
        // Twice the weight is the value twice.
        let values: [Double] = [1, 2, 1, 6, 5, 7]
        let twice = FewPieces(values, [2, 1, 1, 1, 1, 1], areLines: false, shortest: 2).solved(most: 1)
        #expect(twice.last?.changes == [3])
        // Left: 1, 1, 2, 1 about 1.25; right: 6, 5, 7 about 6.
        #expect(abs((twice.last?.squares ?? 0) - 2.75) < 1e-12)
    }

    @Test func roundingIsNoChange() {
        let detector = SeriesDetector()
        func step(_ low: Double, _ high: Double) -> [Double] {
            [Double](repeating: low, count: 12) + [Double](repeating: high, count: 12)
        }
        #expect(detector.changes(step(0.3, 0.1 + 0.2)).isEmpty)
        #expect(detector.changes(step(Double(Float(100.1)), Double(Float(100.1).nextUp))).isEmpty)
        for (count, slope) in [(40, 0.1), (60, 1), (100, 0.5), (300, 7)] {
            #expect(detector.changes((0..<count).map { slope * Double($0) }).isEmpty, "\(count) of \(slope)")
        }
        #expect(detector.changes(step(100.1, 100.2)) == [12])
        // A step of 15 in a wobble of one, however high it lies.
        let high = (0..<60).map { 1e8 + ($0 < 31 ? 0 : 15) + [0.3, -0.5, 0.1, 0.9, -0.7, 0.2][$0 % 6] }
        #expect(detector.changes(high) == [31])
    }

    @Test func fewPointsShowAClearStepAndAClearBend() {
        // Ten years: 1.2 in the mean, then 3.1.
        #expect(SeriesDetector().changes([1.1, 1.3, 1.2, 1.1, 1.3, 3.0, 3.2, 3.1, 3.2, 3.0]) == [5])
        let bend = (0..<16).map { place -> Double in
            let noise = place % 2 == 0 ? 0.1 : -0.1
            return Double(place) - 1.5 * Double(max(0, place - 10)) + noise
        }
        #expect(SeriesDetector().changes(bend).map { abs($0 - 10) <= 1 } == [true])
    }
}
