import Testing

@testable import Reports

/// Known people are hidden where they are addressed, and nobody else is.
struct SalutationTests {
    private let masking = Masking.standard.knowing([
        "山田太郎", "佐藤 花子", "さくら", "林", "Jane Doe", "SMITH", "@neko_22", "王", "お客様", "皆", "everyone", "Support Team",
    ])

    @Test(arguments: [
        (">山田さん\nありがとう", ">山…さん\nありがとう"),
        ("山田太郎様、お世話になります", "山…様、お世話になります"),
        ("担当の山田様は", "担当の山…様は"),
        ("佐藤　花子 様", "佐… 様"),
        ("花子ちゃんへ", "花…ちゃんへ"),
        ("私はさくらさんに賛成", "私はさ…さんに賛成"),
        ("林さん", "林…さん"),
        (">>neko_22さん", ">>n…さん"),
        ("Hi Jane,", "Hi J…,"),
        ("Hello, jane doe!", "Hello, j…!"),
        ("Dear Mr. Smith: thanks", "Dear Mr. S…: thanks"),
        ("dear Ms Doe", "dear Ms D…"),
        ("I spoke to Mr Smith today", "I spoke to Mr S… today"),
        (">neko_22\nThanks", ">n…\nThanks"), ("Yes.\r\n>> Jane Doe \r\nNo.", "Yes.\r\n>> J… \r\nNo."),
        ("＞山田\n同感です", "＞山…\n同感です"),
    ])
    func knownNamesAreHidden(text: String, expected: String) {
        #expect(masking.masked(text) == expected)
    }

    @Test(arguments: [
        "お客様の声", "皆さん、皆様", "店の皆さんへ", "王様", "たくさんの仕様、模様", "鈴木さん", "田中様", "林の中", "若林さんではない",
        "Hi everyone,", "Dear Sir or Madam", "Dear Support Team", "Hi Bob,", "Jane said hi", "This is not Smith",
        "> Jane said hi", ">Bob", "> 返金", "5 > 林", ">", ">>\nJane Doe", "> お客様",
    ])
    func otherWordsStay(text: String) {
        #expect(masking.masked(text) == text)
    }

    /// Whoever is addressed once in a text is the one who is named in the rest of it.
    @Test(arguments: [
        ("Dear Jane Doe, no. Jane Doe", "Dear J…, no. J…"),
        ("山田太郎様と言われた。山田太郎です", "山…様と言われた。山…です"),
        ("Hi Smith, thanks. Smith helped, a smith did not", "Hi S…, thanks. S… helped, a smith did not"),
    ])
    func addressedNameIsHiddenInTheWholeText(text: String, expected: String) {
        #expect(masking.masked(text) == expected)
    }

    @Test(arguments: [
        ("Dear Mr Tanaka, slow", "Dear Mr T…, slow"), ("Hi Jane Doe!", "Hi J…!"), ("田中様、遅い", "田…様、遅い"),
        ("担当のヤマダさん", "担当のヤ…さん"), ("皆さん、お客様", "皆さん、お客様"), ("Thanks again, dear all", "Thanks again, dear all"),
        ("とてもたくさん買った", "とてもたくさん買った"),
    ])
    func strangersAreHiddenWhereNobodyIsKnown(text: String, expected: String) {
        #expect(Masking.standard.hidingStrangers().masked(text) == expected)
    }

    @Test func nobodyIsHiddenWithoutKnownNames() {
        #expect(Masking.standard.masked("山田さん, Hi Jane") == "山田さん, Hi Jane")
    }

    @Test func whatIsAddressedIsAskedForOnce() {
        #expect(Masking.addressed(in: ["Hi Jane,", "HI JANE!", "山田さん"]) == ["jane", "山田"])
        #expect(Masking.addressed(in: ["お客様", "nothing to see"]).isEmpty)
    }

    @Test func markedNameIsHiddenOverSegments() {
        let mark = Highlight(kind: .valence, polarity: 1, weight: 1)
        let segments = [TextSegment(text: "Dear Mr Sm"), TextSegment(text: "ith, good", highlight: mark)]
        #expect(masking.masked(segments).map(\.text) == ["Dear Mr S…", ", good"])
    }
}
