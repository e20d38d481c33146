import Feedback
import Testing

@testable import Scoring

struct ConditionTests {
    @Test(arguments: [
        "Please be more polite.", "I wish the staff were friendly.", "If only they were helpful.",
        "It would be nice if they were polite.", "They should have been helpful.", "It could have been great.",
        "I would like a quick reply.", "Could you give me good service?", "Can you help me?", "Please reply quickly.",
        "They should be more friendly.", "You need to be nicer.", "I hope to get a good answer.",
        "I was expecting good service.", "Would you be so kind?", "please help",
        "I would like to get excellent service",
        "Is there any good agent?", "supposed to be fast", "It would be great to have live chat.",
    ])
    func wishesAreNotPraise(text: String) throws {
        let worker = try Shipped.worker()
        #expect(worker.valence(text, .english) <= 150, "\(text)")
    }

    @Test(arguments: [
        "もう少し丁寧に説明してほしい", "もっと早く対応してほしい", "親切にしてほしかった", "早く返信していただきたい", "改善してほしいです",
        "丁寧に対応していただければと思います", "もう少し安ければ良い", "もっと便利だといい", "説明してくれればいいのに", "もう少し広いと良いです",
        "きれいにしてください", "早く直してください", "親切な対応を望みます", "丁寧に対応すべきだ", "もう少し早ければ最高",
        "連絡をもらえるとありがたい", "対応してもらいたい", "もう少し美味しければ", "もっと説明があれば", "快適にしてほしい",
    ])
    func wishesAreNotPraiseInJapanese(text: String) throws {
        #expect(try Shipped.worker().sign(text, .japanese) <= 0, "\(text)")
    }

    @Test func aWishedFacetIsMissing() throws {
        let score = try Shipped.worker(
            english: "explained clearly\tphrase\t\t400\texplanation\t1\nshould have\tconditional\t\t-200\t\t\t\t-300",
            japanese: "丁寧に説明する\tphrase\t\t400\texplanation\t1\nてほしい\tconditional\t\t-200\t\t\t\t-300"
        )
        let english = score.score("They should have explained clearly", declaredLanguage: .english)
        #expect(english.facets.map(\.polarity) == [.negative])
        let japanese = score.score("丁寧に説明してほしい", declaredLanguage: .japanese)
        #expect(japanese.facets.map(\.polarity) == [.negative])
        #expect(try #require(japanese.valence) < 0)
    }

    @Test(arguments: [
        "Is this good?", "Are you helpful at all?", "Was that supposed to be friendly?", "Do you call this excellent?",
        "Which one is better?", "Is the service fast?", "good?", "How is that fair?",
    ])
    func praiseInQuestionsIsDoubted(text: String) throws {
        let worker = try Shipped.worker()
        let statement = text.replacing("?", with: ".")
        #expect(worker.valence(text, .english) < max(worker.valence(statement, .english), 1), "\(text)")
    }

    @Test(arguments: ["これは便利？", "親切ですか？", "本当においしいの？", "丁寧でしょうか？", "快適ですか？"])
    func praiseInQuestionsIsDoubtedInJapanese(text: String) throws {
        let worker = try Shipped.worker()
        let statement = text.replacing("？", with: "。")
        #expect(worker.valence(text, .japanese) < max(worker.valence(statement, .japanese), 1), "\(text)")
    }

    @Test(arguments: [
        "Kindly stop disturbing me", "Kindly reply.", "Thank you in advance.", "Best regards", "Dear Sir",
    ])
    func courtesyIsNotPraise(text: String) throws {
        #expect(try Shipped.worker().sign(text, .english) <= 0, "\(text)")
    }

    @Test(arguments: [
        "お世話になっております。", "いつもお世話になっております。", "お手数ですが、ご確認ください。", "恐れ入りますが、教えてください。",
        "よろしくお願いいたします。", "お忙しいところ恐縮ですが", "お疲れ様です。", "宜しくお願いします。",
    ])
    func courtesyIsNotPraiseInJapanese(text: String) throws {
        #expect(try Shipped.worker().sign(text, .japanese) <= 0, "\(text)")
    }

    @Test func thanksForHardWorkIsPraise() throws {
        #expect(try Shipped.worker().sign("Thank you for all your hard work", .english) == 1)
    }

    @Test func thanksAfterAQuestionAreManners() throws {
        let worker = try Shipped.worker()
        let asked = worker.score("Where is my parcel? Thanks", declaredLanguage: .english)
        #expect(asked.rules.contains("courtesy"))
        let askedValence = try #require(asked.valence)
        #expect(worker.valence("Thanks!", .english) > askedValence)
    }
}
