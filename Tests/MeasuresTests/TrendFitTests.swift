import Testing

@testable import Measures

struct TrendFitTests {
    @Test func rootOfASmallMatrixByHand() {
        let root = TriangularRoot(size: 2, rows: [4, 2, 2, 3])
        #expect(root[0, 0] == 2)
        #expect(root[1, 0] == 1)
        #expect(abs(root[1, 1] - 2.0.squareRoot()) < 1e-15)
    }

    @Test func singularMatrixHasColumnsOfZero() {
        let root = TriangularRoot(size: 2, rows: [1, 1, 1, 1])
        #expect(root.elements == [1, 0, 1, 0])
    }

    @Test func histogramGivesSums() {
        // 2·1 + 1·3 + 4·5 = 25; 2·1 + 1·9 + 4·25 = 111.
        #expect(TrendCell(histogram: [2, 0, 1, 0, 4]) == TrendCell(n: 7, sum: 25, sumOfSquares: 111))
    }

    @Test func adjustedLevelIsFreeOfMix() throws {
        // Channel means 4 and 2 in every period; only the counts move.
        let cells = [90, 70, 50, 30, 10, 20].flatMap { n in
            [constant(4, n * 100), constant(2, (100 - n) * 100)]
        }
        let fit = try #require(MixAdjustment(TrendSeries(channels: 2, cells: cells)))
        for level in fit.level { #expect(abs(level - fit.level[0]) < 1e-3) }
        #expect(abs(fit.channelEffects[0] - fit.channelEffects[1] - 2) < 1e-3)
    }

    @Test func channelsThatNeverMeetStayUncertain() throws {
        // A is replaced by B at once: nothing tells mix from change, so nothing may be flagged.
        let cells = (0..<60).flatMap { period in
            period < 30
                ? [TrendCell(histogram: [5, 5, 5, 5, 30]), TrendCell()]
                : [TrendCell(), TrendCell(histogram: [30, 5, 5, 5, 5])]
        }
        let result = TrendDetector.detect(TrendSeries(channels: 2, cells: cells))
        #expect(result.state == .tested)
        #expect(result.changes.isEmpty)
    }

    @Test(arguments: [
        TrendShape(kind: .step, start: 20, end: 20), TrendShape(kind: .dip, start: 11, end: 16),
        TrendShape(kind: .ramp, start: 8, end: 26),
    ])
    func scanAgreesWithAPlainLeastSquaresFit(shape: TrendShape) throws {
        let y = TrendSample.autoregressive(40, 0, seed: 3)
        let weights = (0..<40).map { 1 + Double($0 % 7) }
        let slope = (0..<40).map { Double($0 * $0 % 13) }
        let design = TrendDesign(
            rows: 40,
            columns: 2,
            matrix: slope.flatMap { [1, $0] },
            firstRandom: 2,
            weights: weights
        )
        var options = TrendOptions()
        options.rampLengths = [18]
        let scan = ShapeScan(design, counts: [Double](repeating: 50, count: 40), options: options)
        let found = try #require(scan.ratios(shape.kind, design.stepScores(y)).first { $0.shape == shape })
        let without = try #require(LeastSquares(rows: slope.map { [1, $0] }, y: y, weights: weights))
        let with = try #require(
            LeastSquares(rows: (0..<40).map { [1, slope[$0], shape.share(at: $0)] }, y: y, weights: weights)
        )
        let reduction = without.residualSumOfSquares - with.residualSumOfSquares
        #expect(abs(found.ratio - reduction) < 1e-8 * max(1, reduction))
    }

    @Test func splitAddsUp() throws {
        // Before 60·4 + 40·2 over 100 = 3.2; after 20·3 + 80·2 over 100 = 2.2.
        let split = try #require(
            MeanSplit(before: [constant(4, 60), constant(2, 40)], after: [constant(3, 20), constant(2, 80)])
        )
        // Within: (0.6 + 0.2) / 2 · (3 − 4) = −0.4; mix: 3.5 · (0.2 − 0.6) + 2 · (0.8 − 0.4) = −0.6.
        #expect(abs(split.within + 0.4) < 1e-12)
        #expect(abs(split.mix + 0.6) < 1e-12)
        #expect(abs(split.total + 1) < 1e-12)
    }

    @Test func channelOnOneSideCountsAsMix() throws {
        let split = try #require(
            MeanSplit(before: [constant(4, 10), TrendCell()], after: [TrendCell(), constant(2, 10)])
        )
        #expect(split.within == 0)
        #expect(split.total == -2)
    }

    @Test func splitOfAnEmptySideIsNil() {
        #expect(MeanSplit(before: [TrendCell()], after: [constant(2, 1)]) == nil)
    }

    private func constant(_ value: Int, _ n: Int) -> TrendCell {
        TrendCell(n: n, sum: n * value, sumOfSquares: n * value * value)
    }
}
