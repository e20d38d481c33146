import Feedback
import Testing

@testable import Linkage
@testable import Reports

/// Names in the data that pages write as words, in both languages.
struct ReasonWordTests {
    private static let rules = [
        "lexicon", "negation", "double-negation", "bare-negation", "absence", "intensifier", "diminisher", "affix",
        "contrast", "condition", "question", "hedge", "courtesy", "irony", "capitals", "repetition", "exclamation",
        "rating", "beside", "no-dealing", "elsewhere", "tone", "broken-promise", "more-than-said", "paid-in-vain",
        "charged-after-cancelling", "run-around", "refused-claim", "same-again", "kept-promise", "lesson-learnt",
        "won-back", "made-good", "at-once",
    ]
    private static let features = [
        "prior", "case-number", "order-number", "handle", "name", "brand", "product", "time", "subject", "quoted",
        "own-cases", "reply", "reply-number", "number-slip", "number-tail", "on-behalf", "author-brand-window",
        "author-variant", "story", "decision",
    ]
    private static let levels: [String] =
        NameLevel.allCases.map(\.rawValue)
        + [NumberLevel.none, .tail, .slip, .part, .exact].map(\.rawValue)
        + [BrandLevel.same, .alike, .unknown, .part, .unlisted, .twin, .other].map(\.rawValue)
        + [ProductLevel.same, .alike, .unknown, .other].map(\.rawValue)
    private static let states = ["applies", "waiting", "overruled", "undone", "erased"]

    private func words(_ phrases: any Phrases) -> [String] {
        Self.rules.map(phrases.rule)
            + Self.features.map(phrases.reason) + Self.levels.map(phrases.likeness)
            + ReviewDecision.Kind.allCases.map { phrases.decision($0.rawValue) }
            + Self.states.map(phrases.decisionState)
    }

    @Test func everyNameIsJapanese() {
        let foreign = words(ReportLanguage.ja.phrases).filter { word in word.contains { $0.isASCII && $0.isLetter } }
        #expect(foreign == [])
    }

    @Test func noNameOfTheDataIsLeftInEnglish() {
        let raw = words(ReportLanguage.en.phrases).filter { $0.isEmpty || $0.contains("-") || $0.contains(":") }
        #expect(raw == [])
    }

    @Test func joinedNamesAreWordsToo() {
        let japanese = ReportLanguage.ja.phrases
        #expect(japanese.rules("negation+intensifier") == "否定、強める語")
        #expect(japanese.comparison("name:same") == "氏名（一致）")
        #expect(japanese.comparison("time") == "日付の近さ")
        #expect(ReportLanguage.en.phrases.comparison("brand:other") == "Brand (another)")
        #expect(japanese.comparison("") == "" && japanese.rules("") == "")
    }
}
