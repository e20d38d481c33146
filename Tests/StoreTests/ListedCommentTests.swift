import Feedback
import GRDB
import Testing

@testable import Store

/// What stands in the row by which a comment is listed; expected values by hand.
struct ListedCommentTests {
    private static let range = ByteRange(start: 0, length: 4)

    private func measured(_ comment: Feedback.Comment, _ score: Score? = nil) throws -> MeasuredComment {
        try KoeDatabase.inMemory().write { db in
            _ = try CommentTable.store([comment], in: db)
            if let score {
                let scorer = try ScoreTable.scorerID(version: "1", in: db)
                try ScoreTable.store([(commentID: 1, score: score)], scorerID: scorer, in: db)
            }
            var found: [MeasuredComment] = []
            try MeasuredComments.forEach(in: db, person: { $0 }) { found.append($0) }
            return try #require(found.first)
        }
    }

    private func comment(_ edit: (inout Feedback.Comment) -> Void) -> Feedback.Comment {
        var comment = Feedback.Comment(source: "s", externalID: "1", text: "text")
        edit(&comment)
        return comment
    }

    /// The low end of a scale is one star and the high end five: 7.5 of 0 to 10 are 1 + 4 × .75.
    @Test(
        arguments: [
            (7_500, 0, 10, 4_000), (1_000, 1, 5, 1_000), (5_000, 1, 5, 5_000), (4_500, 1, 5, 4_500),
            (2_000, 1, 7, 1_666),
        ]
    )
    func starsOfAnyScale(thousandths: Int, low: Int, high: Int, stars: Int) throws {
        let scale = try #require(RatingScale(low: low, high: high))
        let rated = comment { $0.rating = Rating(thousandths: thousandths, scale: scale) }
        #expect(ListedComment(try measured(rated)).stars == stars)
        #expect(ListedComment(try measured(comment { _ in })).stars == nil)
    }

    /// An entry that looks like a mention names nothing.
    @Test func facetsByPolarityAndSignals() throws {
        func mention(_ facet: Facet, _ polarity: Polarity, _ entry: String = "word") -> FacetMention {
            FacetMention(facet: facet, polarity: polarity, range: Self.range, entry: entry)
        }
        let score = Score(
            language: .english,
            valence: nil,
            facets: [
                mention(.courtesy, .positive), mention(.speed, .negative, #""name":"access","polarity":1,"#),
                mention(.courtesy, .negative), mention(.followThrough, .bare),
            ],
            signals: [SignalMention(signal: .crossBuy, range: Self.range, entry: "churn")]
        )
        let listed = ListedComment(try measured(comment { _ in }, score))
        #expect(listed.praise == [.courtesy] && listed.blame == [.courtesy, .speed])
        #expect(listed.named == [.followThrough] && listed.signals == [.crossBuy] && listed.language == .english)
    }

    /// Without a time, a brand and a channel.
    @Test func whatIsMissingHasItsPlace() throws {
        let listed = ListedComment(try measured(comment { _ in }))
        #expect(listed.brand == "" && listed.channel == "unknown" && listed.postedAt == -9_007_199_254_740_992)
        #expect(listed.voiceID == nil && listed.measures == 0 && !listed.isLinked)
    }

    /// Bits: 1 counted, 2 support, 4 brand, 8 × 2^n for the nth facet; 2^30 at one comment of the voice.
    @Test func commentsStandUnderTheirVoice() throws {
        var voice = VoiceRow(voiceID: "v", brand: "Lotte", month: "2014-01", supportBasis: "facets", brandBasis: "none")
        (voice.channel, voice.version, voice.supportPolarity) = ("call", "2", 0)
        (voice.facets, voice.memberIDs) = (#"{"access":-10000,"beyond":0}"#, [9, 1])
        let own = ListedComment(try measured(comment { ($0.brand, $0.product) = ("Meiji", "Timer") }))
        func listed() throws -> [ListedComment] {
            try ListedComment.comments(of: voice, id: 7, among: [1: own, 2: own])
        }
        let rows = try listed()
        #expect(rows.map(\.commentID) == [1])
        let row = try #require(rows.first)
        #expect(row.brand == "Lotte" && row.month == "2014-01" && row.channel == "call" && row.voiceID == 7)
        #expect(row.product == nil && row.version == "2")
        #expect(row.measures == 1 | 2 | 8 << 1 | 8 << 10 | 1 << 30)
        voice.memberIDs = [1, 0]
        #expect(try listed().map(\.measures) == [1 | 2 | 8 << 1 | 8 << 10])
        voice.isCounted = false
        #expect(try listed().map(\.measures) == [0])
    }
}
