import Feedback
import Testing

@testable import Scoring

/// An entry that loses a word to another may add its facet.
struct BesideTests {
    static let spot = "reversed on the spot\tphrase\t\t400\tspeed\t1"

    private func facets(_ rows: String, _ text: String = "it was reversed on the spot") throws -> [String] {
        try Shipped.worker(english: rows).score(text, declaredLanguage: .english).facets
            .map { "\($0.facet) \($0.polarity) \($0.entry)" }
    }

    @Test func anotherFacetIsKept() throws {
        let rows = Self.spot + "\nit was reversed\tphrase\t\t500\tremedy\t1"
        let score = try Shipped.worker(english: rows).score("it was reversed on the spot", declaredLanguage: .english)
        #expect(score.facets.map(\.facet) == [.speed, .remedy])
        #expect(score.facets.map(\.range) == [ByteRange(start: 7, length: 20), ByteRange(start: 0, length: 15)])
        #expect(score.evidence.map(\.valence) == [400], "it adds no valence")
        #expect(score.evidence.map(\.rule) == ["beside"])
    }

    @Test(arguments: [
        "it was reversed\tphrase\t\t-500\tremedy\t-1", "it was reversed\tphrase\t\t500\tspeed\t1",
        "it was reversed\tphrase\t\t0\tremedy\t0", "it was reversed\tphrase\t\t500\tremedy\t1\t\t\t\t\tgeneral",
        "was reversed on the\tphrase\t\t500\tremedy\t1",
    ])
    func blameBesidePraiseTheSameFacetBareAndGeneralOnesAndThoseWithLittleOfTheirOwnAreNot(row: String) throws {
        #expect(try facets(Self.spot + "\n" + row) == ["speed positive reversed on the spot"])
    }

    @Test func aBlockerHidesAll() throws {
        let rows = "reversed on the spot\tblocker\nit was reversed\tphrase\t\t500\tremedy\t1"
        #expect(try facets(rows).isEmpty)
    }

    @Test func rulesTurnBoth() throws {
        let rows = Self.spot + "\nit was reversed\tphrase\t\t500\tremedy\t1"
        let asked = try facets(rows, "so it was reversed on the spot?")
        #expect(asked == ["speed bare reversed on the spot", "remedy bare it was reversed"])
    }
}
