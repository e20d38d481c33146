import Feedback
import Testing

@testable import Scoring

/// Appointments kept and missed, and rows that other people's doings and other senses of their words must not match.
struct AppointmentTableTests {
    @Test(arguments: ["約束の時間に来た。", "約束の時間に来ました。", "約束の時間に届きました。", "約束の日に届いた。", "約束の時間にちゃんと来ました。"])
    func aKeptAppointmentIsPraise(text: String) throws {
        #expect(try polarities(text, .japanese)[.followThrough] == .positive, "\(text)")
    }

    @Test(arguments: ["約束の時間に来なかった。", "約束の時間を過ぎても来ない。", "指定した時間に届かなかった。", "指定した時間を過ぎて届いた。"])
    func aMissedAppointmentIsBlame(text: String) throws {
        #expect(try polarities(text, .japanese)[.followThrough] == .negative, "\(text)")
    }

    @Test(arguments: [
        ("指定した時間に届いた。", Language.japanese), ("休みの日に来る客が多い。", .japanese),
        ("黙って置いておくだけで部屋が温まる。", .japanese), ("笑いながら済む話です。", .japanese),
        ("よくあることだと思う。", .japanese), ("He refused any payment by card.", .english),
        ("It's the little things that annoy me here.", .english),
        ("Rang around five shops myself before I found it.", .english),
        ("The box was thrown in a puddle.", .english), ("The wireless pad didn't charge anything.", .english),
        ("The bus moved off before I sat down.", .english), ("The beer was cold as ice.", .english),
    ])
    func otherSensesAreNoHandling(text: String, language: Language) throws {
        #expect(try polarities(text, language) == [:], "\(text)")
    }

    @Test func nobodyToTalkToIsBlameAlone() throws {
        #expect(try polarities("日本語で話せるスタッフがいない。", .japanese) == [.access: .negative])
    }

    @Test(arguments: [
        ("You'll regret it.", false), ("You will not love it.", false), ("I need one in my kitchen.", false),
        ("You won't regret it.", true), ("You'll love it.", true), ("Everyone needs one in their kitchen.", true),
    ])
    func adviceRecommendsWhereItPraises(text: String, recommends: Bool) throws {
        let signals = try Shipped.worker().score(text, declaredLanguage: .english).signals.map(\.signal)
        #expect(signals.contains(.recommend) == recommends, "\(text)")
    }

    private func polarities(_ text: String, _ language: Language) throws -> [Facet: Polarity] {
        let facets = try Shipped.worker().score(text, declaredLanguage: language).facets
        return Dictionary(facets.map { ($0.facet, $0.polarity) }) { first, other in first == other ? first : .bare }
    }
}
