import Feedback
import Testing

@testable import Scoring

struct MatcherStatesTests {
    static let rows = """
        rep\tclass\tstaff
        customer service desk\tclass\tstaff
        bad *2 <staff>\tphrase\t\t-500\tcourtesy\t-1
        bad\tlemma\t\t-300
        not\tnegator\t\t\t\t\t\t-700
        too late? reply|response\tphrase\t\t-200
        """
    static let texts = [
        "bad customer service desk", "bad, customer service desk", "a bad zzz rep", "a bad zzz zzz rep",
        "a bad zzz zzz zzz rep", "not bad", "too reply, too late response", "bad bad bad customer service",
    ]

    /// "service" and "desk" stand in no element of their own, only behind "customer".
    @Test(arguments: [
        ("bad customer service desk", "bad *2 <staff>"), ("bad customer service", "bad"),
        ("bad zzz zzz customer service desk", "bad *2 <staff>"), ("bad customer zzz desk", "bad"),
    ])
    func wordsThatOnlyFollowOthersAreSeen(text: String, entry: String) throws {
        let score = try Shipped.worker(english: Self.rows).score(text, declaredLanguage: .english)
        #expect(score.evidence.map(\.entry) == [entry])
    }

    @Test func textsBeforeChangeNothing() throws {
        let warm = try Shipped.coldWorker(english: Self.rows)
        for _ in 0..<3 {
            for text in Self.texts {
                let fresh = try Shipped.coldWorker(english: Self.rows).score(text, declaredLanguage: .english)
                #expect(warm.score(text, declaredLanguage: .english) == fresh, "\(text)")
            }
        }
    }

    @Test func stepsAreFoundAfterTheTableGrows() {
        var table = StepTable()
        for number: Int32 in 0..<40_000 { table.insert(number, number % 97, number + 1) }
        #expect(table.count == 40_000)
        // Twice, as what was found of late is found elsewhere.
        for _ in 0..<2 {
            var wrong = 0
            for number: Int32 in 0..<40_000 where table.find(number, number % 97) != number + 1 { wrong += 1 }
            #expect(wrong == 0)
        }
        let unknown = [table.find(40_000, 0), table.find(1, 2)]
        #expect(unknown == [-1, -1])
    }

    @Test func stepsTooLargeForASlotAreNotKept() {
        var table = StepTable()
        table.insert(1 << 21, 0, 1)
        table.insert(0, 0, 1 << 21)
        #expect(table.count == 0)
        let beyond = table.find(1 << 21, 0)
        #expect(beyond == -1)
    }

    /// The signs beside the letters in ASCII are no letters, however many stand in a row.
    @Test(arguments: [
        ("@[`{@[`{@[`{", Language.unknown), ("@[`{@[`z@[`{", .english), ("A@[`{@[`{", .english),
        ("@[`{@[`{@Z", .english), ("12345678", .unknown),
    ])
    func lettersAreCountedInRuns(text: String, language: Language) {
        let found = Array(text.utf8).withUnsafeBufferPointer { LanguageDetector.language(of: $0, declared: nil) }
        #expect(found == language)
    }

    /// What another process reads of a file is the memory of lists compiled before.
    @Test(arguments: texts + ["返事が遅く、三回電話してもつながらない。二度と買わない", "They said Friday. It is Tuesday :("])
    func listsReadBackScoreAsCompiledOnes(text: String) throws {
        let compiled = try Shipped.lexicon.get()
        let bytes = compiled.memory.bytes
        let copy = FlatMemory(byteCount: bytes.count) { $0.copyMemory(from: bytes) }
        let lexicon = try #require(Lexicon(compiled: copy, from: 0))
        let worker = try Scorer(lexicon: lexicon, dictionary: Shipped.dictionary.get()).makeWorker()
        #expect(
            worker.score(text, declaredLanguage: nil) == (try Shipped.coldWorker().score(text, declaredLanguage: nil))
        )
        #expect(lexicon.entryCount == compiled.entryCount)
    }

    @Test func memoryCutShortIsNoLexicon() throws {
        let bytes = try Shipped.lexicon.get().memory.bytes
        for count in [0, 16, 64, bytes.count / 3, bytes.count / 2, bytes.count - 64] {
            let copy = FlatMemory(byteCount: count) { $0.copyBytes(from: bytes.prefix(count)) }
            #expect(Lexicon(compiled: copy, from: 0) == nil)
        }
    }
}
