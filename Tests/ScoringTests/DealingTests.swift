import Feedback
import Testing

@testable import Scoring

/// Words that look like handling and are about a device, a rival or a mere supposition.
struct DealingTests {
    /// In a text about a thing, what breaks and is mended is nobody's handling.
    @Test(arguments: [
        "クリーナーを使ったらノイズが解消しました。", "フィルムを何度貼り直しても気泡が入る。", "画面が固まって再起動しないと直らない。",
        "インク交換は簡単でした。", "設定は簡単ですぐ使えました。",
    ])
    func devicesAreNotHandled(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .japanese)
        let gated: Set<Facet> = [.resolution, .effort, .prevention, .responsibility, .beyond]
        #expect(score.facets.allSatisfy { $0.polarity == .bare || !gated.contains($0.facet) }, "\(score.facets)")
    }

    @Test(arguments: [
        ("サポートに電話したら、プリンタの不具合が解消しました。", Facet.resolution), ("解約の手続きが簡単でした。", .effort),
        ("無事に解決しました。", .resolution),
    ])
    func peopleHandleThings(text: String, facet: Facet) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .japanese)
        #expect(score.facets.contains { $0.facet == facet && $0.polarity == .positive }, "\(score.facets)")
    }

    @Test(arguments: [
        ("Lyft never answers the phone.", Language.english), ("他社では返金を断られたことがある。", .japanese),
    ])
    func aRivalsHandlingCountsForNothing(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.facets.allSatisfy { $0.polarity == .bare }, "\(score.facets)")
        #expect(score.rules.contains("elsewhere"))
    }

    @Test(arguments: [
        ("Worse than Lyft, nobody answers the phone.", Language.english), ("They never answer the phone.", .english),
        ("返金を断られた。", .japanese),
    ])
    func theCompanysOwnCounts(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.facets.contains { $0.polarity == .negative }, "\(score.facets)")
    }

    @Test(arguments: [
        ("If the driver is late I will cancel.", Language.english), ("もし返金を断られたら困る。", .japanese),
    ])
    func whatIsSupposedCountsForNothing(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.facets.allSatisfy { $0.polarity == .bare }, "\(score.facets)")
    }

    @Test(arguments: [
        "If you can't even answer the phone, close the shop.", "Nobody answered even if I called all day.",
    ])
    func whatHasHappenedIsNotSupposed(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        #expect(score.facets.contains { $0.polarity == .negative }, "\(score.facets)")
    }

    @Test(arguments: [
        ("何回言っても直らない。", Language.japanese), ("以前も指摘したのに改善されていない。", .japanese),
        ("折り返すと言ったのに電話が来ない。", .japanese), ("They didn't look, they billed me for a ride I never took.", .english),
    ])
    func denialOfWhatWasHopedForIsBlame(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.facets.allSatisfy { $0.polarity != .positive }, "\(score.facets)")
        #expect(score.facets.contains { $0.polarity == .negative }, "\(score.facets)")
    }
}
