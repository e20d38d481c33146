import Feedback
import Testing

@testable import Scoring

/// What rows of kind cue do to scores.
struct LearningCueTests {
    private func worker(_ rows: String, head: String = "", japanese: String = "") throws -> ScoringWorker {
        let columns = LexiconReader.columns.joined(separator: "\t")
        let own = LexiconFile(
            name: "workspace/own.tsv",
            bytes: Array("#language: en\n\(head)\(columns)\n\(rows)".utf8)
        )
        let base = Shipped.file("en/test.tsv", "good\tlemma\t\t400\nnot\tnegator\n")
        let other = Shipped.file("ja/test.tsv", "遅い\tlemma\t\t-400\n" + japanese)
        let dictionary = try Shipped.dictionary.get()
        return try Scorer(lexicon: Lexicon(files: [own, base, other], dictionary: dictionary), dictionary: dictionary)
            .makeWorker()
    }

    private func parts(_ worker: ScoringWorker, _ text: String, _ language: Language = .english) -> [String] {
        worker.score(text, declaredLanguage: language).evidence.map { "\($0.entry) \($0.valence) \($0.rule)" }
    }

    @Test func aCueAddsBesideWhatStandsThere() throws {
        let worker = try worker("good seat\tcue\t\t-150\n")
        #expect(parts(worker, "a good seat") == ["good 400 lexicon", "good seat -150 learnt"])
    }

    @Test func noRuleActsOnACue() throws {
        let worker = try worker("seat\tcue\t\t-150\n")
        #expect(parts(worker, "not a seat") == ["seat -150 learnt"])
    }

    @Test func aCueCountsOnceAText() throws {
        #expect(try parts(worker("seat\tcue\t\t70\n"), "seat by seat") == ["seat 70 learnt"])
    }

    /// 400 − 100 of calm; and never past zero: 400 − 900 is 0.
    @Test(arguments: [(100, 300), (900, 0), (-50, 450)])
    func calmTakesFromTheSize(calm: Int, left: Int) throws {
        let worker = try worker("seat\tcue\t\t\t\t\t\t\(calm)\n")
        let score = worker.score("good seat", declaredLanguage: .english)
        #expect(score.sum == left)
        #expect(score.valence == LanguageRegistry.measure(of: .english).valence(ofSum: Int32(left)))
        #expect(score.evidence.last?.rule == (calm > 0 ? "learnt+calm" : "learnt+stir"))
    }

    /// Both calms are cut by the same share: 400 of 900 goes to 300 and 600 as 133 and 267.
    @Test func partsAddUpToTheSum() throws {
        let worker = try worker("seat\tcue\t\t\t\t\t\t300\nhere\tcue\t\t\t\t\t\t600\n")
        let score = worker.score("good seat here", declaredLanguage: .english)
        #expect(score.evidence.map(\.valence) == [400, -133, -267])
        #expect(score.valence == 0)
    }

    @Test func aNeutralPointBelowOneStirsEveryText() throws {
        let worker = try worker("seat\tcue\t\t-20\n", head: "#bias: 10\n#neutral: -99\n")
        let score = worker.score("seat", declaredLanguage: .english)
        // −20 + 10, and 100 further from zero.
        #expect(score.sum == -110)
        #expect(score.evidence.map(\.valence) == [-20, -90])
        #expect(worker.sign("seat", .english) == -1)
    }

    @Test func wordsAreReadAsTokensAre() throws {
        let worker = try worker("don't go\tcue\t\t-100\n<number> seats\tcue\t\t50\nwhy <question>\tcue\t\t-30\n")
        #expect(parts(worker, "Do not go") == ["don't go -100 learnt"])
        #expect(parts(worker, "20 seats") == ["<number> seats 50 learnt"])
        #expect(parts(worker, "but why?") == ["why <question> -30 learnt"])
        #expect(parts(worker, "do. not go").isEmpty)
    }

    @Test func japaneseCuesAreLemmas() throws {
        let worker = try worker("", japanese: "部屋 は 暗い\tcue\t\t-80\n泊まる\tcue\t\t20\n")
        #expect(parts(worker, "部屋は暗かった", .japanese) == ["部屋 は 暗い -80 learnt"])
        #expect(parts(worker, "また泊まりました", .japanese) == ["泊まる 20 learnt"])
    }

    @Test func rangesAreBytesOfTheText() throws {
        let score = try worker("my seat\tcue\t\t70\n").score("Ünlike MY  seat", declaredLanguage: .english)
        #expect(score.evidence.map(\.range) == [ByteRange(start: 8, length: 8)])
    }

    @Test func theFirstOfEqualCuesCounts() throws {
        #expect(try parts(worker("seat\tcue\t\t70\nseat\tcue\t\t-70\n"), "seat") == ["seat 70 learnt"])
    }

    /// A clause about handling is judged as a text of its own, with the cues that stand in it.
    @Test func cuesCountForHandling() throws {
        let own = "seat\tcue\t\t-200\nslowly\tcue\t\t-300\nagent\tclass\tstaff\n"
        let score = try worker(own).score("bad seat, the agent spoke slowly", declaredLanguage: .english)
        #expect(score.handlingValence == LanguageRegistry.measure(of: .english).valence(ofSum: -300))
        #expect(score.valence == LanguageRegistry.measure(of: .english).valence(ofSum: -500))
    }

    @Test(arguments: ["good|bad", "good?", "=good", "*2 good"])
    func aCueIsPlainWords(term: String) {
        let (entries, problems) = LexiconReader().parse(Shipped.file("en/own.tsv", "\(term)\tcue\t\t10\n"))
        #expect(entries.isEmpty)
        #expect(problems.map(\.column) == [1])
    }

    /// Texts score the same to the byte when a list holds cues that do not occur.
    @Test func textsWithoutCuesStayAsTheyAre() throws {
        let files = try Shipped.files().filter { $0.name.contains("/rules") || $0.name.contains("/signals") }
        let shipped = files.flatMap { LexiconReader().parse($0).entries }
        let rows = [
            LexiconEntry(cue: "zyzzyva", valence: 900, calm: 900, language: .english, line: 1),
            LexiconEntry(cue: "ジジヴァ", valence: 900, calm: 900, language: .japanese, line: 2),
        ]
        var problems: [LexiconProblem] = []
        let dictionary = try Shipped.dictionary.get()
        func worker(_ entries: [LexiconEntry]) throws -> ScoringWorker {
            let lexicon = try Lexicon(entries: entries, dictionary: dictionary, problems: &problems)
            return try Scorer(lexicon: lexicon, dictionary: dictionary).makeWorker()
        }
        let (plain, own) = (try worker(shipped), try worker(rows + shipped))
        for text in ["They never replied, and I loooved it before!", "still on hold for 3 hours :(", "Thanks, but no."]
        {
            #expect(own.score(text, declaredLanguage: .english) == plain.score(text, declaredLanguage: .english))
        }
        for text in ["対応が遅くて残念でした。", "また利用したいです！", "返金されないままです"] {
            #expect(own.score(text, declaredLanguage: .japanese) == plain.score(text, declaredLanguage: .japanese))
        }
    }
}
