import Testing

@testable import Linkage

/// How alike two cases are in what they tell.
struct IncidentLikenessTests {
    private func tokens(_ subject: String?, product: String? = nil, brand: String? = nil) -> IncidentTokens {
        IncidentTokens(Sample.makeCase("K", brand: brand, product: product, subject: subject))
    }

    @Test func numbersAndPeopleTellNothingOfTheKind() {
        #expect(tokens("The lamp broke after 3 days") == tokens("After 17 days the lamp broke"))
        let named = Sample.makeCase(
            "L",
            number: "1",
            brand: nil,
            customer: "五十嵐達也",
            subject: "The lamp broke after 3 days"
        )
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
        let likeness = IncidentLikeness(holders: [1: 4, 2: 256], cases: 1_024)
        #expect(likeness.weight(of: 1) == 8_000 && likeness.weight(of: 2) == 2_000 && likeness.weight(of: 3) == 0)
        #expect(likeness.thousandths(sharing: 10_000) == 1_000)
        let richer = IncidentLikeness(holders: [1: 4, 2: 256, 0: 4], cases: 1_024)
        #expect(richer.whole == 18_000 && richer.thousandths(sharing: 10_000) == 555)
        #expect(likeness.thousandths(sharing: 0) == 0)
        #expect(IncidentLikeness(holders: [:], cases: 0).thousandths(sharing: 0) == 0)
    }
}
