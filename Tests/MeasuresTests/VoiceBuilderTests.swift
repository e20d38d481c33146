import Feedback
import Measures
import Testing

struct VoiceBuilderTests {
    @Test func gumStoryGivesACaseABystanderAndASimilarCase() throws {
        let voices = VoiceBuilder.voices(of: MeasureSamples.gum)
        #expect(voices.map(\.id) == ["author/Lotte/later reader/2014-12", "case/gum", "comment/blog:1"])
        let own = try #require(voices.first { $0.id == "case/gum" })
        #expect(own.members == ["blog:article", "blog:2", "blog:4"])
        #expect(own.month.description == "2008-04")
        #expect(own.relation == .sameCase)
        #expect(own.supportPolarity == 10_000)
        #expect(own.supportBasis == .facets)
        #expect(own.brandPolarity == 10_000)
        #expect(own.brandBasis == .signals)
        #expect(own.signals == [.fan, .crossBuy])
        #expect(own.mentionedFacets.contains(.apology))
        #expect(!own.facetPolarity.contains { $0.facet == .apology })
        let later = try #require(voices.first)
        #expect(later.isCounted)
        #expect(later.supportPolarity == -10_000)
        #expect(later.brandPolarity == nil)
        #expect(voices[2].isCounted == false)
    }

    @Test func orderOfCommentsDoesNotMatter() {
        var generator = SeededGenerator(seed: 3)
        let expected = VoiceBuilder.voices(of: MeasureSamples.gum)
        for _ in 0..<20 {
            #expect(VoiceBuilder.voices(of: MeasureSamples.gum.shuffled(using: &generator)) == expected)
        }
    }

    @Test func facetIsTheMeanOfItsMentionsAndSupportTheMeanOfFacets() {
        // speed: (+ + −)/3 = 1/3; remedy: −; bare courtesy counts for nothing; (3,333 − 10,000)/2 = −3,333.5.
        let voice = VoiceBuilder.voice(of: [
            MeasureSamples.member(
                "a",
                facets: [
                    (.speed, .positive), (.remedy, .negative), (.speed, .positive), (.courtesy, .bare),
                    (.speed, .negative),
                ]
            )
        ])
        #expect(
            voice.facetPolarity == [
                FacetPolarity(facet: .speed, basisPoints: 3_333), FacetPolarity(facet: .remedy, basisPoints: -10_000),
            ]
        )
        #expect(voice.supportPolarity == -3_334)
    }

    @Test func supportFallsBackToHandlingAndBrandToRatingThenValence() {
        var member = MeasureSamples.member("a", facets: [(.speed, .bare)])
        member.valence = 250
        let plain = VoiceBuilder.voice(of: [member])
        #expect(plain.supportPolarity == nil && plain.supportBasis == .none)
        #expect(plain.brandPolarity == 2_500 && plain.brandBasis == .valence)
        member.handlingValence = -120
        member.rating = Rating(thousandths: 2_000, scale: .fiveStars)
        let rated = VoiceBuilder.voice(of: [member])
        #expect(rated.supportPolarity == -1_200 && rated.supportBasis == .handling)
        #expect(rated.brandPolarity == -5_000 && rated.brandBasis == .rating)
        member.signals = [SignalMention(signal: .churn, range: ByteRange(start: 0, length: 1), entry: "x")]
        #expect(VoiceBuilder.voice(of: [member]).brandPolarity == -10_000)
    }

    @Test func nothingKnownIsNilAndNotZero() {
        let voice = VoiceBuilder.voice(of: [MeasureSamples.member("a")])
        #expect(voice.supportPolarity == nil && voice.brandPolarity == nil && voice.rating == nil)
        #expect(voice.month == Period(length: .all, index: 0))
        #expect(voice.channel == Voice.unknownChannel)
    }

    /// Whatever the order they come in, an undated one last: the earliest comment that names a version says both, and
    /// where none does the earliest that names a product.
    @Test(
        arguments: [
            ([("Widget", nil), ("Gadget", "5.1")], ["Gadget", "5.1"]),
            ([("Widget", nil), (nil, "4.1"), ("Gadget", "4.2")], [nil, "4.1"]),
            ([("Widget", "4.1"), ("Gadget", "4.2")], ["Widget", "4.1"]),
            ([(nil, nil), ("Widget", nil), ("Gadget", nil)], ["Widget", nil]),
            ([(nil, nil)], [nil, nil]),
        ] as [([(String?, String?)], [String?])]
    )
    func productAndVersionAreOfOneComment(_ named: [(String?, String?)], _ expected: [String?]) {
        var members = named.enumerated().map { place, names in
            var member = MeasureSamples.member("s:\(place)", author: "a", day: MeasureSamples.day(2020, 5, 1 + place))
            (member.product, member.version) = names
            return member
        }
        for _ in 0..<2 {
            let voice = VoiceBuilder.voice(of: members)
            #expect([voice.product, voice.version] == expected)
            members.reverse()
        }
    }

    @Test func undatedCommentIsTheLastToSayWhatAVoiceSpeaksOf() {
        var undated = MeasureSamples.member("s:0", author: "a", caseID: "7", relation: .sameCase)
        (undated.product, undated.version) = ("Alarm", "9")
        var dated = MeasureSamples.member(
            "s:1",
            author: "a",
            caseID: "7",
            relation: .sameCase,
            day: MeasureSamples.day(2020, 5, 1)
        )
        (dated.product, dated.version) = ("Timer", "4.2")
        let voice = VoiceBuilder.voice(of: [undated, dated])
        #expect([voice.product, voice.version] == ["Timer", "4.2"])
    }

    @Test(arguments: [
        (MeasureSamples.member("s:1"), "comment/s:1"),
        (MeasureSamples.member("s:1", author: "a", day: MeasureSamples.day(2010, 3, 31)), "author/Lotte/a/2010-03"),
        (MeasureSamples.member("s:1", author: "a"), "author/Lotte/a/all"),
        (MeasureSamples.member("s:1", author: "a", caseID: "7", relation: .followUp), "case/7"),
        (MeasureSamples.member("s:1", author: "a", caseID: "7", relation: .about), "comment/s:1"),
        (MeasureSamples.member("s:1", author: "a", caseID: "7", relation: .duplicateOf), "comment/s:1"),
        (MeasureSamples.member("s:1", author: "a", caseID: "7", relation: .sameCase, role: .agent), "comment/s:1"),
        (MeasureSamples.member("s:1", author: "a", relation: .sameCase), "author/Lotte/a/all"),
    ])
    func keyNamesTheVoice(member: VoiceMember, id: String) {
        #expect(VoiceKey.key(for: member).id == id)
    }

    @Test func personWhoPostsTenTimesIsOneVoice() {
        let day = MeasureSamples.day(2020, 5, 1)
        let members = (0..<10).map { MeasureSamples.member("s:\($0)", author: "a", day: day) }
        #expect(VoiceBuilder.voices(of: members).count == 1)
    }
}
