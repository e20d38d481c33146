import Feedback
import Testing

@testable import Scoring

struct ContrastTests {
    static let good = ["the agent was friendly", "the staff were helpful", "the product is great", "I love the design"]
    static let bad = ["the delivery was terrible", "the app is awful", "the wait was horrible"]

    @Test(arguments: good, bad)
    func laterClauseDominates(good: String, bad: String) throws {
        let worker = try Shipped.worker()
        for joint in [", but ", ". However, "] {
            #expect(worker.sign(good + joint + bad, .english) == -1, "\(good)\(joint)\(bad)")
            #expect(
                worker.valence(bad + joint + good, .english) > worker.valence(good + joint + bad, .english),
                "\(bad)\(joint)\(good)"
            )
        }
    }

    @Test(arguments: good, bad)
    func concessionWeakensItself(good: String, bad: String) throws {
        let worker = try Shipped.worker()
        for word in ["Although", "Even though"] {
            #expect(worker.sign("\(word) \(good), \(bad).", .english) == -1, "\(word) \(good), \(bad)")
            #expect(
                worker.valence("\(word) \(bad), \(good).", .english) > worker.valence("\(bad). \(good).", .english),
                "\(word) \(bad), \(good)"
            )
        }
    }

    static let goodJapanese = ["部屋は快適です", "店員さんは親切です", "料理はおいしいです", "便利です"]
    static let badJapanese = ["対応が最悪です", "説明が不親切です", "とても不便です"]

    @Test(arguments: goodJapanese, badJapanese)
    func laterClauseDominatesInJapanese(good: String, bad: String) throws {
        let worker = try Shipped.worker()
        for joint in ["が、", "けど、", "けれども、"] {
            #expect(worker.sign(good + joint + bad, .japanese) == -1, "\(good)\(joint)\(bad)")
            #expect(
                worker.valence(bad + joint + good, .japanese) > worker.valence(good + joint + bad, .japanese),
                "\(bad)\(joint)\(good)"
            )
        }
        for joint in ["。しかし、", "。ただ、", "。でも、"] {
            #expect(worker.sign(good + joint + bad, .japanese) == -1, "\(good)\(joint)\(bad)")
        }
    }

    @Test func subjectParticleIsNoContrast() throws {
        let score = try Shipped.worker().score("部屋がとても快適です", declaredLanguage: .japanese)
        #expect(!score.rules.contains("contrast"))
    }

    @Test func weightsAreExact() throws {
        let worker = try Shipped.worker(
            english: "nice\tlemma\t\t400\nslow\tlemma\t\t-400\nbut\tcontrast\t\t\t\t\t\t500",
            japanese: "親切\tlemma\t\t400\n遅い\tlemma\t\t-400\nが\tcontrast\tconjparticle\t\t\t\t\t500"
        )
        #expect(worker.score("nice but slow", declaredLanguage: .english).evidence.map(\.valence) == [200, -400])
        #expect(worker.score("親切ですが遅いです", declaredLanguage: .japanese).evidence.map(\.valence) == [200, -400])
    }
}
