import Feedback
import Testing

@testable import Scoring

struct ScoringWorkerTests {
    private static let languages: [(String, Language?, Language)] = [
        ("とても丁寧でした", nil, .japanese), ("The staff were kind", nil, .english), ("サポート", nil, .japanese),
        ("対応最悪", nil, .japanese), ("这个产品非常好", nil, .unknown), ("Très bon service, merci à tous", nil, .unknown),
        ("El servicio es muy malo", nil, .unknown), ("Der Service ist nicht gut und sehr langsam", nil, .unknown),
        ("Отличный сервис", nil, .unknown), ("서비스가 좋아요", nil, .unknown), ("12345", nil, .unknown), ("", nil, .unknown),
        ("12345", .english, .english), ("！？", .japanese, .japanese), ("対応最悪", .japanese, .japanese),
        ("Good!!", .japanese, .english), ("とても良い", .english, .japanese), ("iPhoneのsupportは最高", nil, .japanese),
        ("خدمة ممتازة", .english, .unknown), ("USB Type-C対応で便利です", nil, .japanese),
    ]

    @Test(arguments: languages)
    func languageIsReadFromTheScript(text: String, declared: Language?, expected: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: declared)
        #expect(score.language == expected, "\(text)")
        #expect((score.valence == nil) == (expected == .unknown))
    }

    @Test(arguments: [
        "The café’s naïve rep wasn’t helpful", "I’m NOT happy — at all…", "“Great” service, said nobody",
        "So goooood!!!", "re\u{301}fund late",
    ])
    func asciiAndUnicodePathsAgree(text: String) throws {
        let worker = try Shipped.worker()
        let plain = text.replacing("é", with: "e").replacing("ï", with: "i").replacing("’", with: "'").replacing(
            "“",
            with: "\""
        )
        .replacing("”", with: "\"").replacing("—", with: "-").replacing("…", with: ".").replacing("e\u{301}", with: "e")
        let unicode = worker.score(text, declaredLanguage: .english)
        let ascii = worker.score(plain, declaredLanguage: .english)
        #expect(unicode.valence == ascii.valence)
        #expect(unicode.evidence.map(\.entry) == ascii.evidence.map(\.entry))
    }

    @Test(arguments: [
        "The rep was rude 😡 but the refund came quickly!! ★★★☆☆", "対応が遅くて、謝罪もなかった😡。でもｻﾎﾟｰﾄは親切でした！！",
        "&lt;b&gt;awful&lt;/b&gt; http://x.y rude",
        "ｻﾎﾟｰﾄ最悪ｗｗｗ 二度と買わない", "@you was NOT helpful, 1/5 stars",
    ])
    func rangesAreBytesOfTheTextAsGiven(text: String) throws {
        let worker = try Shipped.worker()
        let language: Language = text.utf8.contains { $0 == 0xE3 } ? .japanese : .english
        let bytes = Array(text.utf8)
        let plain = worker.score(text, declaredLanguage: language)
        let padding = language == .japanese ? "　。" : "  . "
        let shifted = worker.score(padding + text, declaredLanguage: language)
        #expect(!plain.evidence.isEmpty)
        for (part, moved) in zip(plain.evidence, shifted.evidence) {
            #expect(part.range.start >= 0 && part.range.end <= bytes.count && part.range.length > 0)
            #expect(String(validating: bytes[part.range.start..<part.range.end], as: UTF8.self) != nil, "whole letters")
            #expect(moved.range.start == part.range.start + padding.utf8.count)
            #expect(moved.entry == part.entry)
        }
    }

    @Test func theTextBeforeDoesNotMatter() throws {
        let texts = ["Rude staff!", "対応が遅い", "", "Great 😀", "☆1", "not good", "文句なし"]
        let worker = try Shipped.worker()
        let inOrder = texts.map { worker.score($0, declaredLanguage: nil) }
        let backwards = texts.reversed().map { worker.score($0, declaredLanguage: nil) }
        #expect(inOrder == backwards.reversed())
        #expect(try texts.map { try Shipped.coldWorker().score($0, declaredLanguage: nil) } == inOrder)
    }

    @Test(
        arguments: [
            [], [0], [0xFF, 0xFE], [0xC3], [0xE3, 0x81], [0xF0, 0x9F, 0x98], [0x41, 0, 0x42], [0xED, 0xA0, 0x80],
            [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        ] as [[UInt8]]
    )
    func malformedTextsAreScoredWithoutACrash(bytes: [UInt8]) throws {
        let worker = try Shipped.worker()
        for language in [Language.japanese, .english] {
            let score = worker.score(bytes + Array(" good 良い ".utf8) + bytes, declaredLanguage: language)
            for part in score.evidence { #expect(part.range.end <= 2 * bytes.count + 13) }
        }
    }

    @Test(arguments: [
        ("good ", Language.english), ("とても良い。", .japanese), ("あ", .japanese), ("ー", .japanese), ("!", .english),
        ("(", .english),
    ])
    func hugeTextsAreScored(piece: String, language: Language) throws {
        // More bytes than MeCab can count in 16 bits.
        let text = String(repeating: piece, count: 70_000 / piece.utf8.count)
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect((-1_000...1_000).contains(try #require(score.valence)))
    }

    @Test(arguments: [
        ("★★★★★", 1), ("★☆☆☆☆", -1), ("★★★☆☆", 0), ("5/5", 1), ("1/5", -1), ("3/5", 0), ("2 out of 5", -1),
        ("4 stars", 1), ("10/10", 1), ("★★★★☆", 1),
    ])
    func ratingsInTheTextCount(text: String, sign: Int) throws {
        let score = try Shipped.worker(
            english: "star\tclass\trule-rating-unit\nout\tlemma\t\t\tspeed\t0\nof\tblocker"
        ).score(text, declaredLanguage: .english)
        #expect(try #require(score.valence).signum() == sign)
        #expect(score.rules == ["rating"])
    }

    @Test(arguments: [("星5", 1), ("星１つです", -1), ("★★★★★", 1), ("☆1", -1), ("星2つ", -1), ("星3", 0)])
    func ratingsInJapaneseCount(text: String, sign: Int) throws {
        let score = try Shipped.worker(japanese: "星\tclass\trule-rating-name").score(text, declaredLanguage: .japanese)
        #expect(try #require(score.valence).signum() == sign)
    }

    @Test func glyphsAreMatchedBeforeWords() throws {
        let worker = try Shipped.worker(
            english:
                "😀\temoji\t\t500\n:)\temoticon\t\t400\n<3\temoticon\t\t600\n:D\temoticon\t\t500\n:3\temoticon\t\t100"
        )
        func entries(_ text: String) -> [String] {
            worker.score(text, declaredLanguage: .english).evidence.map(\.entry)
        }
        #expect(entries("ok 😀") == ["😀"])
        #expect(entries("ok 😀😀😀") == ["😀"])
        #expect(entries("ok :) &lt;3 x") == [":)"])
        #expect(entries("ok <3") == ["<3"])
        #expect(entries("at 10:30") == [])
        #expect(entries("yes :D") == [":D"])
        #expect(entries(":Daniel") == [])
        #expect(entries("http://x/:)") == [])
    }

    @Test func mentionsAndLinksAreNotWords() throws {
        let worker = try Shipped.worker(english: "good\tlemma\t\t400\nunited\tlemma\t\t400")
        #expect(worker.valence("@united @good_shop https://good.com/united", .english) == 0)
        #expect(worker.valence("#good", .english) > 0)
        #expect(worker.score("#SoGoodService", declaredLanguage: .english).evidence.map(\.entry) == ["good"])
    }

    @Test func handlingHasItsOwnValence() throws {
        let worker = try Shipped.worker(
            english:
                "rep\tclass\tstaff\nrude\tlemma\t\t-500\ngreat\tlemma\t\t600\nlate reply\tphrase\t\t-300\tspeed\t-1"
        )
        let mixed = worker.score("The phone is great. The rep was rude.", declaredLanguage: .english)
        #expect(try #require(mixed.handlingValence) < -50)
        #expect(try #require(mixed.valence) > 0)
        #expect(worker.score("The phone is great.", declaredLanguage: .english).handlingValence == nil)
        let facet = worker.score("Great phone. A late reply.", declaredLanguage: .english)
        #expect(facet.handlingValence == LanguageRegistry.measure(of: .english).valence(ofSum: -300))
    }

    @Test(arguments: [
        "The train leaves at five from platform two.", "Please find the invoice number attached.",
        "I bought it last Monday with my sister.",
        "The box has three cables and a manual.", "We stayed for two nights.", "My order number is 4471.",
    ])
    func factsAreNeutral(text: String) throws {
        #expect(try Shipped.worker().sign(text, .english) == 0, "\(text)")
    }

    @Test(arguments: [
        "出張で二泊しました。", "五階の部屋でした。", "先週の月曜日に注文しました。", "注文番号は4471です。", "夕食は七時からでした。", "友人と旅行で利用しました。",
    ])
    func factsAreNeutralInJapanese(text: String) throws {
        #expect(try Shipped.worker().sign(text, .japanese) == 0, "\(text)")
    }

    /// s ∕ √(s² + 1000²) at s = 750 is 0.6; with the zone of 60 drawn to 49 it is 50 + 540 × 950 ∕ 940.
    @Test func sumsAreSquashed() {
        let measure = LanguageRegistry.measure(of: .english)
        #expect(measure.valence(ofSum: 750) == 595)
        #expect(measure.valence(ofSum: -750) == -595)
        #expect(measure.valence(ofSum: 0) == 0)
        #expect(abs(measure.valence(ofSum: 48)) <= 49)
        #expect((1...3_000).allSatisfy { measure.valence(ofSum: $0) >= measure.valence(ofSum: $0 - 1) })
    }

    @Test func evidenceAddsUpToTheValence() throws {
        let worker = try Shipped.worker()
        for text in ["Very rude staff, but the refund was quick!", "I wish the app were faster. Not good."] {
            let score = worker.score(text, declaredLanguage: .english)
            let sum = score.evidence.reduce(0) { $0 + $1.valence }
            #expect(score.valence == LanguageRegistry.measure(of: .english).valence(ofSum: Int32(sum)))
        }
    }
}
