import Feedback
import Measures
import Testing

struct SurveyTests {
    private func cells(_ instrument: SurveyInstrument, _ answers: [Int], _ low: Int, _ high: Int) throws -> [MeasureID:
        Cell]
    {
        let scale = try #require(RatingScale(low: low, high: high))
        var builder = CellBuilder()
        for (number, answer) in answers.enumerated() {
            var member = MeasureSamples.member("s:\(number)", author: "\(number)")
            let rating = try #require(Rating(thousandths: answer * 1_000, scale: scale))
            member.answers = [try #require(SurveyAnswer(instrument: instrument, rating: rating))]
            builder.add(VoiceBuilder.voice(of: [member]))
        }
        let cells = builder.cells(lengths: [.all]).filter { $0.key.channel == nil }
        return Dictionary(uniqueKeysWithValues: cells.map { ($0.key.measure, $0.cell) })
    }

    @Test func netPromoterIsPromotersLessDetractors() throws {
        // 4 promoters, 2 passives, 4 detractors of 10: 0; Σd²/(n−1)/n = 8/90.
        let cell = try #require(cells(.netPromoter, [10, 9, 9, 10, 8, 7, 6, 0, 3, 5], 0, 10)[.netPromoter])
        let share = try #require(Share(cell: cell, measure: .netPromoter))
        #expect(share.value == 0 && share.n == 10)
        #expect(agrees(share.standardError, 100 * (8.0 / 90).squareRoot()))
    }

    @Test func satisfactionIsTheShareOfTheHighestTwo() throws {
        let cell = try #require(cells(.satisfaction, [5, 4, 3, 1], 1, 5)[.satisfaction])
        let share = try #require(Share(cell: cell, measure: .satisfaction))
        // s² = 1/3 of values 1, 1, 0, 0.
        #expect(share.value == 50 && agrees(share.standardError, 100 * (1.0 / 12).squareRoot()))
    }

    @Test func effortIsAPlaceOnItsScale() throws {
        let cell = try #require(cells(.effort, [7, 4], 1, 7)[.effort])
        #expect(Strength(cell: cell)?.value == 75)
    }

    @Test func netPromoterAnswersAreWholeNumbersFromZeroToTen() throws {
        let stars = try #require(Rating(thousandths: 5_000, scale: .fiveStars))
        let half = try #require(Rating(thousandths: 8_500, scale: .zeroToTen))
        let whole = try #require(Rating(thousandths: 8_000, scale: .zeroToTen))
        #expect(SurveyAnswer(instrument: .netPromoter, rating: stars) == nil)
        #expect(SurveyAnswer(instrument: .netPromoter, rating: half) == nil)
        #expect(SurveyAnswer(instrument: .netPromoter, rating: whole) != nil)
    }

    @Test func oneVoiceMayAnswerSeveralQuestions() throws {
        var member = MeasureSamples.member("s:1", author: "a")
        let ten = try #require(Rating(thousandths: 10_000, scale: .zeroToTen))
        let three = try #require(Rating(thousandths: 3_000, scale: .fiveStars))
        member.answers = [
            SurveyAnswer(instrument: .satisfaction, rating: three), SurveyAnswer(instrument: .netPromoter, rating: ten),
        ]
        .compactMap { $0 }
        let voice = VoiceBuilder.voice(of: [member])
        #expect(voice.value(of: .netPromoter) == 10_000)
        #expect(voice.value(of: .satisfaction) == 0)
        #expect(voice.value(of: .effort) == nil)
    }

    @Test func lastAnswerOfAVoiceCounts() throws {
        let scale = try #require(RatingScale(low: 0, high: 10))
        let members = try [(1, 2), (9, 10)].map { day, answer in
            var member = MeasureSamples.member("s:\(day)", author: "a", day: MeasureSamples.day(2020, 1, day))
            let rating = try #require(Rating(thousandths: answer * 1_000, scale: scale))
            member.answers = [try #require(SurveyAnswer(instrument: .netPromoter, rating: rating))]
            return member
        }
        let voice = VoiceBuilder.voice(of: members.reversed())
        #expect(voice.value(of: .netPromoter) == 10_000)
        #expect(voice.value(of: .satisfaction) == nil)
    }
}
