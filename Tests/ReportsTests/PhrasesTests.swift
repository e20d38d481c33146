import Feedback
import Testing

@testable import Reports

/// The sentences of a report, and that no word is missing in either language.
struct PhrasesTests {
    @Test(arguments: ReportLanguage.allCases)
    func everyWordIsThere(language: ReportLanguage) {
        let words = language.phrases.words
        #expect(Set(words.keys) == Set(Word.allCases))
        #expect(words.values.allSatisfy { !$0.isEmpty })
    }

    @Test func wordsDifferBetweenLanguages() {
        let same = Word.allCases.filter { EnglishPhrases.words[$0] == JapanesePhrases.words[$0] }
        #expect(same.isEmpty)
    }

    /// The form of the design's 4-measures.
    @Test func verdictSentenceHasTheAgreedForm() {
        let verdict = SampleReport.model.brands[0].verdict
        #expect(
            EnglishPhrases().verdict(verdict, brand: "Lotte", minimumVoices: 5)
                == "Lotte: support strength 84 (78–90) and brand strength 86 (80–92) are equal within ±5 (n = 412 voices, 2008–2014)."
        )
        #expect(
            JapanesePhrases().verdict(verdict, brand: "ロッテ", minimumVoices: 5)
                == "ロッテ：サポート力 84（78～90）とブランド力 86（80～92）は、±5 の範囲で等しいといえます（n = 412 件の声、2008～2014年）。"
        )
    }

    @Test func bothFindingsAreSaidWhenBothHold() {
        var verdict = SampleReport.model.brands[0].verdict
        verdict.isDifferent = true
        let english = EnglishPhrases().verdict(verdict, brand: "Lotte", minimumVoices: 5)
        #expect(english.contains("are equal within ±5, with support slightly but measurably lower, by 2.0 points"))
        let japanese = JapanesePhrases().verdict(verdict, brand: "ロッテ", minimumVoices: 5)
        #expect(japanese.contains("等しいといえます。ただし、サポート力がわずかに 2.0 ポイント低く"))
    }

    @Test func insufficientIsSaidAndNoNumberIsMadeUp() {
        let verdict = SampleReport.model.brands[3].verdict
        #expect(
            EnglishPhrases().verdict(verdict, brand: "BOSE", minimumVoices: 5)
                == "BOSE: too little data to compare support strength with brand strength (n = 3 voices, 2014). A value needs at least 5 voices."
        )
        #expect(
            JapanesePhrases().verdict(verdict, brand: "BOSE", minimumVoices: 5)
                == "BOSE：データが足りないため、サポート力とブランド力を比較できません（n = 3 件の声、2014年）。値の算出には 5 件以上の声が必要です。"
        )
    }

    @Test func flagSentenceNamesSizeIntervalPeriodAndKind() {
        let flag = SampleReport.model.brands[1].flags[0]
        #expect(
            EnglishPhrases().flagHeadline(flag, brand: "Hinode Foods")
                == "Hinode Foods: support strength fell by 14.2 (10.5–17.9) points from March 2014, a sudden fall."
        )
        #expect(
            JapanesePhrases().flagHeadline(flag, brand: "日の出食品")
                == "日の出食品：サポート力が2014年3月から 14.2（10.5～17.9）ポイント低下しました（急な低下）。"
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

    @Test(arguments: [(45.0, "45 min", "45 分"), (150, "2.5 h", "2.5 時間"), (14_400, "10.0 days", "10.0 日")])
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
        #expect(JapanesePhrases().ledger(read: 1_200, lost: 3).contains("1,200 行のうち 3 行"))
    }
}
