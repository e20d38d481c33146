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
        let points = (0..<200).map { (id: "c\($0)", valence: ($0 % 5) * 100, rating: 1_000 + ($0 % 5) * 1_000) }
        let calibration = Calibration(points)
        #expect(calibration.count == 200)
        #expect(calibration.error < 0.001)
        #expect(calibration.baseline > 1)
    }

    /// Three texts of each class; F1 by hand: −1 2/3, 0 and 1 as below.
    @Test func agreementCountsClasses() {
        let pairs: [(predicted: Int, label: Int)] = [(-1, -1), (-1, -1), (0, -1), (0, 0), (1, 1), (1, 0)]
        let agreement = ClassAgreement(pairs)
        #expect(abs(agreement.accuracy - 4.0 / 6) < 1e-12)
        // −1: 2·2/(3+2); 0: 2·1/(2+2); 1: 2·1/(1+2).
        #expect(abs(agreement.macroF1 - (0.8 + 0.5 + 2.0 / 3) / 3) < 1e-12)
    }

    @Test func bordersPartSeparateClasses() {
        let sums = [(-300, -1), (-250, -1), (-20, 0), (10, 0), (200, 1), (400, 1)].map { (sum: $0.0, label: $0.1) }
        let borders = ClassBorders.best(sums)
        #expect(sums.allSatisfy { borders.label($0.sum) == $0.label })
    }

    @Test func fitLeansOnTheWordThatTellsClassesApart() {
        var rows: [OrdinalFit.Row] = []
        for number in 0..<90 {
            let label = number % 3 - 1
            let columns: [Int32] = label == 1 ? [0, 2] : label == -1 ? [1, 2] : [2]
            rows.append(
                OrdinalFit.Row(offset: 0, columns: columns, values: columns.map { _ in 1 }, label: label)
            )
        }
        var fit = OrdinalFit(prior: [0, 0, 0], penalty: 1, scale: 2, movesScale: false)
        fit.fit(rows, classWeights: [1, 1, 1], iterations: 200)
        #expect(fit.weights[0] > 1)
        #expect(fit.weights[1] < -1)
        #expect(abs(fit.weights[2]) < 0.5)
        var again = OrdinalFit(prior: [0, 0, 0], penalty: 1, scale: 2, movesScale: false)
        again.fit(rows, classWeights: [1, 1, 1], iterations: 200)
        #expect(again.weights == fit.weights)
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
}
