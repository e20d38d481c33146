import Feedback
import Testing

@testable import Scoring

struct TextViewTests {
    private func view(_ text: String, _ language: Language) -> TextView {
        var view = TextView()
        let writing = LanguageRegistry.scorer(of: language)?.writing ?? Writing()
        Array(text.utf8).withUnsafeBufferPointer { view.read($0, writing: writing, glyphTable: .empty) }
        return view
    }

    private func normal(_ text: String, _ language: Language) -> String {
        String(decoding: view(text, language).normalised, as: UTF8.self)
    }

    @Test(arguments: [
        ("ＡＢＣ１２３", "abc123"), ("ｻﾎﾟｰﾄ", "サポート"), ("ﾊﾞｯｸﾞ", "バッグ"), ("か\u{3099}", "が"), ("は\u{309A}", "ぱ"),
        ("すごーーい", "すごい"), ("サーーービス", "サービス"), ("すご〜い", "すごい"), ("すご～い", "すごい"), ("！！！", "！"), ("!!", "！"),
        ("面白いwww", "面白い "), ("\u{3000}", " "), ("｡｢｣､･", "。「」、・"), ("ヴ", "ヴ"), ("ｳﾞ", "ヴ"),
    ])
    func japaneseIsBroughtToOneSpelling(given: String, expected: String) {
        #expect(normal(given, .japanese) == expected)
    }

    @Test(arguments: [
        ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("don’t", "don't"), ("“Hi”", "\"hi\""), ("naïve", "naive"),
        ("a &amp; b", "a & b"), ("&lt;3", "<3"), ("it&#39;s", "it's"), ("&#x41;", "a"), ("<br/>x", "\nx"),
        ("<b>x</b>", " x "),
        ("see http://a.b/c?d now", "see   now"), ("@united hi", "  hi"), ("www.x.com", " "), ("ok!!!", "ok!"),
        ("a\u{200B}b", "ab"), ("a\u{FEFF}b", "ab"), ("x—y", "x - y"), ("\u{0}x", " x"), ("I ♻ x", "i   x"),
        ("@ home", "@ home"), ("&nope x", "&nope x"),
    ])
    func englishIsBroughtToOneSpelling(given: String, expected: String) {
        #expect(normal(given, .english) == expected)
    }

    /// Wide letters are read one by one, narrow ones eight at a time.
    @Test(arguments: ["a", "Seven77", "EIGHT888", "ninelette", "Sixteen16letters", "seventeenLetters1 and more"])
    func wideAndNarrowLettersAreReadAlike(text: String) {
        let wide = String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { Unicode.Scalar($0.value == 0x20 ? 0x3000 : $0.value + 0xFEE0) }
            )
        )
        #expect(normal(wide, .english) == normal(text, .english))
        #expect(normal(text, .english) == text.lowercased())
    }

    @Test(arguments: [
        "> old complaint\nnew text", "On Monday, 3 May 2021, Support wrote:\n> terrible\nnew text",
    ])
    func quotedHistoryIsCut(text: String) {
        #expect(!normal(text, .english).contains("terrible"))
        #expect(!normal(text, .english).contains("complaint"))
        #expect(normal(text, .english).contains("new text"))
    }

    @Test func namesAfterAnAngleAreKept() {
        #expect(normal(">太郎さん 同感です", .japanese).contains("太郎さん"))
    }

    @Test(arguments: [
        "Cafe\u{301} ｻﾎﾟｰﾄ ok", "あ\u{3099}い", "＠x ABC", "☆★ 5つ", "\u{1F600}\u{1F3FD}!", "a&amp;b&lt;", "ｶﾞｷﾞ", "",
    ])
    func everyNormalByteKnowsItsOrigin(text: String) {
        for language in [Language.english, .japanese] {
            let view = view(text, language)
            #expect(view.places.count == view.normalised.count + 1)
            #expect(view.places.last == Int32(text.utf8.count))
            #expect(zip(view.places, view.places.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(view.places.allSatisfy { $0 >= 0 && $0 <= Int32(text.utf8.count) })
        }
    }

    @Test func malformedBytesAreSpaces() {
        var view = TextView()
        let raw: [UInt8] = [0x41, 0xFF, 0x42, 0xC3, 0x28, 0xE3, 0x81, 0xF0, 0x9F]
        raw.withUnsafeBufferPointer { view.read($0, writing: EnglishScorer.writing, glyphTable: .empty) }
        #expect(String(decoding: view.normalised, as: UTF8.self) == "a b (    ")
        #expect(view.places == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    }
}
