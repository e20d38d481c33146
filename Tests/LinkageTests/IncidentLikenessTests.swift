import Testing

@testable import Linkage

/// How alike two cases are in what they tell.
struct IncidentLikenessTests {
    private func tokens(_ subject: String?, product: String? = nil, brand: String? = nil) -> IncidentTokens {
        IncidentTokens(Sample.makeCase("K", brand: brand, product: product, subject: subject))
    }

    @Test func numbersAndPeopleTellNothingOfTheKind() {
        #expect(tokens("The lamp broke after 3 days") == tokens("After 17 days the lamp broke"))
        let named = Sample.makeCase("L", number: "1", brand: nil, customer: "五十嵐達也", subject: "The lamp broke after 3 days")
        #expect(IncidentTokens(named) == tokens("The lamp broke after 3 days"))
    }

    @Test func aCaseWithoutASubjectTellsNothing() {
        #expect(tokens(nil, product: "Lamp", brand: "Acme").all.isEmpty)
        #expect(tokens("3", product: "Lamp").all.isEmpty)
    }

    @Test func aBrandInTwoScriptsIsOneBrandAndNoReasonToLook() {
        let (latin, kana) = (tokens("lamp broke", brand: "Lotte"), tokens("lamp broke", brand: "ロッテ"))
        #expect(latin == kana)
        #expect(latin.all.count == latin.searched.count + 1)
    }

    /// Of 1,024 cases 4 have the first token and 256 the second: 8 bits and 2 bits.
    @Test func rareTokensWeighMore() {
        let tokens = tokens("lamp broke")
        let (rare, common) = (tokens.all[0], tokens.all[1])
        let likeness = IncidentLikeness(holders: [rare: 4, common: 256], cases: 1_024)
        #expect(likeness.thousandths(of: tokens) == 1_000)
        #expect(IncidentLikeness(holders: [rare: 4, common: 256, 0: 4], cases: 1_024).thousandths(of: tokens) == 555)
        #expect(likeness.thousandths(of: self.tokens(nil)) == 0)
    }
}
