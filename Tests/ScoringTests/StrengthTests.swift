import Feedback
import Testing

@testable import Scoring

struct StrengthTests {
    @Test(
        arguments: ["very", "really", "extremely", "absolutely", "so", "super", "incredibly", "truly"],
        ["helpful", "friendly", "rude", "disappointed", "impressed"]
    )
    func intensifiersStrengthen(adverb: String, word: String) throws {
        let worker = try Shipped.worker()
        let plain = worker.valence("They were \(word)", .english)
        let strong = worker.valence("They were \(adverb) \(word)", .english)
        #expect(abs(strong) >= abs(plain), "\(adverb) \(word)")
        #expect(strong.signum() == plain.signum(), "\(adverb) \(word)")
    }

    @Test(
        arguments: ["slightly", "somewhat", "a bit", "a little", "kind of", "sort of", "mildly", "partly"],
        ["rude", "disappointed", "annoyed", "confusing", "helpful"]
    )
    func diminishersWeaken(adverb: String, word: String) throws {
        let worker = try Shipped.worker()
        let plain = worker.valence("They were \(word)", .english)
        let weak = worker.valence("They were \(adverb) \(word)", .english)
        #expect(abs(weak) < abs(plain), "\(adverb) \(word)")
    }

    @Test(
        arguments: ["とても", "非常に", "本当に", "すごく", "かなり", "大変", "めっちゃ", "極めて"],
        ["丁寧だった", "親切だった", "不親切だった", "快適だった", "残念だった"]
    )
    func intensifiersStrengthenInJapanese(adverb: String, word: String) throws {
        let worker = try Shipped.worker()
        let plain = worker.valence("\(word)", .japanese)
        let strong = worker.valence("\(adverb)\(word)", .japanese)
        #expect(abs(strong) >= abs(plain), "\(adverb)\(word)")
        #expect(strong.signum() == plain.signum(), "\(adverb)\(word)")
    }

    @Test(
        arguments: ["少し", "やや", "ちょっと", "多少", "若干", "少々", "いささか", "まあまあ"],
        ["不便だった", "残念だった", "不親切だった", "不満だった", "不快だった"]
    )
    func diminishersWeakenInJapanese(adverb: String, word: String) throws {
        let worker = try Shipped.worker()
        #expect(
            abs(worker.valence("\(adverb)\(word)", .japanese)) <= abs(worker.valence(word, .japanese)),
            "\(adverb)\(word)"
        )
    }

    @Test(arguments: ["helpful", "friendly", "rude", "excellent", "disappointed"])
    func capitalsStretchingAndMarksStrengthen(word: String) throws {
        let worker = try Shipped.worker()
        let plain = abs(worker.valence("they were \(word) to me", .english))
        #expect(abs(worker.valence("they were \(word.uppercased()) to me", .english)) > plain)
        #expect(abs(worker.valence("they were \(word) to me!", .english)) > plain)
        #expect(abs(worker.valence("they were \(word) to me!!!", .english)) > plain)
    }

    @Test func allCapitalsIsAHabitNotEmphasis() throws {
        let worker = try Shipped.worker()
        #expect(worker.valence("THEY WERE HELPFUL", .english) == worker.valence("they were helpful", .english))
    }

    @Test(arguments: [("goooood", "good"), ("sooo helpful", "so helpful"), ("baaaad", "bad")])
    func drawnOutWordsAreTheWords(long: String, short: String) throws {
        let worker = try Shipped.worker()
        #expect(worker.sign(long, .english) == worker.sign(short, .english))
        #expect(abs(worker.valence(long, .english)) >= abs(worker.valence(short, .english)))
    }

    @Test(arguments: [("すごーーーい", "すごい"), ("最高ーー", "最高"), ("ひどーい", "ひどい"), ("うれしい〜〜", "うれしい")])
    func drawnOutJapaneseIsTheWord(long: String, short: String) throws {
        let worker = try Shipped.worker()
        #expect(worker.sign(long, .japanese) == worker.sign(short, .japanese))
    }

    static let affixRows = """
        〜やすい\taffix\t\t350
        〜にくい\taffix\t\t-350
        〜すぎる\taffix\t\t-300\t\t\t\t1300
        高い\tlemma\t\t-300
        わかる\tlemma\t\t100
        """

    @Test(arguments: [
        ("使いやすい", 350), ("使いにくかった", -350), ("食べすぎる", -300), ("わかりにくい", -350), ("読みやすかったです", 350),
    ])
    func suffixesJudgeTheirVerb(text: String, sum: Int32) throws {
        let valence = try Shipped.worker(japanese: Self.affixRows).valence(text, .japanese)
        #expect(valence == LanguageRegistry.measure(of: .japanese).valence(ofSum: sum), "\(text)")
    }

    @Test func tooMuchStrengthensAJudgement() throws {
        let score = try Shipped.worker(japanese: Self.affixRows + "\n〜すぎる\taffix\tadj\t-300\t\t\t\t1300")
            .score("高すぎる", declaredLanguage: .japanese)
        #expect(try #require(score.valence) < 0)
    }
}
