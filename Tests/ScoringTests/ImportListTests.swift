import Feedback
import Testing

@testable import Scoring

struct ImportListTests {
    @Test func vaderIsScaledByFour() {
        let list = ListReader("great\t3.1\t0.7\t[3, 3]\n:(\t-1.9\t1.1\t[-2]\n").read(.auto)
        #expect(list.words.map(\.term) == ["great", ":("])
        #expect(list.words.map(\.valence) == [775, -475])
        #expect(list.words.map(\.kind) == [.lemma, .emoticon])
        #expect(list.problems.isEmpty)
    }

    @Test func numbersAreScaledByTheNextUsualScale() {
        let list = ListReader("word\tscore\nbad\t-3\nnot good\t-2\nsuperb\t5\nodd\n").read(.auto)
        #expect(list.words.map(\.valence) == [-600, -400, 1_000])
        #expect(list.words[1].kind == .phrase)
        #expect(list.problems.map(\.line) == [5])
    }

    @Test func liwcTakesSignsFromNamesOfCategories() {
        let text = "%\n1\tposemo\n2\tnegemo\n3\tarticle\n%\nnice\t1\nhate*\t2\nthe\t3\nodd\t1\t2\nlost\t9\n"
        let list = ListReader(text).read(.auto)
        #expect(ListReader(text).guessedFormat == .liwc)
        #expect(list.words.map(\.term) == ["nice", "hate"])
        #expect(list.words.map(\.valence) == [500, -500])
        #expect(list.problems.map(\.line) == [7, 9, 10])
    }

    @Test func bothTohokuFilesAreRead() {
        let predicates = ListReader("ネガ（経験）\tあがく\nポジ（評価）\t気 が 利く\n").read(.auto)
        #expect(predicates.words.map(\.valence) == [-500, 500])
        #expect(predicates.words[1].term == "気 が 利く")
        let nouns = ListReader("愛情\tp\t〜がある・高まる（存在・性質）\n椅子\te\t〜\n悪意\tn\t〜\n?\n").read(.auto)
        #expect(nouns.words.map(\.valence) == [400, -400])
        #expect(nouns.problems.map(\.line) == [4])
    }

    @Test(arguments: [
        ("positive", 1), ("negative", -1), ("neg_positive", -1), ("neg_negative", 1), ("Posemo", 1), ("negemo", -1),
    ])
    func categoryNamesTellSigns(name: String, sign: Int) {
        #expect(ListReader.sign(ofCategory: name) == sign)
    }

    @Test func otherCategoriesTellNothing() {
        #expect(ListReader.sign(ofCategory: "article") == nil)
    }

    @Test func repeatedWordsAndSignsOfTermsAreReported() {
        var list = ListReader("a\t1\na\t-1\nword|other\t1\n").read(.tsv)
        let (text, lines) = list.rows(source: "mine", language: .english)
        #expect(lines == [1])
        #expect(list.problems.map(\.line) == [2, 3])
        #expect(LexiconReader().parse(LexiconFile(name: "mine.tsv", bytes: Array(text.utf8))).problems.isEmpty)
    }

    @Test func emptyTextGivesNothing() {
        for format in ImportFormat.allCases { #expect(ListReader("").read(format).words.isEmpty) }
    }
}
