import Feedback
import Testing

@testable import Scoring

/// What is said more exactly, or last, stands against what is said in general, or before.
struct SettlingTests {
    static let rows = """
        great service\tphrase\t\t500\tcourtesy\t1\t\t\t\t\tgeneral
        refund\tlemma\t\t\tremedy\t0
        refunded\tlemma\t\t400\tremedy\t1
        refunded the next day\tphrase\t\t500\tremedy\t1\t\t\t\t\talso=speed+
        lost it without a word\tphrase\t\t-600\tresolution\t-1\t\t\t\t\talso=apology-,explanation-
        not\tnegator\t\t\t\t\t\t-700
        love them\tphrase\t\t500\t\t\tfan
        buy again\tphrase\t\t400\t\t\trepurchase
        cancelled\tlemma\t\t-400\t\t\tchurn
        a scam\tphrase\t\t-700\t\t\tdistrust
        won me back\tphrase\t\t500\t\t\trecovered
        """

    private func score(_ text: String) throws -> Score {
        try Shipped.worker(english: Self.rows).score(text, declaredLanguage: .english)
    }

    @Test(arguments: [
        ("great service", ["courtesy positive"]),
        ("great service, refunded", ["courtesy bare", "remedy positive"]),
        ("refunded. great service", ["remedy positive", "courtesy bare"]),
        ("great service, refund", ["courtesy positive", "remedy bare"]),
    ])
    func aGeneralFacetCountsForWantOfAnExactOne(text: String, expected: [String]) throws {
        #expect(try score(text).facets.map { "\($0.facet) \($0.polarity)" } == expected)
    }

    @Test(arguments: [
        ("refunded the next day", ["remedy positive", "speed positive"]),
        ("lost it without a word", ["resolution negative", "apology negative", "explanation negative"]),
        ("not refunded the next day", ["remedy negative", "speed negative"]),
        ("refunded the next day?", ["remedy bare", "speed bare"]),
    ])
    func anEntryStatesUpToThreeFacetsAndRulesTurnThemAll(text: String, expected: [String]) throws {
        #expect(try score(text).facets.map { "\($0.facet) \($0.polarity)" } == expected)
    }

    @Test func aGeneralFacetKeepsItsValence() throws {
        #expect(try score("great service, refunded").evidence.map(\.valence) == [500, 400])
    }

    @Test(arguments: [
        ("I love them. I cancelled.", [LoyaltySignal.churn]), ("I would buy again. I cancelled.", [.churn]),
        ("I cancelled. I love them.", [.churn, .fan]), ("A scam, but they won me back.", [.recovered]),
        ("I cancelled. They won me back. I love them.", [.recovered, .fan]),
        ("They won me back. I cancelled.", [.recovered, .churn]), ("I love them.", [.fan]),
    ])
    func theLaterSignalStands(text: String, expected: [LoyaltySignal]) throws {
        #expect(try score(text).signals.map(\.signal) == expected)
    }
}
