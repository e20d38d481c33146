import Feedback
import Testing

struct LanguageTests {
    @Test(arguments: [
        ("The reply was quick.", Language.english), ("返事が早い", .japanese), ("サポート", .japanese), ("", .english),
        // The signs of lists and of drawn-out words are no letters of their own.
        ("・ First point", .english), ("wow ー", .english), ("OK です", .japanese),
    ])
    func lettersTellTheLanguage(text: String, language: Language) {
        #expect(Language.byLetters(of: text) == language)
    }

    @Test func lettersOfOneLanguageAreOfNoOther() {
        let ranges = Language.allCases.flatMap(\.ownLetters)
        for (place, range) in ranges.enumerated() {
            #expect(ranges.dropFirst(place + 1).allSatisfy { !$0.overlaps(range) })
        }
    }

    @Test func whatIsUnknownIsNotScored() {
        #expect(Language.scored == [.japanese, .english])
    }
}
