import Testing

@testable import Linkage

/// Expected values are worked out by hand, and where steps repeat by a reference of twenty lines in floating point.
struct LinkTrainerTests {
    /// Nine of ten pairs taken at random bear different names.
    private let random: RandomPairs = {
        var random = RandomPairs()
        for draw in 0..<100 { random.add([.name: draw < 90 ? LinkWeight.nameDifferent : nil]) }
        return random
    }()

    private func pair(_ place: Int, _ total: Int, _ way: LinkWeight) -> TrainingPair {
        TrainingPair(place: place, total: total, softTotal: total, isOpen: true, ways: [.name: .some(way)])
    }

    private func comment(
        _ pairs: [TrainingPair],
        fold: Int = 0,
        decision: TrainingComment.Label? = nil,
        hardCase: Int? = nil
    ) -> TrainingComment {
        TrainingComment(fold: fold, pairs: pairs, decision: decision, hardCase: hardCase)
    }

    private func table(decision: TrainingComment.Label? = nil) -> [TrainingComment] {
        [
            comment([pair(0, 0, .nameSame)]), comment([pair(0, 1_000, .nameSame)]),
            comment([pair(0, 2_000, .nameSame), pair(1, 0, .nameDifferent)], decision: decision),
        ]
    }

    private func trainer(_ comments: [TrainingComment]) -> LinkTrainer {
        LinkTrainer(comments: comments, random: random, base: .standard)
    }

    /// Odds 1 : 1; 2 : 1; and 4 : 1 : 1, the last for no case at all.
    @Test func casesShareACommentByTheirOdds() {
        let trainer = trainer(table())
        let shares = table().map { trainer.shares(of: $0, under: .standard) }
        #expect(shares == [[500_000], [666_666], [666_666, 166_666]])
    }

    @Test func whatIsDecidedIsNotShared() {
        let pairs = [pair(7, 2_000, .nameSame), pair(9, 0, .nameDifferent)]
        let trainer = trainer([])
        #expect(trainer.shares(of: comment(pairs, decision: .belongs(9)), under: .standard) == [0, 1_000_000])
        #expect(trainer.shares(of: comment(pairs, decision: .belongsNot([7])), under: .standard) == [0, 500_000])
    }

    /// Same name: (20 · 2^−0.6 + 1/2 + 2/3 + 2/3) of (20 + 2) pairs, log2 −0.5498; different names:
    /// (20 · 0.9 · 2^−9 + 1/6) of as many against 0.9 at random, −6.6163.
    @Test func oneStepCountsTheSharesBesideTwentyPairsOfTheModelInUse() {
        let trainer = trainer(table())
        let model = trainer.maximised(trainer.sums(under: .standard))
        #expect(abs(model.nameSame + 550) <= 2)
        #expect(abs(model.nameDifferent + 6_616) <= 3)
        #expect(model.nameFamily == LinkModel.standard.nameFamily)
        #expect(model.productSame == LinkModel.standard.productSame)
    }

    @Test func stepsRepeatUntilNothingMoves() {
        #expect(abs(trainer(table()).trained().nameSame + 604) <= 15)
        let decided = trainer(table(decision: .belongs(1))).trained()
        #expect(abs(decided.nameSame + 626) <= 15)
        // No weight moves by more than four bits, though the reference would go on.
        #expect(decided.nameDifferent == LinkModel.standard.nameDifferent + 4_000)
    }

    @Test func theOrderOfCommentsChangesNothing() {
        #expect(trainer(table()).trained() == trainer(table().reversed()).trained())
    }

    @Test(arguments: [(0, 4_294_967_296), (-1_000, 2_147_483_648), (-500, 3_037_000_500), (-3_250, 451_452_825)])
    func powersAreThoseOfTwo(thousandths: Int, power: Int) {
        #expect(abs(MilliBits.power(thousandths) - power) <= power / 10_000)
    }

    @Test func chancesOfNothingArePowersOfNothing() {
        #expect(MilliBits.power(-32_000) == 0)
        #expect(MilliBits.power(-31_000) == 2)
    }

    @Test func aTrialCountsWhatIsKnown() {
        let strong = pair(3, 9_000, .nameSame)
        let other = pair(4, 8_000, .nameSame)
        var trial = LinkTrial()
        trial.add(
            [
                comment([strong], hardCase: 3), comment([strong], hardCase: 5), comment([strong, other], hardCase: 3),
                comment([strong], decision: .belongsNot([3])), comment([strong, other], decision: .belongsNot([4])),
                comment([strong], fold: 1, hardCase: 3), comment([strong]),
            ],
            fold: 0,
            model: .standard,
            base: .standard
        )
        #expect((trial.right, trial.wrong, trial.missed) == (2, 2, 1))
    }

    @Test func nothingLearntIsNotBetter() {
        let training = LinkTraining(comments: table(), random: random, base: .standard)
        #expect(!training.isBetter)
        #expect(training.comments == 3 && training.decisions == 0)
    }
}

struct LinkModelFileTests {
    @Test func aFileOfWeightsComesBack() throws {
        let training = LinkTraining(comments: [], random: RandomPairs(), base: .standard)
        let text = LinkModelFile.text(of: training, cases: 16, days: 32)
        let (model, rows) = try LinkModelFile.model(Array(text.utf8), version: "koe-3+a")
        #expect(rows == LinkWeight.allCases.count)
        #expect(LinkWeight.allCases.allSatisfy { abs(model[$0] - LinkModel.standard[$0]) <= 3 })
        #expect(model.version == "koe-3+a")
    }

    @Test func rowsChangeTheShippedModel() throws {
        let text = "# mine\nweight\tmilliBits\r\nnameSame\t-250\r\n\nproductOther\t-7000\t-5000\n"
        let (model, rows) = try LinkModelFile.model(Array(text.utf8), version: "mine")
        #expect(rows == 2)
        #expect(model.nameSame == -250 && model.productOther == -7_000)
        #expect(model.nameSlip == LinkModel.standard.nameSlip)
    }

    @Test(arguments: ["nameSame\tmuch", "shoeSize\t1", "nameSame", "nameSame\t20001", "nameSame\t1\nnameSame\t2"])
    func badRowsAreReportedWithTheirLine(rows: String) {
        let error = #expect(throws: LinkageError.self) {
            try LinkModelFile.model(Array("#\n\(rows)\n".utf8), version: "")
        }
        #expect(error?.line == 1 + rows.split(separator: "\n").count)
    }
}
