import Feedback
import Testing

@testable import Scoring

struct LexiconReaderTests {
    private func problems(_ row: String, file: String = "en/a.tsv") -> [LexiconProblem] {
        LexiconReader().parse(Shipped.file(file, row)).problems
    }

    @Test func readsEveryColumn() throws {
        let row = "slow reply\tphrase\tnoun\t-400\tspeed\t-1\tchurn\t700\tkoe\tApache-2.0\ta note"
        let entry = try #require(LexiconReader().parse(Shipped.file("en/a.tsv", row)).entries.first)
        #expect(entry.term == "slow reply")
        #expect(entry.kind == .phrase)
        #expect(entry.partOfSpeech == "noun")
        #expect(entry.valence == -400)
        #expect(entry.facet == .speed)
        #expect(entry.polarity == .negative)
        #expect(entry.signal == .churn)
        #expect(entry.weight == 700)
        #expect(entry.source == "koe")
        #expect(entry.licence == "Apache-2.0")
        #expect(entry.note == "a note")
        #expect(entry.language == .english)
        #expect(entry.line == 3)
    }

    @Test(arguments: [
        ("\tlemma\t\t100", 1), ("good\tword\t\t100", 2), ("good\tlemma\t\tbig", 4), ("good\tlemma\t\t1001", 4),
        ("good\tlemma\t\t-1001", 4), ("good\tlemma\t\t100\tkindness\t1", 5), ("good\tlemma\t\t100\tspeed\t2", 6),
        ("good\tlemma\t\t100\t\t1", 6), ("good\tlemma\t\t100\t\t\tlove", 7), ("good\tlemma\t\t100\t\t\t\tx", 8),
        ("good\tlemma\t\t1\t\t\t\t\tk\tl\tn\textra", 12), ("staff\tclass\t\t", 3), ("dont\tvariant\t\t", 3),
    ])
    func badCellsAreNamedByLineAndColumn(row: String, column: Int) {
        let found = problems(row)
        #expect(found.count == 1)
        #expect(found.first?.line == 3)
        #expect(found.first?.column == column)
        #expect(found.first?.severity == .error)
    }

    @Test func aBadRowDoesNotHideTheOthers() {
        let reading = LexiconReader().parse(
            Shipped.file("en/a.tsv", "good\tlemma\t\tx\nbad\tlemma\t\t-400\n\n# comment\n")
        )
        #expect(reading.entries.map(\.term) == ["bad"])
        #expect(reading.problems.count == 1)
    }

    @Test(arguments: [
        ("good\tlemma\t\t100", 1), ("#language: en\ngood\tlemma", 1), ("#language: fr\n", 1),
        ("#language: en\nword\tkind\n", 1), ("#language: en\nterm\tsort\n", 2),
    ])
    func headersAreChecked(text: String, column: Int) {
        let reading = LexiconReader().parse(LexiconFile(name: "x.tsv", bytes: Array(text.utf8)))
        #expect(reading.problems.first?.column == column)
        #expect(reading.entries.isEmpty)
    }

    @Test func badUTF8AndReturnsAreHandled() {
        var file = Shipped.file("en/a.tsv", "good\tlemma\t\t100\r\n").bytes
        file += [0xFF, 0xFE, 0x0A]
        let reading = LexiconReader().parse(LexiconFile(name: "en/a.tsv", bytes: file))
        #expect(reading.entries.map(\.term) == ["good"])
        #expect(reading.problems.map(\.line) == [4])
    }

    @Test func shippedListsCompile() throws {
        let lexicon = try Shipped.lexicon.get()
        #expect(lexicon.entryCount == lexicon.entryCount(of: .english) + lexicon.entryCount(of: .japanese))
        #expect(lexicon.entryCount(of: .japanese) >= 6_000)
    }

    @Test func shippedListsHaveNoErrors() throws {
        #expect(try Shipped.compiled.get().problems.filter { $0.severity == .error } == [])
    }
}
