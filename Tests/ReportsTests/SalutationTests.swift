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
    ])
    func knownNamesAreHidden(text: String, expected: String) {
        #expect(masking.masked(text) == expected)
    }

    @Test(arguments: [
        "お客様の声", "皆さん、皆様", "店の皆さんへ", "王様", "たくさんの仕様、模様", "鈴木さん", "田中様", "林の中", "若林さんではない",
        "Hi everyone,", "Dear Sir or Madam", "Dear Support Team", "Hi Bob,", "Jane said hi", "This is not Smith",
    ])
    func otherWordsStay(text: String) {
        #expect(masking.masked(text) == text)
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
