import Feedback
import Foundation
import Store
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

    /// Further, then with the brand, then richer, then newer, then by name; whatever the order they come in.
    @Test func theBestVoicesAreKeptInAnyOrder() {
        func voice(_ name: String, _ polarity: Int, brand: Int = 0, richness: Int = 0, _ month: String = "2014-01")
            -> ReportVoices.TellingVoice
        {
            ReportVoices.TellingVoice(
                id: 0,
                voiceID: name,
                month: month,
                polarity: polarity,
                brandPolarity: brand,
                richness: richness
            )
        }
        let voices = [
            voice("furthest", 9_000), voice("brand", 8_000, brand: 5_000), voice("rich", 8_000, richness: 40),
            voice("new", 8_000, "2014-02"), voice("a", 8_000), voice("b", 8_000), voice("against", 8_000, brand: -1),
        ]
        for shift in voices.indices {
            var best = ReportVoices.BestVoices(limit: 5)
            for voice in voices[shift...] + voices[..<shift] { best.add(voice) }
            #expect(best.voices.map(\.voiceID) == ["furthest", "brand", "rich", "new", "a"])
        }
    }
}
