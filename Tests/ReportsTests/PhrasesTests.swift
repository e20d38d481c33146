import Feedback
import Testing

@testable import Reports

/// The sentences of a report, and its words in each language.
struct PhrasesTests {
    @Test(arguments: ReportLanguage.allCases)
    func noWordIsEmpty(language: ReportLanguage) {
        let phrases = language.phrases
        #expect(Word.allCases.allSatisfy { !phrases($0).isEmpty })
        #expect(TrialWord.allCases.allSatisfy { !phrases($0).isEmpty })
    }

    @Test func wordsDifferBetweenLanguages() {
        let same = Word.allCases.filter { EnglishPhrases()($0) == JapanesePhrases()($0) }
        #expect(same.isEmpty)
        #expect(TrialWord.allCases.allSatisfy { EnglishPhrases()($0) != JapanesePhrases()($0) })
    }

    @Test func theNextLanguagesComeRound() {
        var seen: [ReportLanguage] = [.ja]
        while let last = seen.last, last.next != .ja, seen.count < 10 { seen.append(last.next) }
        #expect(Set(seen) == Set(ReportLanguage.allCases))
    }

    private static func english(_ brand: BrandReport) -> [String] {
        EnglishPhrases().sentences(of: brand, minimumVoices: 5)
    }

    private static func japanese(_ brand: BrandReport) -> [String] {
        JapanesePhrases().sentences(of: brand, minimumVoices: 5)
    }

    /// The present, the change, the whole, all voices, those who speak of handling.
    @Test func presentComesFirstInEnglish() {
        #expect(
            Self.english(SampleBrands.lotte) == [
                "Lotte, the last twelve months (January–December 2014): support strength 79.4 (71.2–87.6) and brand strength 80.6 (73.0–88.2) are equal within ±5; the difference is −1.2 (−4.4 to +2.0) points (n = 62 voices that have both).",
                "Against the twelve months before (January–November 2013, n = 58 voices): support strength fell from 84.6 to 79.4, −5.2 (−9.9 to −0.5) points; no change of brand strength is shown, 80.6 after 81.4, −0.8 (−6.0 to +4.4) points.",
                "Over the whole, April 2008 – December 2014: support strength 84.0 (78.0–90.0) and brand strength 86.0 (80.0–92.0) are equal within ±5; the difference is −2.0 (−4.4 to +0.4) points (n = 371 voices that have both).",
                "Over all voices, also those that tell of only one of the two: support strength 84.3 (78.4–90.2), n = 388, brand strength 86.6 (81.0–92.2), n = 402.",
                "Voices that speak of handling hold the brand lower than those that do not: brand strength 86.0 (n = 371) against 93.8 (n = 31), a difference of −7.8 (−15.2 to −0.4) points.",
            ]
        )
    }

    @Test func presentComesFirstInJapanese() {
        #expect(
            Self.japanese(SampleBrands.lotte) == [
                "ロッテ、直近12か月（2014年1月～12月）：サポート力79.4（71.2～87.6）とブランド力80.6（73.0～88.2）は、±5の範囲で等しいといえます。差は−1.2（−4.4～+2.0）ポイントです（両方がわかる声62件）。",
                "その前の12か月（2013年1月～11月、声58件）との比較：サポート力は84.6から79.4に低下しました。変化は−5.2（−9.9～−0.5）ポイントです。ブランド力は81.4から80.6で、変わったとはまだいえません。変化は−0.8（−6.0～+4.4）ポイントです。",
                "全期間（2008年4月～2014年12月）：サポート力84.0（78.0～90.0）とブランド力86.0（80.0～92.0）は、±5の範囲で等しいといえます。差は−2.0（−4.4～+0.4）ポイントです（両方がわかる声371件）。",
                "どちらか一方だけがわかる声も含めると、サポート力は84.3（78.4～90.2）、声388件、ブランド力は86.6（81.0～92.2）、声402件です。",
                "対応に触れた声のブランド力は86.0（声371件）で、触れていない声の93.8（声31件）より低くなっています。差は−7.8（−15.2～−0.4）ポイントです。",
            ]
        )
    }

    @Test func differentAndUndecidedAreSaid() {
        #expect(
            Self.english(SampleBrands.hinode)[0]
                == "Hinode Foods, January–December 2013: support strength 61.2 (58.0–64.4) and brand strength 72.4 (69.0–75.8) are different; the difference is −11.2 (−14.6 to −7.8) points (n = 402 voices that have both)."
        )
        #expect(
            Self.japanese(SampleBrands.kaze)
                == [
                    "Kaze Mobile、2012年2月：サポート力48.3（37.3～59.3）とブランド力51.0（41.0～61.0）が±5の範囲で等しいかどうかは、まだ判断できません。差は−2.7（−9.9～+4.5）ポイントです（両方がわかる声40件）。"
                ]
        )
    }

    @Test func bothFindingsAreSaidWhenBothHold() {
        var brand = SampleBrands.lotte
        brand.verdict.recent = nil
        brand.verdict.whole.isDifferent = true
        #expect(
            Self.english(brand)[0].contains(
                "are equal within ±5, with a small but measurable difference of −2.0 (−4.4 to +0.4) points"
            )
        )
        #expect(Self.japanese(brand)[0].contains("等しいといえます。ただし、わずかながら確かな差があり、差は−2.0"))
    }

    /// The 90 % interval is what equality is held to; it is told where the wider one leads beyond the margin.
    @Test func intervalOfEqualityIsToldWhereTheOtherGoesBeyondTheMargin() {
        var brand = SampleBrands.lotte
        brand.verdict.recent?.difference = SampleReport.range(-1.2, -5.3, 2.9)
        brand.verdict.recent?.equality = SampleReport.range(-1.2, -4.6, 2.2)
        #expect(Self.english(brand)[0].contains("−1.2 (−5.3 to +2.9) points, 90% interval −4.6 to +2.2 (n = 62"))
        #expect(Self.japanese(brand)[0].contains("−1.2（−5.3～+2.9）ポイント、90% 区間は−4.6～+2.2です"))
    }

    @Test func insufficientIsSaidAndNoNumberIsMadeUp() {
        #expect(
            Self.english(SampleBrands.bose) == [
                "BOSE, March–November 2014: too little data to compare support strength with brand strength: 3 voices that have both, at least 5 customers needed."
            ]
        )
        #expect(
            Self.japanese(SampleBrands.bose) == [
                "BOSE、2014年3月～11月：データが足りないため、サポート力とブランド力を比較できません。両方がわかる声は3件で、比較には5人以上のお客様の声が必要です。"
            ]
        )
    }

    /// Ten brands: eight are named.
    @Test func aSentenceNamesFewOfManyBrands() {
        let brands = (1...10).map { (name: "B\($0)", voices: $0) }
        #expect(
            EnglishPhrases().blindBrands(brands)
                == "In 10 brands too few voices speak of handling to see every fall: B1 (1 voice), B2 (2 voices), B3 (3 voices), B4 (4 voices), B5 (5 voices), B6 (6 voices), B7 (7 voices), B8 (8 voices) and 2 more."
        )
        #expect(JapanesePhrases().blindBrands(brands).hasSuffix("B8（8件）、ほか2ブランド。"))
        #expect(JapanesePhrases().blindBrands(Array(brands.prefix(8))).hasSuffix("、B8（8件）。"))
    }

    /// 58 · (14.5/10)² = 122 voices would show ten points.
    @Test func whatCannotBeToldIsSaid() throws {
        let kaze = try #require(SampleBrands.kaze.insufficient)
        #expect(
            EnglishPhrases().tooLittle(kaze, brand: "Kaze Mobile")
                == "Kaze Mobile: whether support strength fell by less than 14.5 points cannot be told. With 58 voices on handling in 1 month a smaller fall would be missed; about 122 would show one of 10 points."
        )
        let bose = try #require(SampleBrands.bose.insufficient)
        #expect(
            JapanesePhrases().tooLittle(bose, brand: "BOSE")
                == "BOSE：対応に触れた声が3件と少なく、サポート力の低下があっても検出できません。"
        )
        let all = FoundChanges([SampleBrands.kaze, SampleBrands.bose])
        #expect(EnglishPhrases().flagsFound(all).hasPrefix("Whether support strength fell cannot be told"))
        #expect(JapanesePhrases().flagsFound(all).hasPrefix("データが足りないため、サポート力が低下したかどうかは判断できません"))
        let some = FoundChanges([SampleBrands.lotte, SampleBrands.bose])
        #expect(EnglishPhrases().flagsFound(some).contains("but for 1 of 2 brands it cannot be told"))
        #expect(JapanesePhrases().flagsFound(some).contains("2ブランドのうち1ブランドについては判断できません"))
    }

    @Test func flagSentenceNamesSizeIntervalPeriodAndKind() {
        let flag = SampleReport.model.brands[1].flags[0]
        #expect(
            EnglishPhrases().flagHeadline(flag, brand: "Hinode Foods")
                == "Hinode Foods: support strength fell by 14.2 (10.5–17.9) points from March 2014, a sudden fall."
        )
        #expect(
            JapanesePhrases().flagHeadline(flag, brand: "日の出食品")
                == "日の出食品：サポート力が2014年3月から14.2（10.5～17.9）ポイント低下しました（急な低下）。"
        )
    }

    @Test(arguments: [
        ("2008", "2008", "2008年"), ("2008-04", "April 2008", "2008年4月"), ("2008-Q2", "Q2 2008", "2008年第2四半期"),
        ("2008-W14", "week 14 of 2008", "2008年第14週"), ("2008-04-05", "5 April 2008", "2008年4月5日"),
        ("all", "all", "all"),
    ])
    func periodsInWords(label: String, english: String, japanese: String) {
        #expect(EnglishPhrases().period(label) == english)
        #expect(JapanesePhrases().period(label) == japanese)
    }

    @Test(arguments: [(45.0, "45 min", "45分"), (150, "2.5 h", "2.5時間"), (14_400, "10.0 days", "10.0日")])
    func durations(minutes: Double, english: String, japanese: String) {
        #expect(EnglishPhrases().duration(minutes: minutes) == english)
        #expect(JapanesePhrases().duration(minutes: minutes) == japanese)
    }

    @Test func everyFacetAndSignalHasAName() {
        for language in ReportLanguage.allCases {
            let phrases = language.phrases
            #expect(Set(Facet.allCases.map(phrases.facet)).count == Facet.allCases.count)
            #expect(Set(LoyaltySignal.allCases.map(phrases.signal)).count == LoyaltySignal.allCases.count)
        }
    }

    @Test func ledgerThatDoesNotAddUpIsSaid() {
        #expect(EnglishPhrases().ledger(read: 1_200, lost: 3).contains("does not add up: 3 of 1,200 rows"))
        #expect(JapanesePhrases().ledger(read: 1_200, lost: 3).contains("1,200行のうち3行"))
    }
}
