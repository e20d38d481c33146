import Feedback
import GRDB
import Testing

@testable import Store

/// The bits that a list of comments is chosen by.
struct MentionBitsTests {
    private func bits(_ call: String, _ text: String?) throws -> Int? {
        try KoeDatabase.inMemory().read { db in
            try Int.fetchOne(db, sql: "SELECT \(call)", arguments: [text])
        }
    }

    /// By hand: courtesy is the fourth facet and speed the first; an entry that holds a mark in its text names nothing.
    @Test func facetsCountByPolarity() throws {
        let mentions = [
            FacetMention(facet: .courtesy, polarity: .positive, range: ByteRange(start: 0, length: 4), entry: "kind"),
            FacetMention(
                facet: .speed,
                polarity: .negative,
                range: ByteRange(start: 5, length: 4),
                entry: #""name":"access","polarity":1,"#
            ),
            FacetMention(facet: .courtesy, polarity: .negative, range: ByteRange(start: 10, length: 2), entry: "cold"),
            FacetMention(
                facet: .followThrough,
                polarity: .bare,
                range: ByteRange(start: 13, length: 2),
                entry: "promise"
            ),
        ]
        let text = JSONText.encode(mentions)
        #expect(try bits("facetBits(?, 1)", text) == 1 << 3)
        #expect(try bits("facetBits(?, -1)", text) == 1 << 0 | 1 << 3)
        #expect(try bits("facetBits(?, 0)", text) == 1 << 11)
    }

    @Test func signalsAndPolaritiesOfVoices() throws {
        let signals = JSONText.encode([
            SignalMention(signal: .crossBuy, range: ByteRange(start: 0, length: 3), entry: "churn")
        ])
        #expect(try bits("signalBits(?)", signals) == 1 << 4)
        #expect(try bits("votedBits(?)", #"{"access":-10000,"beyond":0}"#) == 1 << 1 | 1 << 10)
    }

    @Test(arguments: [nil, "", "[]", "{}", "\"name\":\"", "[{\"name\":\"spee"])
    func nothingIsNothing(text: String?) throws {
        for call in ["facetBits(?, 1)", "facetBits(?, 0)", "facetBits(?, 2)", "signalBits(?)", "votedBits(?)"] {
            #expect(try bits(call, text) == 0)
        }
    }
}
