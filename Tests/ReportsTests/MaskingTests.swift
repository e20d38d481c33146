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

    @Test(arguments: [
        "090 - 1234 - 5678", "090/1234/5678", "090.1234.5678", "０９０－１２３４－５６７８", "０９０　１２３４　５６７８", "090ー1234ー5678",
        "090・1234・5678", "090の1234の5678", "〇九〇一二三四五六七八", "(03) 1234-5678", "（03）1234-5678", "03(1234)5678",
        "03 12345678",
        "+81-90-1234-5678", "＋８１ ９０ １２３４ ５６７８", "+81 (0)90-1234-5678", "81-90-1234-5678", "010-81-90-1234-5678",
        "0081 90 1234 5678", "0466-12-3456", "04992-2-1234", "0120-12-34-56", "01 23 45 67 89", "020 7946 0958",
        "(555) 010-9999", "+1 555 010 9999", "03-1234-5678 内線 12", "03-1234-5678（内線12", "555-010-9999 ext. 42",
        "555-010-9999x42", "09012345678",
    ])
    func phoneNumbersAreHiddenInEverySpelling(number: String) {
        #expect(Masking.standard.masked("電話は\(number)、") == "電話は•••-••••、")
        #expect(Masking.standard.masked("call \(number)") == "call •••-••••")
    }

    // Test numbers that the issuers publish, in groups that people write.
    @Test(arguments: [
        "4111111111111111", "4111-1111-1111-1111", "4111/1111/1111/1111", "41111111 11111111", "3782 822463 10005",
        "3714-496353-98431", "5555.5555.5555.4444", "４１１１　１１１１　１１１１　１１１１", "6011 1111 1111 1117", "3530 1113 3330 0000",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "4111 - 1111 - 1111 - 1111", "3056 9309 0259 04",
    ])
    func cardNumbersAreHiddenInAnyGrouping(number: String) {
        #expect(Masking.standard.masked("card \(number)!") == "card •••• ••••!")
    }

    @Test(arguments: [
        "ｔａｒｏ．ｙａｍａｄａ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ", "taro＠example.jp", "o'brien+shop@mail.example.com", "a_b-c@sub.example.org",
        "jürgen@example.de",
    ])
    func mailAddressesAreHiddenInEitherWidth(address: String) {
        #expect(Masking.standard.masked("宛先は（\(address)）へ") == "宛先は（•••@•••）へ")
    }

    @Test(arguments: [
        "¥12,800 → ¥9,980 (税込)", "$1,299.00 or 1.299,00 €", "2,147,483,647", "2014/12/20 08:24:05", "05/04/2014 10:24",
        "08.05.2014 10:24", "2014-01-20 1000", "2014年12月20日 10時30分", "20141220103000", "10.0.19041.1234",
        "iOS 17.5.1 (21F90)", "v2.10.0-rc.1", "192.168.100.200", "WH-1000XM4 and SM-G960F", "RTX 3080 10GB",
        "AB0123456789",
        "KDL0312345678J", "4901234567894", "3.14159265358979", "0.0123456789", "5@10.00", "@koe_support",
        "1 2 3 4 5 6 7 8 9 10",
        "0 1 2 3 4 5 6 7 8 9 10", "100-200-300", "10:00-18:00", "2009-2014", "1920x1080", "4.5/5.0", "一二三四五",
        "1700000000000",
        "card 4111 1111 1111 1112", "+10 2014-12-20", "3個@1.50",
    ])
    func whatIsNotPersonalStays(text: String) {
        #expect(Masking.standard.masked(text) == text)
        #expect(Masking.standard.masked("それは\(text)です") == "それは\(text)です")
    }

    @Test func aPersonIsHiddenInWhatIsWrittenAboutThem() {
        let masking = Masking.standard.hiding(["山田 太郎", "Will Doe", "will_d"])
        #expect(masking.masked("返品（山田太郎 様、山田より）") == "返品（山…太… 様、山…より）")
        #expect(
            masking.masked("Refund for Will Doe: it will come; Doe agreed, will_d too")
                == "Refund for W…: it will come; D… agreed, w… too"
        )
    }

    @Test(arguments: [
        ("(a+)+$", "a \"$\""), ("(a)\\1", "\\1"), ("a(?=b)", "(?"), ("a{1,9999}", "{ }"), ("[b-a]", "backwards"),
        ("a*", "nothing"),
        ("((((a{64}){64}){64}){64})", "too long"), ("[a", "\"[\""), ("a)", "\")\""), ("*a", "repeats nothing"),
        ("", "nothing"),
    ])
    func patternsThatMayHangOrSayNothingAreRefused(pattern: String, word: String) {
        #expect {
            try Masking(orderPatterns: [pattern])
        } throws: { error in
            (error as? ReportError)?.reason.contains(word) == true
        }
    }

    @Test(arguments: [
        (#"\bORD-\d{6}\b"#, "see ORD-123456.", "see ••••."), (#"\bORD-\d{6}\b"#, "XORD-123456", "XORD-123456"),
        ("(?:A|BC)-[0-9]{2,4}", "A-1 A-12 BC-12345", "A-1 •••• ••••5"), ("[^ ]+-X", "one-X two", "•••• two"),
        (#"注文番号[:：]?\s?\d+"#, "注文番号：１２３です", "••••です"), ("T(KT)?-.1?", "T-x1 TKT-y", "•••• ••••"),
    ])
    func patternsFindTheLongest(pattern: String, text: String, expected: String) throws {
        #expect(try Masking(orderPatterns: [pattern]).masked(text) == expected)
    }

    /// A backtracking search would try 2^40 ways.
    @Test func noPatternHangs() throws {
        let masking = try Masking(orderPatterns: ["(a|aa|a?)+b", "(x+x+)+y"])
        let text = String(repeating: "a", count: 4_000) + String(repeating: "x", count: 4_000)
        #expect(masking.masked(text) == text)
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
