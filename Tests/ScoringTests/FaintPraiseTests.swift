import Feedback
import Testing

@testable import Scoring

/// English turns of phrase whose sign is not that of their words.
struct FaintPraiseTests {
    static let signs: [(String, Int)] = [
        ("I cannot recommend them highly enough.", 1), ("We can't recommend this shop highly enough!", 1),
        ("I cannot praise the team highly enough.", 1), ("I have yet to be disappointed.", 1),
        ("We have yet to have a single problem.", 1), ("You can hardly fault them.", 1),
        ("There is hardly any fault to find.", 1), ("The least helpful staff I have met.", -1),
        ("He was the least friendly agent of all.", -1), ("It's the least reliable line.", -1),
        ("I cannot recommend them enough.", 1), ("I can't recommend them enough.", 1),
        ("It was the least expensive plan.", 1), ("It was the least painful repair ever.", 1),
        // The same words the other way round.
        ("It was not in the least expensive.", 1), ("It is expensive.", -1),
        ("I cannot recommend them.", -1), ("They have yet to reply.", -1), ("I have yet to be refunded.", -1),
        ("The staff were at least helpful.", 1), ("I was disappointed.", -1), ("They were unhelpful.", -1),
        ("It is all their fault.", -1), ("The staff were helpful.", 1),
    ]

    @Test(arguments: signs)
    func textsHaveTheirSign(text: String, sign: Int) throws {
        #expect(try Shipped.worker().sign(text, .english) == sign, "\(text)")
    }

    @Test(arguments: ["It's not that they were unhelpful.", "It is not that he was rude."])
    func whatIsNotClaimedIsNoComplaint(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        #expect((score.valence ?? 0) >= 0, "\(text): \(score.valence ?? 0)")
        #expect(score.facets.allSatisfy { $0.polarity != .negative }, "\(text)")
    }

    /// Rows are cut as texts are, whichever spelling they are written in.
    @Test(arguments: ["they cannot brassy", "they can not brassy", "they cant brassy", "they can't brassy"])
    func rowsMayHoldVariants(text: String) throws {
        for term in ["cannot brassy", "can not brassy", "cant brassy", "=cannot =brassy"] {
            let rows = "cannot\tvariant\tcan not\ncant\tvariant\tcan not\n\(term)\tphrase\t\t400\n"
            #expect(try Shipped.worker(english: rows).sign(text, .english) == 1, "\(term): \(text)")
        }
    }

    /// Words written as one are found by the entries that hold them apart.
    @Test(arguments: [
        ("I cannot recommend it highly enough.", "I can not recommend it highly enough."),
        ("im a big fan of them", "i am a big fan of them"), ("they dont care", "they do not care"),
    ])
    func spellingsOfTwoWordsAreRead(one: String, two: String) throws {
        let worker = try Shipped.worker()
        #expect(
            worker.score(one, declaredLanguage: .english).evidence.map(\.entry)
                == worker.score(two, declaredLanguage: .english).evidence.map(\.entry)
        )
    }
}
