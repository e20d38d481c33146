import Feedback
import Measures
import Testing

struct EarlySignTests {
    private func voice(_ id: String, _ day: Day?, _ polarity: Int?, relation: LinkRelation? = nil) -> Voice {
        Voice(id: id, brand: "X", day: day, supportPolarity: polarity, relation: relation)
    }

    /// The signs of some voices of one brand, whose days are summed as the stored ones are.
    private func signs(among voices: [Voice]) -> [EarlySign] {
        let days = Dictionary(grouping: voices.filter { $0.day != nil }, by: \.day)
        let record = days.compactMap { day, voices in
            day.map { day in voices.reduce(into: EarlySign.RecordDay(day: day)) { $0.count($1) } }
        }
        return EarlySign.signs(on: record.sorted { $0.day < $1.day }) { wanted in
            voices.filter { voice in wanted.contains { $0 == voice.day } }
        }
    }

    @Test func readerOf2014IsListed() throws {
        let voices = VoiceBuilder.voices(of: MeasureSamples.gum)
        let sign = try #require(signs(among: voices).first)
        #expect(signs(among: voices).count == 1)
        #expect(sign.reason == .similarCase)
        let voice = try #require(voices.first { $0.id == sign.voiceID })
        #expect(voice.day == sign.day && voice.caseID == "gum")
    }

    @Test func praiseOfTheDayItselfIsNoRecord() {
        let day = MeasureSamples.day(2012, 1, 1)
        let blame = voice("b", day, -10_000, relation: .similarCase)
        #expect(signs(among: [voice("a", day, 10_000), blame]).isEmpty)
        #expect(signs(among: [voice("a", MeasureSamples.day(2011, 12, 31), 10_000), blame]).map(\.voiceID) == ["b"])
    }

    @Test func voicesThatAreTakenOutLeaveNoTrace() {
        let day = MeasureSamples.day(2012, 1, 1)
        var sums = EarlySign.RecordDay(day: day)
        for sign in [1, -1] { sums.count(voice("b", day, -10_000, relation: .similarCase), sign: sign) }
        #expect(sums == EarlySign.RecordDay(day: day))
    }

    @Test func firstBlameAfterAYearOfPraiseIsListed() {
        let voices = [
            voice("a", MeasureSamples.day(2010, 1, 1), 10_000), voice("b", MeasureSamples.day(2010, 9, 1), 8_000),
            voice("c", MeasureSamples.day(2011, 1, 1), -2_000), voice("d", MeasureSamples.day(2011, 2, 1), -2_000),
        ]
        // The record begins exactly 365 days before c; d follows c within the year and is no sign of its own.
        let signs = self.signs(among: voices.reversed())
        #expect(signs.map(\.voiceID) == ["c"])
        #expect(signs.first?.reason == .contradictsRecord)
    }

    @Test func shortOrMixedRecordsGiveNoSign() {
        let short = [
            voice("a", MeasureSamples.day(2010, 1, 1), 10_000), voice("b", MeasureSamples.day(2010, 12, 31), -1),
        ]
        #expect(signs(among: short).isEmpty)
        let mixed = [
            voice("a", MeasureSamples.day(2010, 1, 1), 10_000), voice("b", MeasureSamples.day(2010, 1, 2), -1),
            voice("c", MeasureSamples.day(2013, 1, 2), -1),
        ]
        // 10,000 and −1 have the mean 5,000 when rounded, so c is a sign; with −3 the record is not good enough.
        #expect(signs(among: mixed).map(\.voiceID) == ["c"])
        var worse = mixed
        worse[1].supportPolarity = -3
        #expect(signs(among: worse).isEmpty)
    }

    @Test func undatedUncountedAndFirstVoicesGiveNoSign() {
        var bystander = voice("b", MeasureSamples.day(2014, 1, 1), -10_000)
        bystander.isCounted = false
        let praise = voice("a", MeasureSamples.day(2010, 1, 1), 10_000)
        #expect(signs(among: [praise, bystander, voice("c", nil, -10_000)]).isEmpty)
        #expect(signs(among: [voice("z", MeasureSamples.day(2010, 1, 1), -1)]).isEmpty)
        #expect(signs(among: []).isEmpty)
    }
}
