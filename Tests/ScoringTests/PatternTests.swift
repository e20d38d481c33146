import Feedback
import Testing

@testable import Scoring

struct PatternTests {
    static let rows = """
        rep\tclass\tstaff
        customer service\tclass\tstaff
        <staff> *2 rude\tphrase\t\t-500\tcourtesy\t-1
        refund\tlemma\t\t\tremedy\t0
        too late? reply|response\tphrase\t\t-200
        =waited\tlemma\t\t-300
        good\tlemma\t\t400
        good for nothing\tphrase\t\t-500
        good morning\tblocker
        wait <number> hours\tphrase\t\t-400
        left\tlemma\t\t-100
        leave\tlemma\t\t-200
        """

    private func entries(_ text: String) throws -> [String] {
        let score = try Shipped.worker(english: Self.rows).score(text, declaredLanguage: .english)
        return score.evidence.map(\.entry) + score.facets.map(\.entry).filter { $0 == "refund" }
    }

    @Test(arguments: [
        ("the rep was rude", ["<staff> *2 rude"]), ("rep was so rude", ["<staff> *2 rude"]),
        ("rep rude", ["<staff> *2 rude"]),
        ("rep was so very rude", []), ("customer service was rude", ["<staff> *2 rude"]), ("rep, rude", []),
        ("rep. rude", []),
        ("reps were rude", ["<staff> *2 rude"]), ("reply", []), ("too reply", ["too late? reply|response"]),
        ("too late reply", ["too late? reply|response"]),
        ("too late response", ["too late? reply|response"]), ("refunded", ["refund"]), ("refunds", ["refund"]),
        ("waited", ["=waited"]),
        ("wait", []), ("waiting", []), ("good", ["good"]), ("good for nothing", ["good for nothing"]),
        ("good morning", []),
        ("wait 3 hours", ["wait <number> hours"]), ("waited 12 hours", ["wait <number> hours"]), ("left", ["left"]),
        ("leaving", ["leave"]), ("leaves", ["leave"]), ("goods", []), ("disgood", []), ("GOOD", ["good"]),
        ("#good", ["good"]),
    ])
    func englishTermsMatch(text: String, expected: [String]) throws {
        #expect(try entries(text) == expected, "\(text)")
    }

    @Test(arguments: [
        ("対応が遅い", -400), ("対応が遅かった", -400), ("対応が遅かったです", -400), ("対応は遅い", 0), ("ご対応が遅くて", -400),
        ("返金されなかった", -300), ("返金されません", -300), ("返金されませんでした", -300), ("返金されず", -300), ("返金された", 0),
        ("店員が親切", 500), ("店員さんはとても親切", 500), ("スタッフがいつも本当に親切", 500), ("店員。親切", 0), ("食べた", 100), ("食べる", 0),
        ("ｻﾎﾟｰﾄが親切", 0), ("３日待った", -200), ("10日待った", -200), ("見てる", 250), ("見ている", 250),
    ])
    func japaneseTermsMatch(text: String, sum: Int32) throws {
        let worker = try Shipped.worker(
            japanese: """
                ます\tvariant\t_
                ん:aux\tvariant\tない
                ぬ:aux\tvariant\tない
                ず:aux\tvariant\tない
                てる\tvariant\tて いる
                お:prefix\tvariant\t_
                ご:prefix\tvariant\t_
                店員\tclass\tstaff
                スタッフ\tclass\tstaff
                対応が遅い\tphrase\t\t-400
                返金 する れる ない\tphrase\t\t-300
                <staff> *5 親切\tphrase\t\t500
                =食べた\tphrase\t\t100
                <number> 日 待つ\tphrase\t\t-200
                見る て いる\tphrase\t\t250
                """
        )
        #expect(worker.valence(text, .japanese) == JapaneseScorer.measure.valence(ofSum: sum), "\(text)")
    }

    @Test(arguments: [
        ("study", ["studies", "studied", "studying"]), ("stop", ["stops", "stopped", "stopping"]),
        ("rude", ["rudes", "ruded", "ruding", "ruder", "rudest"]), ("fix", ["fixes", "fixed", "fixing"]),
        ("lie", ["lies", "lied", "lying"]), ("good", []), ("the", []), ("new", []), ("big", ["bigger", "biggest"]),
        ("take", ["takes", "took", "taken", "taking"]), ("refuse", ["refuses", "refused", "refusing"]),
    ])
    func inflectionsFollowTheRules(word: String, expected: [String]) {
        for form in expected { #expect(Inflection.forms(of: word).contains(form), "\(form)") }
        if expected.isEmpty { #expect(Inflection.forms(of: word).isEmpty) }
    }

    @Test(arguments: [
        ("disappointment", "appointment"), ("unhelpful", "helpful"), ("goodness", "good"), ("evening", "even"),
    ])
    func wordsAreNeverCutToStems(text: String, entry: String) throws {
        let worker = try Shipped.worker(english: "\(entry)\tlemma\t\t500")
        #expect(worker.valence(text, .english) == 0)
    }
}
