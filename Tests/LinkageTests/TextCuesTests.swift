import Testing

@testable import Linkage

struct TextCuesTests {
    /// All sets at once find what each finds alone, wherever a phrase stands in the text.
    @Test(
        arguments: [
            "My mother's kettle broke again, and a friend quoted another number.",
            "母の代わりに書いています。また故障しました。",
            "Years ago it leaked; this is a different issue.",
            "今度は別の件です。あれから三年経ちました。",
            "againstx brokenness unagain", "again", "", "知人の番号を見た", "ちち", "E.g. 12345",
        ]
    )
    func eachCueIsFoundAsByItsPhrasesAlone(text: String) {
        let folded = FoldedText(text)
        let alone: [(TextCues, CuePhrases)] = [
            (.incident, Cues.incident), (.reopening, Cues.reopening), (.fresh, Cues.fresh),
            (.lookingBack, Cues.lookingBack), (.onBehalf, Cues.onBehalf), (.quoting, Cues.quoting),
        ]
        let expected = alone.reduce(into: TextCues()) { if $1.1.isFound(in: folded) { $0.insert($1.0) } }
        #expect(TextCues(in: folded) == expected)
    }

    @Test func aTextMayHaveSeveralCues() {
        let cues = TextCues(in: FoldedText("My mother's kettle broke again, unlike a friend's."))
        #expect(cues.isSuperset(of: [.onBehalf, .reopening, .quoting]) && !cues.contains(.lookingBack))
        #expect(TextCues(in: FoldedText("All well, thank you.")) == [])
    }

    /// U+5728 and U+1728 have the same low twelve bits.
    @Test func phrasesWithTheSameLowBitsStayApart() {
        let table = PhraseTable<Int>([([0x5728, 0x41], 1), ([0x1728], 2), ([0x5728], 3)])
        func marks(_ text: [UInt32], at place: Int = 0) -> [Int] {
            var marks: [Int] = []
            table.forEach(in: text, at: place) { marks.append($1) }
            return marks
        }
        #expect(marks([0x5728, 0x41]) == [1, 3])
        #expect(marks([0x41, 0x5728], at: 1) == [3])
        #expect(marks([0x1728]) == [2])
        #expect(table.mayBegin(with: 0x5728) && !table.mayBegin(with: 0x41))
    }

    @Test func whatWasMadeOfATextIsRememberedUntilThereIsTooMuch() {
        let remembered = Remembered<Int>(limit: 2) { $0.utf8.count }
        for text in ["a", "bb", "a", "ccc", "dddd", "a"] { #expect(remembered.value(of: text) == text.utf8.count) }
        // Two writings of one letter are two texts.
        #expect(remembered.value(of: "\u{E9}") == 2 && remembered.value(of: "e\u{301}") == 3)
    }
}
