import Feedback
import Testing

@testable import Scoring

/// The tokenizer reads short words in one step and all others letter by letter: both must say the same.
struct EnglishTokenizerTests {
    static let rows = """
        good\tlemma\t\t300
        disappointing\tlemma\t\t-400
        rep\tclass\tstaff
        dont\tvariant\tdo not
        do\tlemma\t\t10
        not\tnegator\t\t\t\t\t\t-700
        """
    static let words = [
        "good", "GOOD", "Good", "goood", "gooooood", "aa", "aaa", "a", "rep", "reps", "dont", "DONT", "zzz", "zzzzzzzz",
        "unknown", "sevenlx", "eightlet", "ninelette", "disappointing", "DISAPPOINTING", "disappointting",
        "fifteenletterss", "sixteenletterssx", "seventeenletterss", "thirtytwolettersthirtytwoletters", "naïve", "café",
    ]

    private func tokens(_ text: String) throws -> [Token] {
        let lexicon = try Lexicon(files: [Shipped.file("en/test.tsv", Self.rows)], dictionary: Shipped.dictionary.get())
        return try withExtendedLifetime(lexicon) {
            var view = TextView()
            var list = TokenList()
            var tokenizer = EnglishTokenizer(vocabulary: try #require(lexicon[.english]).vocabulary)
            Array(text.utf8).withUnsafeBufferPointer { raw in
                view.read(raw, writing: EnglishScorer.writing, glyphTable: .empty)
                // Twice, as the second time the words are remembered.
                for _ in 0..<2 {
                    list.removeAll()
                    tokenizer.tokenize(view, raw: raw, into: &list)
                }
            }
            return list.tokens
        }
    }

    /// The word of a tag is read letter by letter.
    @Test(arguments: words)
    func bothWaysOfReadingAWordAgree(word: String) throws {
        let short = try tokens(word)
        let long = try tokens("#" + word)
        #expect(short.map(\.form) == long.map(\.form))
        #expect(short.map(\.classes) == long.map(\.classes))
        #expect(short.map(\.marks) == long.map(\.marks))
        #expect(short.map { $0.start + 1 } == long.map(\.start))
        #expect(short.map { $0.end + 1 } == long.map(\.end))
    }

    @Test(arguments: words)
    func whatFollowsAWordDoesNotChangeIt(word: String) throws {
        let alone = try tokens(word)
        for tail in [" x", ".", "\n", "!", " 5", ", and"] {
            let first = try tokens(word + tail).prefix(alone.count)
            #expect(first.map(\.form) == alone.map(\.form), "\(word)\(tail)")
            #expect(first.map(\.end) == alone.map(\.end), "\(word)\(tail)")
        }
    }

    @Test func bordersNumberClausesAndSentences() throws {
        let found = try tokens("good, good good. good")
        #expect(found.map(\.clause) == [0, 1, 1, 2])
        #expect(found.map(\.sentence) == [0, 0, 0, 1])
    }
}
