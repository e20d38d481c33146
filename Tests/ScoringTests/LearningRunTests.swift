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
        let endings = [("brassy", 1), ("floopy", -1), ("here", 0)]
        let (word, label) = endings[number % 3]
        let text = "\(openings[number / 3 % 4]) \(word)"
        return LabelledText(id: "t\(number)", text: text, language: .english, label: label)
    }

    private func run() throws -> LearningRun {
        try LearningRun(
            texts: Self.texts,
            language: .english,
            shipped: entries(),
            dictionary: Shipped.dictionary.get()
        )
    }

    @Test func learnsWordsOfTheHouse() throws {
        let run = try run()
        #expect(run.after.macroF1 > 0.9)
        #expect(run.before.macroF1 < 0.5)
        let valences = Dictionary(uniqueKeysWithValues: run.entries.map { ($0.term, $0.valence) })
        #expect(run.entries.contains { $0.term.contains("brassy") && $0.valence > 0 })
        #expect(run.entries.contains { $0.term.contains("floopy") && $0.valence < 0 })
        #expect(valences["refund"] == nil)
        #expect(run.entries.allSatisfy { $0.count >= 4 && $0.foldCount == 4 })
    }

    @Test func theSameTextsGiveTheSameProposal() throws {
        let first = try LearningProposal(run: run(), source: "learnt:test").text
        #expect(try LearningProposal(run: run(), source: "learnt:test").text == first)
    }

    @Test func theProposalWorksThroughTheOrdinaryScorer() throws {
        let proposal = try LearningProposal(run: run(), source: "learnt:test").text
        let own = LexiconFile(name: "workspace/learnt.tsv", bytes: Array(proposal.utf8))
        #expect(LexiconReader().parse(own).problems.isEmpty)
        let files = [own, Shipped.file("en/test.tsv", Self.shipped)]
        let lexicon = try Lexicon(files: files, dictionary: Shipped.dictionary.get())
        let worker = try Scorer(lexicon: lexicon, dictionary: Shipped.dictionary.get()).makeWorker()
        #expect(worker.sign("our table was brassy", .english) == 1)
        #expect(worker.sign("our table was floopy", .english) == -1)
    }

    @Test func anAcceptedRowWinsOverAShippedOne() throws {
        let own = Shipped.file("en/own.tsv", "good\tlemma\t\t-300\n")
        let files = [own, Shipped.file("en/test.tsv", Self.shipped)]
        let lexicon = try Lexicon(files: files, dictionary: Shipped.dictionary.get())
        let worker = try Scorer(lexicon: lexicon, dictionary: Shipped.dictionary.get()).makeWorker()
        #expect(worker.sign("good", .english) == -1)
    }

    @Test func aMovedZeroPointStandsInTheEvidence() throws {
        let text = "#language: en\n#bias: -200\n#neutral: 100\n" + LexiconReader.columns.joined(separator: "\t") + "\n"
        let own = LexiconFile(name: "workspace/own.tsv", bytes: Array(text.utf8))
        let files = [own, Shipped.file("en/test.tsv", Self.shipped)]
        let lexicon = try Lexicon(files: files, dictionary: Shipped.dictionary.get())
        let worker = try Scorer(lexicon: lexicon, dictionary: Shipped.dictionary.get()).makeWorker()
        let score = worker.score("a table", declaredLanguage: .english)
        #expect((score.valence ?? 0) <= -50)
        #expect(score.evidence.map(\.entry) == ["zero point"])
        #expect(score.evidence.map(\.valence) == [-200])
        #expect(worker.sign("good", .english) == 1)
    }

    @Test func wordsAreThoseOfTerms() throws {
        let lexicon = try Lexicon(
            files: [Shipped.file("en/test.tsv", Self.shipped)],
            dictionary: Shipped.dictionary.get()
        )
        let reader = try LemmaReader(Scorer(lexicon: lexicon, dictionary: Shipped.dictionary.get()))
        #expect(
            reader.runs(of: "It's late, don't wait 20 hours!", language: .english)
                == [["it", "is", "late"], ["do", "not", "wait", "<number>", "hours"]]
        )
        #expect(reader.runs(of: "対応が遅い。", language: .japanese) == [["対応", "が", "遅い"]])
    }
}
