import Measures
import Testing

/// Expected numbers are worked out by hand from the two shares, as the comments beside them show.
struct EntryAuditTests {
    private let group = EntryClaim.Group(source: "shop", language: "en")

    private func add(
        _ count: Int,
        side: Int,
        praise: String? = nil,
        blame: String? = nil,
        to tally: inout EntryTally
    ) {
        for number in 0..<count {
            var claims: [EntryClaim: Set<String>] = [:]
            if let praise { claims[EntryClaim(group: group, entry: praise, isPraise: true)] = ["valence"] }
            if let blame { claims[EntryClaim(group: group, entry: blame, isPraise: false)] = ["facet speed"] }
            tally.add(comment: "shop:\(number)", group: group, side: side, claims: claims)
        }
    }

    /// 10 of 40 against 120 of 160: pooled .65, z = −.5 / √(.65·.35·(1/40 + 1/160)) = −5.9300.
    @Test func praiseInBadCommentsStandsAgainst() throws {
        var tally = EntryTally()
        add(10, side: 1, praise: "fan", to: &tally)
        add(30, side: -1, praise: "fan", to: &tally)
        add(7, side: 0, praise: "fan", to: &tally)
        add(120, side: 1, to: &tally)
        add(40, side: -1, to: &tally)
        let audit = EntryAudit(tally)
        let finding = try #require(audit.findings.first)
        #expect(audit.tested == 1 && audit.findings.count == 1 && tally.comments == 207)
        #expect(finding.verdict == .against && finding.claim.entry == "fan")
        #expect(finding.agreement == Proportion(count: 10, trials: 40) && finding.base.value == 0.75)
        #expect(finding.count.middle == 7 && finding.examples == ["shop:0", "shop:1", "shop:2"])
        #expect(abs(finding.q - 1.514e-9) < 1e-11, "\(finding.q)")
    }

    /// 60 of 80 against 120 of 160, both .75: border .875, z = −.125 / √(.875·.125/80 + ¼·.75·.25/160) = −3.0678.
    @Test func praiseThatChangesNothingIsSilent() throws {
        var tally = EntryTally()
        add(60, side: 1, praise: "fan", to: &tally)
        add(20, side: -1, praise: "fan", to: &tally)
        add(120, side: 1, to: &tally)
        add(40, side: -1, to: &tally)
        let finding = try #require(EntryAudit(tally).findings.first)
        #expect(finding.verdict == .silent)
        #expect(abs(finding.q - 0.001078) < 2e-6, "\(finding.q)")
    }

    @Test func wordsThatGoWithTheirRatingsAreNotListed() {
        var tally = EntryTally()
        add(57, side: 1, praise: "lovely", to: &tally)
        add(3, side: -1, praise: "lovely", to: &tally)
        add(4, side: 1, blame: "awful", to: &tally)
        add(36, side: -1, blame: "awful", to: &tally)
        let audit = EntryAudit(tally)
        #expect(audit.tested == 2 && audit.findings.isEmpty)
    }

    /// Blame in a house where nearly all is praised: 12 of 30 low where 5 of 100 are is far above the base.
    @Test func theBaseIsThatOfTheSourceAndNotOneHalf() {
        var tally = EntryTally()
        add(18, side: 1, blame: "slow", to: &tally)
        add(12, side: -1, blame: "slow", to: &tally)
        add(95, side: 1, to: &tally)
        add(5, side: -1, to: &tally)
        #expect(EntryAudit(tally).findings.allSatisfy { $0.verdict != .against })
    }

    @Test func fewCommentsAreNotTested() {
        var tally = EntryTally()
        add(19, side: -1, praise: "fan", to: &tally)
        add(200, side: 1, to: &tally)
        #expect(EntryAudit(tally).tested == 0)
        #expect(EntryAudit(tally, least: 19).findings.count == 1)
    }

    @Test func sourcesAndLanguagesAreApart() {
        var tally = EntryTally()
        add(30, side: -1, praise: "fan", to: &tally)
        let other = EntryClaim.Group(source: "shop", language: "ja")
        for number in 0..<100 { tally.add(comment: "\(number)", group: other, side: 1, claims: [:]) }
        #expect(EntryAudit(tally).tested == 0, "no comment of its own source and language is without it")
    }
}
