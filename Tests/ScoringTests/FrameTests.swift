import Feedback
import Testing

@testable import Scoring

/// How frames join steps, with lists of their own.
struct FrameTests {
    static let rows = """
        they said soon	event	promised
        nothing came	event	unmet
        it said <number>	event	quoted
        it took <number>	event	became
        friday	class	rule-time
        monday	class	rule-time
        they said <rule-time>	event	promised
        on <rule-time> it came	event	came
        it broke	event	faulted
        a new one came	event	replaced
        i was leaving	event	leaving
        i stayed	event	stayed
        fetched	event	acted
        at once	event	swift
        broke	lemma		-400
        not	negator						-700
        if	conditional						0
        a lie	lemma		-400	follow-through	-1
        """

    private func score(_ text: String) throws -> Score {
        try Shipped.worker(english: Self.rows).score(text, declaredLanguage: .english)
    }

    @Test func bothStepsStandInTheEvidenceAndThePartsAddUp() throws {
        let score = try score("They said soon. Nothing came.")
        #expect(score.facets.map(\.facet) == [.followThrough])
        #expect(score.facets.map(\.range) == [ByteRange(start: 16, length: 12)])
        #expect(score.evidence.map(\.rule) == ["broken-promise", "broken-promise"])
        #expect(score.evidence.map(\.valence) == [0, -300])
        // Sums are squashed by s ∕ √(s² + 1000²): 300 gives 287, and what lies past the neutral 60 is stretched to 279.
        #expect(score.valence == -279)
    }

    @Test(arguments: [
        "They said soon.", "Nothing came.", "They said soon. One. Two. Three. Nothing came.",
        "It said 5. It took 5.", "It took 9. It said 5.",
    ])
    func aStepAloneSaysNothing(text: String) throws {
        let score = try score(text)
        #expect(score.facets.isEmpty)
        #expect(score.evidence.isEmpty)
        #expect(score.valence == 0)
    }

    @Test func aBrokenPromiseMayBeToldBackwards() throws {
        #expect(try score("Nothing came. They said soon.").facets.map(\.facet) == [.followThrough])
    }

    @Test func whatAnEntryHasToldIsNotToldTwice() throws {
        let score = try score("They said soon. A lie. Nothing came.")
        #expect(score.facets.map(\.entry) == ["a lie"])
        #expect(score.evidence.map(\.valence) == [0, -400, 0])
    }

    @Test func numbersAreCompared() throws {
        #expect(try score("It said 5. It took 25.").facets.map(\.facet) == [.followThrough])
    }

    @Test func aPromiseIsKeptAtTheTimeItNamed() throws {
        let score = try score("They said Friday, and on Friday it came.")
        #expect(score.facets.map(\.facet) == [.followThrough])
        #expect(score.facets.map(\.polarity) == [.positive])
        #expect(score.evidence.map(\.rule) == ["kept-promise", "kept-promise"])
        #expect(score.evidence.map(\.valence) == [0, 300])
    }

    @Test func anotherTimeKeepsNoPromise() throws {
        #expect(try score("They said Friday, and on Monday it came.").facets.isEmpty)
    }

    @Test func whatWasMadeGoodWeighsHalf() throws {
        let score = try score("It broke. A new one came.")
        #expect(score.facets.map(\.facet) == [.remedy])
        #expect(score.facets.map(\.polarity) == [.positive])
        // The blame of "broke", −400, is halved; the frame adds its 300.
        #expect(score.evidence.map(\.valence).reduce(0, +) == 100)
    }

    @Test(arguments: ["It broke. Not a new one came.", "It broke. If a new one came!", "It broke. A new one came?"])
    func whatIsDeniedSupposedOrAskedMakesNothingGood(text: String) throws {
        let score = try score(text)
        #expect(!score.rules.contains("made-good"), "\(score.evidence)")
        #expect(score.facets.isEmpty)
    }

    @Test func whoStaysWasWonBack() throws {
        let score = try score("I was leaving. I stayed.")
        #expect(score.signals.map(\.signal) == [.recovered])
        #expect(score.facets.isEmpty)
    }

    @Test(arguments: [
        ("Fetched at once.", true), ("At once it was fetched.", true), ("Fetched. At once.", false),
        ("Fetched it for all of us who sat there in the dark at once.", false),
    ])
    func whatIsDoneAtOnceStandsNearIt(text: String, isTold: Bool) throws {
        #expect(try score(text).facets.map(\.facet) == (isTold ? [.speed] : []), "\(text)")
    }

    @Test func anUnknownStepIsAnError() {
        let reading = LexiconReader().parse(Shipped.file("en/test.tsv", "soon\tevent\tpromissed"))
        #expect(reading.problems.map(\.column) == [3])
    }
}
