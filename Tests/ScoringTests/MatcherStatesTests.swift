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

    /// The terms of a text that repeats itself ask for one step all at once, before any of them knows it.
    @Test func stepThatIsAskedForAgainIsKeptOnce() throws {
        let lexicon = try Shipped.lexicon.get()
        var states = MatcherStates(lexicon: try #require(lexicon[.english]), records: lexicon.records)
        for _ in 0..<3 { #expect(states.next(MatcherStates.dead, 0) == MatcherStates.dead) }
        #expect(states.steps.count == 1)
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

    /// Words of the rows and others, gaps of every width: whatever is remembered, a worker that remembers nothing agrees.
    @Test func textsOfAnyWordsScoreAsForANewWorker() throws {
        let rows = Self.rows + "\nnever *9 helped|called back\tphrase\t\t-600\tspeed\t-1\nreply *5 reply\tphrase\t\t300"
        let words =
            ["bad", "rep", "customer", "service", "desk", "not", "too", "late", "reply", "never", "helped"]
            + ["called", "back", "zzz", "a", "the,"]
        let warm = try Shipped.coldWorker(english: rows)
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var different: [String] = []
        for _ in 0..<150 {
            let text = (0..<next(16) + 2).map { _ in words[next(words.count)] }.joined(separator: " ")
            let first = warm.score(text, declaredLanguage: .english)
            let fresh = try Shipped.coldWorker(english: rows).score(text, declaredLanguage: .english)
            if first != fresh || first != warm.score(text, declaredLanguage: .english) { different.append(text) }
        }
        #expect(different.isEmpty)
    }

    /// Nine words may stand in the gap, which is more than are passed at a time; not ten.
    @Test(arguments: [(0, true), (1, true), (4, true), (5, true), (8, true), (9, true), (10, false)])
    func wideGapsArePassed(width: Int, isFound: Bool) throws {
        let worker = try Shipped.worker(english: "never *9 helped\tphrase\t\t-600\nzzz zzz\tphrase\t\t100")
        let text = (["never"] + Array(repeating: "word", count: width) + ["helped"]).joined(separator: " ")
        #expect(worker.score(text, declaredLanguage: .english).evidence.isEmpty == !isFound)
    }

    @Test func statesAreFoundAmongThoseOfTheirHash() {
        var index = StateIndex()
        for number: Int32 in 0..<20_000 { index.insert(UInt64(number) / 2 &* 0x1_0000_0001, number) }
        var wrong = 0
        for number: Int32 in 0..<20_000
        where index.find(UInt64(number) / 2 &* 0x1_0000_0001, where: { $0 == number }) != number {
            wrong += 1
        }
        #expect(wrong == 0)
        #expect(index.find(3, where: { _ in false }) == nil)
        #expect(index.find(30_000, where: { _ in true }) == nil)
    }

    @Test func stepsAreFoundAfterTheTableGrows() {
        var table = StepTable()
        for number: Int32 in 0..<40_000 { table.insert(number, number % 97, number + 1) }
        #expect(table.count == 40_000)
        var wrong = 0
        for number: Int32 in 0..<40_000 where table.find(number, number % 97) != number + 1 { wrong += 1 }
        #expect(wrong == 0)
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
