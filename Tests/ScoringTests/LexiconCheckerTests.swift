import Feedback
import Testing

@testable import Scoring

struct LexiconCheckerTests {
    private func check(english: String = "", japanese: String = "") throws -> [LexiconProblem] {
        let entries =
            LexiconReader().parse(Shipped.file("en/a.tsv", english)).entries
            + LexiconReader().parse(Shipped.file("ja/a.tsv", japanese)).entries
        return try LexiconChecker(dictionary: Shipped.dictionary.get()).check(entries)
    }

    @Test func cleanRowsHaveNoProblems() throws {
        #expect(
            try check(english: "good\tlemma\t\t400\nnot *2 good\tphrase\t\t-300", japanese: "良い\tlemma\t\t400") == []
        )
    }

    @Test(arguments: [
        ("good\tlemma\t\t400\ngood\tlemma\t\t300", 1, "never matches"),
        ("good\tlemma\t\t400\ngood\tlemma\t\t-300", 4, "contradicts"),
        ("do not care\tphrase\t\t-400\ndon't care\tphrase\t\t-300", 1, "never matches"),
        ("<nice> day\tphrase\t\t300", 1, "unknown class 'nice'"), ("*2 day\tphrase\t\t300", 1, "gap"),
        ("day *2\tphrase\t\t300", 1, "gap"), ("day? night\tphrase\t\t300", 1, "optional"),
        ("a *99 b\tphrase\t\t300", 1, "'*99'"), ("a+\tlemma\t\t300", 1, "'+'"), ("day\tlemma\t\t", 4, "blocker"),
        ("good\tlemma\tsomething\t300", 3, "word class"),
        ("rep\tclass\tstaff\nrep\tclass\tstaff", 1, "already"),
        (":)\temoticon\t\t300\n:)\temoticon\t\t300", 1, "already"),
    ])
    func englishMistakesAreFound(rows: String, column: Int, words: String) throws {
        let found = try check(english: rows)
        #expect(found.count == 1)
        #expect(found.first?.column == column)
        #expect(found.first?.message.contains(words) == true)
    }

    @Test(arguments: [
        ("良い\tlemma\t\t400\n良い\tlemma\t\t300", "never matches"),
        ("対応が遅い\tphrase\t\t-400\n対応 が 遅い\tphrase\t\t-300", "never"),
        ("😀良い\tphrase\t\t300", "never part of a word"), ("<謎> が 良い\tphrase\t\t300", "unknown class"),
    ])
    func japaneseMistakesAreFound(rows: String, words: String) throws {
        let found = try check(japanese: rows)
        #expect(found.count == 1)
        #expect(found.first?.message.contains(words) == true)
    }

    @Test func restrictionsKeepEqualWordsApart() throws {
        #expect(try check(japanese: "が\tcontrast\tconjparticle\t\t\t\t\t500\nが\tcontrast\tconj\t\t\t\t\t500") == [])
    }

    @Test func badListsDoNotCompile() throws {
        let error = try #require(throws: ScoringError.self) {
            try Lexicon(files: [Shipped.file("en/a.tsv", "good\tlemma\t\tx")], dictionary: Shipped.dictionary.get())
        }
        #expect(error.code == .badLexicon)
        #expect(error.file == "en/a.tsv")
        #expect(error.line == 3)
    }

    @Test func missingDictionaryIsNamed() throws {
        let error = try #require(throws: ScoringError.self) { try JapaneseDictionary(path: "/nowhere") }
        #expect(error.code == .dictionaryMissing)
        #expect(error.description.contains("/nowhere"))
        #expect(error.message.contains("mecab-ipadic-utf8"))
    }
}
