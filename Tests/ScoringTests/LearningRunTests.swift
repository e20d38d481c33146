import Feedback
import Testing

@testable import Scoring

struct LearningRunTests {
    private static let shipped = """
        good\tlemma\t\t400
        bad\tlemma\t\t-400
        refund\tlemma\t\t\tremedy\t0
        """

    private func entries() -> [LexiconEntry] {
        LexiconReader().parse(Shipped.file("en/test.tsv", Self.shipped)).entries
    }

    /// "brassy" is praise and "floopy" blame in this company's words.
    private static let texts: [LabelledText] = (0..<240).map { number in
        let openings = ["the seat was", "my phone is", "their app seems", "this box looks"]
        let places = ["at home", "in town", "by the sea", "up north", "on top"]
        let endings = [("brassy", 1), ("floopy", -1), ("here", 0)]
        let (word, label) = endings[number % 3]
        let text = "\(openings[number / 3 % 4]) \(word) \(places[number / 12 % 5]) \(number / 60)"
        return LabelledText(id: "t\(number)", text: text, language: .english, label: label)
    }

    private func run(_ texts: [LabelledText] = Self.texts, isBarred: (String) -> Bool = { _ in false }) throws
        -> LearningRun
    {
        try LearningRun(
            texts: texts,
            language: .english,
            shipped: entries(),
            dictionary: Shipped.dictionary.get(),
            isBarred: isBarred
        )
    }

    private func worker(_ proposal: String) throws -> ScoringWorker {
        let own = LexiconFile(name: "workspace/learnt.tsv", bytes: Array(proposal.utf8))
        let dictionary = try Shipped.dictionary.get()
        let lexicon = try Lexicon(files: [own, Shipped.file("en/test.tsv", Self.shipped)], dictionary: dictionary)
        return try Scorer(lexicon: lexicon, dictionary: dictionary).makeWorker()
    }

    @Test func learnsWordsOfTheHouse() throws {
        let run = try run()
        #expect(run.choice == .cues)
        #expect(run.after.macroF1 > 0.9)
        #expect(run.before.macroF1 < 0.5)
        #expect(run.classCounts == [80, 80, 80])
        #expect(run.cues.contains { $0.term == "brassy" && $0.valence > 0 })
        #expect(run.cues.contains { $0.term == "floopy" && $0.valence < 0 })
        #expect(run.cues.contains { $0.term == "here" && $0.calm > 0 })
        #expect(run.cues.allSatisfy { $0.count >= 4 && $0.foldCount == 5 && $0.strength >= 5 })
        let brassy = try #require(run.cues.first { $0.term == "brassy" })
        #expect(brassy.count == 80 && brassy.trial.texts == 80)
        #expect(brassy.trial.errorsWith <= brassy.trial.errorsWithout)
    }

    @Test func orderOfTextsChangesNoByte() throws {
        let first = try LearningProposal(run: run(), source: "learnt:test").text
        let turned = Array(Self.texts.reversed())
        #expect(try LearningProposal(run: run(turned), source: "learnt:test").text == first)
    }

    @Test func theProposalWorksThroughTheOrdinaryScorer() throws {
        let proposal = try LearningProposal(run: run(), source: "learnt:test").text
        let own = LexiconFile(name: "workspace/learnt.tsv", bytes: Array(proposal.utf8))
        #expect(LexiconReader().parse(own).problems.isEmpty)
        let worker = try worker(proposal)
        #expect(worker.sign("our table was brassy", .english) == 1)
        #expect(worker.sign("our table was floopy", .english) == -1)
        #expect(worker.sign("our table stands here", .english) == 0)
        let right = Self.texts.count { worker.sign($0.text, .english) == $0.label }
        #expect(right > 230)
        for text in Self.texts.prefix(12) {
            let score = worker.score(text.text, declaredLanguage: .english)
            let adjustment = try #require(ScoreAdjustment(own))
            let measure = EnglishScorer.measure.moved(bias: adjustment.bias, neutral: adjustment.neutral)
            #expect(measure.valence(ofSum: Int32(score.sum)) == score.valence)
        }
    }

    @Test func barredWordsAreNotWeighed() throws {
        let run = try run { $0 == "brassy" }
        #expect(!run.cues.contains { $0.term.contains("brassy") })
    }

    /// Labels that go with no word: nothing is proposed, and accepting the list moves nothing.
    @Test func chanceTeachesNothing() throws {
        let texts = (0..<300).map { number in
            let hash = IdentifierHash.value("chance \(number)", salt: "labels")
            let words = ["seat", "phone", "box", "app", "gate", "bag"]
            let text = "\(words[Int(hash >> 20 % 6)]) \(words[Int(hash >> 30 % 6)]) \(number)"
            return LabelledText(id: "", text: text, language: .english, label: Int(hash >> 40 % 3) - 1)
        }
        let run = try run(texts)
        #expect(run.choice != .cues)
        #expect(run.cues.isEmpty)
    }

    @Test func moreTextsThanWantedAreSampledWhateverTheirOrder() throws {
        var options = LearningOptions()
        options.mostTexts = 120
        let dictionary = try Shipped.dictionary.get()
        let runs = try [Self.texts, Self.texts.reversed()].map {
            try LearningRun(
                texts: $0,
                language: .english,
                shipped: entries(),
                dictionary: dictionary,
                options: options
            )
        }
        #expect(runs[0].count == 120)
        #expect(runs[0].cues == runs[1].cues && runs[0].adjustment == runs[1].adjustment)
    }

    @Test func tooLittleIsRefused() {
        let few = Array(Self.texts.prefix(30))
        #expect(throws: LearningError.tooFew(count: 30, needed: 100)) { try run(few) }
        let praise = Self.texts.map { LabelledText(id: $0.id, text: $0.text, language: .english, label: 1) }
        #expect(throws: LearningError.oneSided(label: -1, count: 0, needed: 10)) { try run(praise) }
        let calm = Self.texts.map {
            LabelledText(id: $0.id, text: $0.text, language: .english, label: min(0, $0.label))
        }
        #expect(throws: LearningError.oneSided(label: 1, count: 0, needed: 10)) { try run(calm) }
    }

    @Test func twoClassesNeedNoNeutralOne() throws {
        let run = try run(Self.texts.filter { $0.label != 0 })
        #expect(run.choice == .cues)
        #expect(run.cues.allSatisfy { $0.calm == 0 })
        #expect(run.adjustment.neutral == ScoreAdjustment.shipped(.english).neutral)
    }

    @Test func anAcceptedRowWinsOverAShippedOne() throws {
        let own = Shipped.file("en/own.tsv", "good\tlemma\t\t-300\n")
        let files = [own, Shipped.file("en/test.tsv", Self.shipped)]
        let lexicon = try Lexicon(files: files, dictionary: Shipped.dictionary.get())
        let worker = try Scorer(lexicon: lexicon, dictionary: Shipped.dictionary.get()).makeWorker()
        #expect(worker.sign("good", .english) == -1)
    }

    @Test func aMovedZeroPointStandsInTheEvidence() throws {
        let columns = LexiconReader.columns.joined(separator: "\t")
        let worker = try worker("#language: en\n#bias: -200\n#neutral: 100\n\(columns)\n")
        let score = worker.score("a table", declaredLanguage: .english)
        #expect((score.valence ?? 0) <= -50)
        #expect(score.evidence.map(\.entry) == ["zero point"])
        #expect(score.evidence.map(\.valence) == [-200])
        #expect(worker.sign("good", .english) == 1)
    }

    @Test func wordsAreThoseOfTerms() throws {
        let reader = try LemmaReader(entries: entries(), dictionary: Shipped.dictionary.get())
        #expect(
            reader.words(of: "It's late, don't wait 20 hours!", language: .english)
                == ["it", "is", "late", "do", "not", "wait", "hours"]
        )
        #expect(reader.words(of: "対応が遅い。", language: .japanese) == ["対応", "が", "遅い"])
    }
}
