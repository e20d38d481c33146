import Feedback
import Testing

@testable import Scoring

/// Operators in the gaps of an entry act on it.
///
/// Valences are worked out by hand from the rows below.
struct GapTests {
    static let rows = """
        staff *3 helpful\tphrase\t\t500\tcourtesy\t1
        staff *4 rude\tphrase\t\t-600\tcourtesy\t-1
        very pleased\tphrase\t\t600
        never\tnegator\t\t\t\t\t\t-700
        not\tnegator\t\t\t\t\t\t-700
        very\tintensifier\t\t\t\t\t\t1500
        slightly\tintensifier\t\t\t\t\t\t500
        seemed\thedge\t\t\t\t\t\t600
        could have\tconditional\t\t\t\t\t\t-300
        please\tconditional\t\t\t\t\t\t0
        """

    @Test(arguments: [
        ("staff were helpful", 500, "lexicon"), ("staff were very helpful", 750, "intensifier"),
        ("staff were slightly rude", -300, "diminisher"), ("staff seemed helpful", 300, "hedge"),
        ("staff seemed very helpful", 450, "intensifier+hedge"), ("staff were never helpful", -350, "negation"),
        ("staff never were so helpful", -350, "negation"), ("staff could have been helpful", -150, "condition"),
        // 600 × 0.7, of which negated blame keeps 0.6.
        ("staff were not rude", 252, "negation"), ("staff were not so rude", 252, "negation"),
    ])
    func theyActOnTheEntryAround(text: String, valence: Int, rule: String) throws {
        let score = try Shipped.worker(english: Self.rows).score(text, declaredLanguage: .english)
        #expect(score.evidence.map(\.valence) == [valence])
        #expect(score.evidence.map(\.rule) == [rule])
    }

    @Test func praiseDeniedIsBlameOfTheFacet() throws {
        let score = try Shipped.worker(english: Self.rows).score("staff were never helpful", declaredLanguage: .english)
        #expect(score.facets.map(\.polarity) == [.negative])
    }

    @Test func blameDeniedFarFromItsWordIsStillBlame() throws {
        let text = "staff did not stop being rude"
        let score = try Shipped.worker(english: Self.rows).score(text, declaredLanguage: .english)
        #expect(score.evidence.map(\.valence) == [-600])
        #expect(score.facets.map(\.polarity) == [.negative])
    }

    /// "Please" is "pleased" without its ending, and a word of the entry, so it stands in no gap.
    @Test func aWordOfTheEntryIsNotInItsGap() throws {
        let score = try Shipped.worker(english: Self.rows).score("i am very pleased", declaredLanguage: .english)
        #expect(score.evidence.map(\.valence) == [600])
    }

    @Test func aNegativeWeightSaysTheOpposite() throws {
        let rows = "less\tintensifier\t\t\t\t\t\t-500\nreliable\tlemma\t\t400\tprevention\t1"
        let score = try Shipped.worker(english: rows).score("less reliable", declaredLanguage: .english)
        #expect(score.evidence.map(\.valence) == [-200])
        #expect(score.facets.map(\.polarity) == [.negative])
    }

    private static let optional = "promised *2 a? *2 refund\tphrase\t\t-400\tfollow-through\t-1\n"

    /// Without the optional word, the two gaps are one as wide as both.
    @Test(arguments: [
        ("promised me a full refund", true), ("promised refund", true), ("promised us the whole refund", true),
        ("promised x x x x refund", true), ("promised x x x x x refund", false),
        ("promised x x a x x refund", true), ("promised x x x a x refund", false),
    ])
    func gapsMeetWhereTheWordBetweenThemIsLeftOut(text: String, isFound: Bool) throws {
        let score = try Shipped.worker(english: Self.optional).score(text, declaredLanguage: .english)
        #expect(score.facets.isEmpty != isFound)
    }
}
