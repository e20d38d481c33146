import Feedback
import Testing

@testable import Scoring

/// Titles are scored with their texts.
struct TitleTests {
    static let rows = """
        was rude	phrase		-500	courtesy	-1
        refunded	lemma		500	remedy	1
        never again	phrase		-600			churn
        """

    private func score(_ title: String, _ text: String) throws -> Score {
        try Shipped.worker(english: Self.rows).score(text, title: title, declaredLanguage: .english)
    }

    @Test func bothAddToTheScoreAndPlacesSayWhich() throws {
        let score = try score("Clerk was rude", "But they refunded me")
        #expect(score.facets.map(\.facet) == [.courtesy, .remedy])
        #expect(
            score.facets.map(\.range) == [
                ByteRange(start: 6, length: 8, isInTitle: true), ByteRange(start: 9, length: 8),
            ]
        )
        #expect(
            score.facets.map { $0.range.words(in: "But they refunded me", title: "Clerk was rude") } == [
                "was rude", "refunded",
            ]
        )
        #expect(score.evidence.map(\.range) == score.facets.map(\.range))
    }

    @Test func aTitleAloneIsScored() throws {
        let score = try score("Never again", "")
        #expect(score.signals.map(\.signal) == [.churn])
        #expect(score.signals.map(\.range) == [ByteRange(start: 0, length: 11, isInTitle: true)])
        #expect(try #require(score.valence) < 0)
    }

    /// "was" ends the title and "rude" begins the text: no phrase stands across both.
    @Test func noPhraseReachesFromTheTitleIntoTheText() throws {
        #expect(try score("How it was", "rude").facets.isEmpty)
    }

    @Test(arguments: ["Clerk was rude", "Clerk was rude…", "Clerk was rude...", " Clerk was rude "])
    func aTitleCutFromTheTextCountsOnce(title: String) throws {
        let whole = try score("", "Clerk was rude and left")
        let titled = try score(title, "Clerk was rude and left")
        #expect(titled == whole)
    }

    @Test func withoutATitleNothingChanges() throws {
        let worker = try Shipped.worker(english: Self.rows)
        let text = "The clerk was rude. Never again."
        #expect(try score("", text) == worker.score(text, declaredLanguage: .english))
    }

    @Test func japaneseTitlesToo() throws {
        let worker = try Shipped.worker(japanese: "返金\tlemma\t\t500\tremedy\t1")
        let score = worker.score("品物は届いた。", title: "返金", declaredLanguage: .japanese)
        #expect(score.facets.map(\.range) == [ByteRange(start: 0, length: 6, isInTitle: true)])
    }

    @Test func aRequestMayBearATitleAlone() throws {
        let request = try ScoreRequest.parse(line: Array(#"{"id":1,"title":"Never again"}"#.utf8), number: 1)
        #expect(request.title == Array("Never again".utf8))
        #expect(request.text.isEmpty)
        let without = try ScoreRequest.parse(line: Array(#"{"id":1,"text":"x","title":null}"#.utf8), number: 1)
        #expect(without.title.isEmpty)
    }

    @Test func aResponseSaysWhatStandsInTheTitle() {
        var score = Score(language: .english, valence: -5)
        let range = ByteRange(start: 3, length: 2, isInTitle: true)
        score.evidence = [Evidence(range: range, entry: "x", valence: -5, rule: "lexicon")]
        var bytes: [UInt8] = []
        ScoreResponse(id: Array("1".utf8), score: score).append(to: &bytes)
        let line = String(decoding: bytes, as: UTF8.self)
        #expect(line.contains(#"{"start":3,"length":2,"in":"title","entry":"x","valence":-5,"rule":"lexicon"}"#))
    }

    /// Comments below an article bear its title, and answers that of what they answer.
    @Test(arguments: [
        (nil, nil, true), ("1", nil, true), ("article", nil, false), (nil, "0", false), ("1", "0", false),
    ])
    func aTitleOfAThreadIsAnothers(threadID: String?, inReplyTo: String?, isOwn: Bool) {
        var comment = Comment(source: "s", externalID: "1", text: "x")
        (comment.title, comment.threadID, comment.inReplyTo) = ("t", threadID, inReplyTo)
        #expect((comment.ownTitle == "t") == isOwn)
    }
}
