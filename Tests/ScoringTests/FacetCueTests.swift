import Feedback
import Testing

@testable import Scoring

/// Rows of kind cue that speak for a facet or a signal, and how they are learnt.
struct FacetCueTests {
    private func worker(_ rows: String) throws -> ScoringWorker {
        let own = Shipped.file("en/own.tsv", rows)
        let base = Shipped.file("en/test.tsv", "rude\tlemma\t\t-400\tcourtesy\t-1\ngood\tlemma\t\t400\n")
        let other = Shipped.file("ja/test.tsv", "遅い\tlemma\t\t-400\n")
        let dictionary = try Shipped.dictionary.get()
        return try Scorer(lexicon: Lexicon(files: [own, base, other], dictionary: dictionary), dictionary: dictionary)
            .makeWorker()
    }

    private static let rows = """
        bench\tcue\t\t\tspeed\t-1\t\t700
        wooden bench\tcue\t\t\tspeed\t-1\t\t400
        noon\tcue\t\t\tspeed\t-1\t\t-300
        noon\tcue\t\t\tspeed\t1\t\t1200
        adieu\tcue\t\t\t\t\tchurn\t1000
        clerk\tcue\t\t\tcourtesy\t1\t\t2000

        """

    /// From 1,000 points on a text tells of it: 700 + 400 do, 700 alone and 700 + 400 − 300 do not.
    @Test(arguments: [
        ("on a wooden bench", ["speed:-1"]), ("on a bench", []), ("by noon", ["speed:+1"]),
        ("on a wooden bench by noon", ["speed:+1"]), ("adieu", ["churn"]), ("bench bench bench", []),
        // Entries have told of courtesy already.
        ("the clerk was rude", ["courtesy:-1"]), ("the clerk", ["courtesy:+1"]),
    ])
    func pointsAddUp(text: String, expected: [String]) throws {
        let score = try worker(Self.rows).score(text, declaredLanguage: .english)
        #expect(score.claims.map(\.text) == expected)
    }

    @Test func theStrongestRowNamesWhatIsTold() throws {
        let score = try worker(Self.rows).score("on a wooden bench", declaredLanguage: .english)
        #expect(score.facets.map(\.entry) == ["bench"])
        #expect(score.facets.map(\.range) == [ByteRange(start: 12, length: 5)])
        #expect(
            score.evidence.map { "\($0.entry) \($0.valence) \($0.rule)" } == [
                "wooden bench 0 learnt+for", "bench 0 learnt+for",
            ]
        )
        #expect(score.valence == 0)
    }

    @Test(arguments: [
        ("bench\tcue\t\t\tspeed\t0\t\t700", 6), ("bench\tcue\t\t\tspeed\t-1\t\t", 8),
        ("bench\tcue\t\t5\tspeed\t-1\t\t700", 4),
        ("bench\tcue\t\t\tspeed\t-1\tchurn\t700", 7),
    ])
    func badRowsAreTold(row: String, column: Int) {
        let problems = LexiconReader().parse(Shipped.file("en/own.tsv", row + "\n")).problems
        #expect(problems.map(\.column) == [column])
    }

    /// In the words of this house a "quibble" is about being kept waiting and a "frolic" about kindness.
    private static let labelled: [FacetText] = (0..<240).map { number in
        let words = ["quibble", "frolic", "parcel"]
        let claims: [[CueClaim]] = [
            [CueClaim(facet: .speed, polarity: .negative)].compactMap(\.self),
            [CueClaim(facet: .courtesy, polarity: .positive)].compactMap(\.self), [],
        ]
        let text = "my \(["seat", "room", "desk", "shop"][number / 3 % 4]) had a \(words[number % 3]) \(number / 12)"
        return FacetText(text: text, language: .english, claims: Set(claims[number % 3]))
    }

    private func run(_ texts: [FacetText]) throws -> FacetRun {
        let shipped = LexiconReader().parse(Shipped.file("en/test.tsv", "good\tlemma\t\t400\n")).entries
        return try FacetRun(
            texts: texts,
            language: .english,
            shipped: shipped,
            dictionary: Shipped.dictionary.get()
        )
    }

    @Test func whatPeopleLabelIsLearnt() throws {
        let run = try run(Self.labelled)
        #expect(run.before.f1 == 0)
        #expect(run.after.f1 == 1)
        let strongest = Dictionary(grouping: run.cues, by: \.claim.text).mapValues { cues in
            cues.max { $0.points < $1.points }?.term
        }
        #expect(strongest == ["speed:-1": "quibble", "courtesy:+1": "frolic"])
        let list = FacetProposal(run: run, source: "test").text
        let own = LexiconFile(name: "workspace/own.tsv", bytes: Array(list.utf8))
        #expect(LexiconReader().parse(own).problems.isEmpty)
        let files = [
            own, Shipped.file("en/test.tsv", "good\tlemma\t\t400\n"), Shipped.file("ja/test.tsv", "遅い\tlemma\t\t-1\n"),
        ]
        let dictionary = try Shipped.dictionary.get()
        let worker = try Scorer(lexicon: Lexicon(files: files, dictionary: dictionary), dictionary: dictionary)
            .makeWorker()
        #expect(worker.score("my seat had a quibble", declaredLanguage: .english).claims.map(\.text) == ["speed:-1"])
        #expect(worker.score("my seat had a parcel", declaredLanguage: .english).claims.isEmpty)
    }

    @Test func theOrderOfTheTextsChangesNothing() throws {
        let first = try FacetProposal(run: run(Self.labelled), source: "test").text
        let second = try FacetProposal(run: run(Self.labelled.reversed()), source: "test").text
        #expect(first == second)
    }

    /// Labels that go with no word teach nothing that holds on texts held out.
    @Test func chanceTeachesNothing() throws {
        let texts = Self.labelled.enumerated().map { place, text in
            let claims = IdentifierHash.value(text.text, salt: "chance") % 4 == 0 ? CueClaim(.fan) : nil
            return FacetText(text: text.text, language: .english, claims: claims.map { [$0] } ?? [])
        }
        #expect(try run(texts).cues.isEmpty)
    }

    @Test func tooFewTextsAreTold() {
        #expect(throws: LearningError.tooFew(count: 50, needed: 100)) { try run(Array(Self.labelled.prefix(50))) }
    }
}
