import Feedback
import Testing

@testable import Scoring

struct LearningFitTests {
    /// Pooled by hand: 3 and 1 fall, so both become 2; 2 and 2 do not.
    @Test func fallingNeighboursArePooled() {
        let fit = MonotoneFit([(x: 1, y: 1), (x: 2, y: 3), (x: 3, y: 1), (x: 4, y: 5)])
        #expect(fit.knots == [.init(x: 1, y: 1), .init(x: 2, y: 2), .init(x: 3, y: 2), .init(x: 4, y: 5)])
        #expect(fit.value(at: -9) == 1)
        #expect(fit.value(at: 9) == 5)
    }

    @Test func equalPlacesAreMeans() {
        #expect(MonotoneFit([(x: 5, y: 2), (x: 5, y: 4)]).knots == [.init(x: 5, y: 3)])
    }

    @Test func orderOfPointsDoesNotMatter() {
        let points = [(x: 3, y: 9), (x: 1, y: 4), (x: 2, y: 7), (x: 2, y: 1), (x: 9, y: 0)]
        #expect(MonotoneFit(points) == MonotoneFit(points.reversed()))
    }

    @Test func noPointsGiveNoValue() {
        #expect(MonotoneFit([]).value(at: 0) == nil)
    }

    @Test func calibrationOfAStraightLineHasNoError() {
        let points = (0..<200).map { number in
            let place = number % 5
            return (id: "c\(number)", valence: place * 100, rating: 1_000 + place * 1_000, label: (place - 2).signum())
        }
        let calibration = Calibration(points)
        #expect(calibration.count == 200)
        #expect(calibration.error < 0.001)
        #expect(calibration.baseline > 1)
        // Low ratings stand at 0 and 100, middle ones at 200, high ones at 300 and 400.
        #expect(calibration.borders.lower > 100 && calibration.borders.lower <= 200)
        #expect(calibration.borders.upper > 200 && calibration.borders.upper <= 300)
        #expect(calibration.agreementAfter.macroF1 == 1)
        // At ±50 a fifth is neutral and low, and the rest positive.
        #expect(calibration.agreementBefore.accuracy == 0.4)
    }

    /// Three texts of each class; F1 by hand: −1 2/3, 0 and 1 as below.
    @Test func agreementCountsClasses() {
        let pairs: [(predicted: Int, label: Int)] = [(-1, -1), (-1, -1), (0, -1), (0, 0), (1, 1), (1, 0)]
        let agreement = ClassAgreement(pairs)
        #expect(abs(agreement.accuracy - 4.0 / 6) < 1e-12)
        // −1: 2·2/(3+2); 0: 2·1/(2+2); 1: 2·1/(1+2).
        #expect(abs(agreement.macroF1 - (0.8 + 0.5 + 2.0 / 3) / 3) < 1e-12)
        // By chance 3·2/36 + 2·2/36 + 1·2/36 = 1/3, so (2/3 − 1/3)/(1 − 1/3).
        #expect(abs(agreement.kappa - 0.5) < 1e-12)
        #expect(ClassAgreement([(0, 0), (0, 1), (0, -1)]).kappa == 0)
    }

    @Test func bordersPartSeparateClasses() {
        let sums = [(-300, -1), (-250, -1), (-20, 0), (10, 0), (200, 1), (400, 1)].map { (sum: $0.0, label: $0.1) }
        let borders = ClassBorders.best(sums)
        #expect(sums.allSatisfy { borders.label($0.sum) == $0.label })
    }

    /// Texts by the cues they hold, with how many are negative, neutral and positive.
    private static let cells: [(cues: [Int32], counts: [Int])] = [
        ([0], [12, 4, 2]), ([1], [1, 3, 14]), ([0, 1], [5, 4, 5]), ([], [6, 10, 4]),
    ]

    private func fit(withNeutral: Bool, penalty: Double, calmPenalty: Double) -> CueFit {
        var rows = NgramTable.Rows()
        var labels: [Int8] = []
        for cell in Self.cells {
            for (place, count) in cell.counts.enumerated() where withNeutral || place != 1 {
                for _ in 0..<count {
                    rows.append(cell.cues)
                    labels.append(Int8(place - 1))
                }
            }
        }
        return CueFit(
            rows: rows,
            offsets: labels.map { _ in 0 },
            labels: labels,
            classWeights: [1, withNeutral ? 1 : 0, 1],
            cueCount: 2,
            penalty: penalty,
            calmPenalty: calmPenalty
        )
    }

    /// Against scikit-learn 1.9.1, `LogisticRegression(C=2)` on the same 70 texts.
    ///
    /// With coefficients n, 0 and p of a cue, its valence is (p − n)/2 and its calm 0 − (p + n)/2; the sum of the squared
    /// coefficients over 2C is then half the squared valence, and a third of that for the calm. scikit-learn draws no
    /// intercept, and this fit hardly.
    @Test func fitIsThatOfMultinomialRegression() {
        let model = fit(withNeutral: true, penalty: 1, calmPenalty: 1.0 / 3).model()
        let expected = [-0.934143, 1.103177, -0.355547, -0.616623, -0.074585, 0.487227]
        let found = model.valences + model.calms + [model.bias, model.zone]
        for (value, wanted) in zip(found, expected) { #expect(abs(value - wanted) < 0.005, "\(found)") }
    }

    /// Against `LogisticRegression(C=4)` on the 49 texts with an opinion, coefficients halved.
    @Test func withoutNeutralTextsThereIsNoCalm() {
        let model = fit(withNeutral: false, penalty: 1, calmPenalty: 1.0 / 3).model()
        let found = model.valences + [model.bias]
        for (value, wanted) in zip(found, [-0.835618, 1.017905, -0.083036]) {
            #expect(abs(value - wanted) < 0.005, "\(found)")
        }
        #expect(model.calms == [0, 0] && model.zone == 0)
    }

    /// Differences of the loss over small steps, by hand of no formula.
    @Test func slopesAreThoseOfTheLoss() {
        let fit = fit(withNeutral: true, penalty: 2, calmPenalty: 0.5)
        let point = [1.3, -0.2, 0.4, 0.7, -0.9, 0.3, -0.1]
        var slopes = point
        _ = fit.loss(point, &slopes)
        var unused = point
        for place in point.indices {
            var (above, below) = (point, point)
            above[place] += 1e-5
            below[place] -= 1e-5
            let slope = (fit.loss(above, &unused) - fit.loss(below, &unused)) / 2e-5
            #expect(abs(slope - slopes[place]) < 1e-5)
        }
    }

    @Test func anUnhelpfulSumKeepsItsLeastWorth() {
        #expect(fit(withNeutral: true, penalty: 1, calmPenalty: 1).model().slope == CueFit.leastSlope)
    }

    /// The valley of Rosenbrock's function lies at (1, 1).
    @Test func searchFindsTheLowestPoint() {
        let found = MinimumSearch(mostSteps: 500, tolerance: 1e-9).minimum(from: [-1.2, 1]) { point, slopes in
            let (x, y) = (point[0], point[1])
            slopes[0] = -400 * x * (y - x * x) - 2 * (1 - x)
            slopes[1] = 200 * (y - x * x)
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
        }
        #expect(abs(found[0] - 1) < 1e-6 && abs(found[1] - 1) < 1e-6)
    }

    /// Lean and calm by hand: the lean decides when it is larger than the calm.
    @Test(arguments: [(0.5, 0.4, 1), (-0.5, 0.4, -1), (0.4, 0.5, 0), (-0.1, -0.2, -1), (0, -1, 0), (0.3, 0.3, 0)])
    func classesFollowLeanAndCalm(lean: Double, calm: Double, label: Int) {
        #expect(CueModel.label(lean: lean, calm: calm) == label)
    }

    @Test(arguments: [
        ("#language: en\n#bias: -80\n#neutral: 140\nterm\n", true),
        ("#language: en\n#bias: -80\nterm\n", false),
        ("#bias: -80\n#neutral: 140\n", false),
        ("#language: en\n#bias: 9000\n#neutral: 140\n", false),
        ("term\n#language: en\n#bias: 1\n#neutral: 1\n", false),
    ])
    func zeroPointIsReadFromTheHead(text: String, isThere: Bool) {
        let read = ScoreAdjustment(LexiconFile(name: "a.tsv", bytes: Array(text.utf8)))
        #expect((read != nil) == isThere)
        if isThere { #expect(read == ScoreAdjustment(language: .english, bias: -80, neutral: 140)) }
    }

    @Test(arguments: [Language.english, .japanese])
    func theShippedZeroPointChangesNothing(language: Language) {
        let shipped = LanguageRegistry.measure(of: language)
        let adjusted = shipped.moved(bias: 0, neutral: ScoreAdjustment.shipped(language).neutral)
        #expect(shipped.neutralZone == adjusted.neutralZone && adjusted.bias == 0 && adjusted.calm == 0)
        for sum in stride(from: Int32(-2_000), to: 2_000, by: 7) {
            #expect(shipped.valence(ofSum: sum) == adjusted.valence(ofSum: sum, calm: 0))
        }
    }
}
