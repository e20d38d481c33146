import Testing

@testable import Scoring

/// English words must be as many as foreign ones, of which one alone tells nothing; by hand.
struct EnglishFunctionWordsTests {
    private func prevail(_ text: String, accented: Int = 0) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { EnglishFunctionWords.prevail(in: $0, accented: accented) }
    }

    @Test(arguments: [
        ("", true), ("das", true), ("das und", false), ("Das,UND", false), ("das und the is", true),
        ("das und the", false), ("1das2und3", false), ("das und ist the is", false), ("nicht das tidak", false),
        ("the das und of", true), ("dasund", true), ("das undundund", true), ("das und theology isotherms", false),
        ("dasé undé", false), ("das                    und", false), ("............das und", false),
    ])
    func wordsAreCounted(text: String, isEnglish: Bool) {
        #expect(prevail(text) == isEnglish)
    }

    @Test(arguments: [(0, true), (1, true), (2, false)])
    func accentedLettersCountAsForeignWords(accented: Int, isEnglish: Bool) {
        #expect(prevail("lorem", accented: accented) == isEnglish)
    }

    /// What stands beyond 2,000 bytes counts for nothing, and a word that reaches there is cut.
    @Test(arguments: [(1_990, false), (1_993, false), (1_994, true), (1_997, true), (2_000, true)])
    func textsAreReadUpToABound(before: Int, isEnglish: Bool) {
        #expect(prevail(String(repeating: ".", count: before) + "das und") == isEnglish)
        #expect(prevail(String(repeating: ".", count: before) + "das und und und") == (before > 1_993 && isEnglish))
    }
}
