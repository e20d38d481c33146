import Reports
import Testing

/// What is hidden and what is not.
struct MaskingTests {
    @Test(arguments: [
        ("mail jane.doe+x@mail.example.co.jp.", "mail •••@•••."),
        ("ａ＠ｂ", "ａ＠ｂ"),
        ("x@y", "x@y"),
        ("連絡先は taro@example.jp です", "連絡先は •••@••• です"),
        ("03-1234-5678へ", "•••-••••へ"),
        ("(03) 1234-5678", "•••-••••"),
        ("０９０−１２３４−５６７８", "•••-••••"),
        ("09012345678 2回", "•••-•••• 2回"),
        ("0120-123-456", "•••-••••"),
        ("+81 90 1234 5678!", "•••-••••!"),
        ("call 555-010-9999 or 1-800-555-0199", "call •••-•••• or •••-••••"),
        // Visa's published test number, valid by Luhn; and the same with a wrong last digit.
        ("card 4111 1111 1111 1111 ok", "card •••• •••• ok"),
        ("card 4111 1111 1111 1112 ok", "card 4111 1111 1111 1112 ok"),
        ("on 2008-04-05 08:24, 2014/12/20", "on 2008-04-05 08:24, 2014/12/20"),
        ("74.00 became 44.49", "74.00 became 44.49"),
        ("", ""),
    ])
    func personalDataIsHidden(text: String, expected: String) {
        #expect(Masking.standard.masked(text) == expected)
    }

    @Test func orderNumbersFollowTheConfiguredPatterns() throws {
        let masking = try Masking(orderPatterns: ["ORD-[0-9]{4}", "注文番号[0-9]+"])
        #expect(masking.masked("about ORD-1234 and 注文番号77。") == "about •••• and ••••。")
    }

    @Test func badPatternIsRefused() {
        #expect {
            try Masking(orderPatterns: ["ok", "("])
        } throws: { error in
            (error as? ReportError)?.code == .badMaskingPattern && (error as? ReportError)?.place == "\"(\""
        }
    }

    @Test func findsRunOverSegments() {
        let mark = Highlight(kind: .valence, polarity: 1, weight: 1)
        let segments = [
            TextSegment(text: "call 03-12"), TextSegment(text: "34-56", highlight: mark), TextSegment(text: "78 now"),
        ]
        let masked = Masking.standard.masked(segments)
        #expect(masked.map(\.text) == ["call •••-••••", " now"])
    }

    @Test(arguments: [("山田太郎", "山…"), ("jane", "j…"), ("", "…"), (" <b>", "b…"), ("@x", "x…")])
    func namesKeepOneLetter(name: String, expected: String) {
        #expect(Masking.author(name) == expected)
    }

    @Test func nothingPersonalReachesAnyFile() throws {
        for language in ReportLanguage.allCases {
            let files = try ReportRenderer.render(SampleReport.model, language: language, templates: Templates.load())
            for file in files {
                let text = String(decoding: file.bytes, as: UTF8.self)
                for secret in ["山田太郎", "1234-5678", "03-1234", "m.doe", "Mallory", "Pat Doe"] {
                    #expect(!text.contains(secret), "\(file.path)")
                }
            }
        }
    }
}
