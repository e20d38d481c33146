import Feedback
import Foundation
import Testing

@testable import Reporting

/// Which voices and which words of them stand as evidence.
struct EvidenceTests {
    @Test func aFewOfManyAreTakenAtEvenDistances() {
        #expect(EvenChoice.places(3, of: Array(0...10)) == [0, 5, 10])
        #expect(EvenChoice.places(4, of: Array(0...10)) == [0, 3, 6, 10])
        #expect(EvenChoice.places(5, of: [7, 8]) == [7, 8])
        #expect(EvenChoice.places(1, of: [7, 8]) == [7])
    }

    /// 「い。」 is six bytes; the mention at 12 is shown from its sentence at 9 where only ten bytes fit.
    @Test func longTextIsQuotedFromTheSentenceOfTheMention() {
        let text = "あい。うえ。"
        #expect(QuoteStart.place(in: text, of: ByteRange(start: 12, length: 3), limit: 10) == 9)
        #expect(QuoteStart.place(in: text, of: ByteRange(start: 12, length: 3), limit: 15) == 0)
        #expect(QuoteStart.place(in: text, of: ByteRange(start: 0, length: 3), limit: 3) == 0)
        let sentence = "a very long sentence about a parcel"
        #expect(QuoteStart.place(in: sentence, of: ByteRange(start: 29, length: 6), limit: 10) == 29)
        #expect(QuoteStart.place(in: "ok", of: ByteRange(start: 90, length: 6), limit: 1) == 0)
    }

    @Test func quoteBeginsInsideTheText() {
        let segments = TextHighlights.segments(
            of: "One. Two. Three.",
            score: Score(language: .english, valence: nil),
            from: 5,
            limit: 4
        )
        #expect(segments.map(\.text) == ["Two."])
    }
}
