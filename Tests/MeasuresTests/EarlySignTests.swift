import Feedback
import Measures
import Testing

struct EarlySignTests {
    private func voice(_ id: String, _ day: Day?, _ polarity: Int?, relation: LinkRelation? = nil) -> Voice {
        Voice(id: id, brand: "X", day: day, supportPolarity: polarity, relation: relation)
    }

    @Test func readerOf2014IsListed() throws {
        let signs = EarlySign.signs(among: VoiceBuilder.voices(of: MeasureSamples.gum))
        let sign = try #require(signs.first)
        #expect(signs.count == 1)
        #expect(sign.reason == .similarCase)
        #expect(sign.caseID == "gum")
        #expect(sign.blamed.map(\.facet) == [.explanation, .responsibility])
        #expect(sign.supportPolarity == -10_000)
        #expect(sign.record.voiceIDs == ["case/gum"])
        #expect(sign.record.supportPolarity == 10_000)
        #expect(sign.record.voices == 1)
    }

    @Test func firstBlameAfterAYearOfPraiseIsListed() {
        let voices = [
            voice("a", MeasureSamples.day(2010, 1, 1), 10_000), voice("b", MeasureSamples.day(2010, 9, 1), 8_000),
            voice("c", MeasureSamples.day(2011, 1, 1), -2_000), voice("d", MeasureSamples.day(2011, 2, 1), -2_000),
        ]
        // The record begins exactly 365 days before c; d follows c within the year and is no sign of its own.
        let signs = EarlySign.signs(among: voices.reversed())
        #expect(signs.map(\.voiceID) == ["c"])
        #expect(signs.first?.reason == .contradictsRecord)
        #expect(signs.first?.record.supportPolarity == 9_000)
    }

    @Test func shortOrMixedRecordsGiveNoSign() {
        let short = [
            voice("a", MeasureSamples.day(2010, 1, 1), 10_000), voice("b", MeasureSamples.day(2010, 12, 31), -1),
        ]
        #expect(EarlySign.signs(among: short).isEmpty)
        let mixed = [
            voice("a", MeasureSamples.day(2010, 1, 1), 10_000), voice("b", MeasureSamples.day(2010, 1, 2), -1),
            voice("c", MeasureSamples.day(2013, 1, 2), -1),
        ]
        // 10,000 and −1 have the mean 5,000 when rounded, so c is a sign; with −3 the record is not good enough.
        #expect(EarlySign.signs(among: mixed).map(\.voiceID) == ["c"])
        var worse = mixed
        worse[1].supportPolarity = -3
        #expect(EarlySign.signs(among: worse).isEmpty)
    }

    @Test func undatedUncountedAndFirstVoicesGiveNoSign() {
        var bystander = voice("b", MeasureSamples.day(2014, 1, 1), -10_000)
        bystander.isCounted = false
        let praise = voice("a", MeasureSamples.day(2010, 1, 1), 10_000)
        #expect(EarlySign.signs(among: [praise, bystander, voice("c", nil, -10_000)]).isEmpty)
        #expect(EarlySign.signs(among: [voice("z", MeasureSamples.day(2010, 1, 1), -1)]).isEmpty)
        #expect(EarlySign.signs(among: []).isEmpty)
    }
}
