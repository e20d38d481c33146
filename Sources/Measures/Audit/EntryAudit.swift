/// Entries of the word lists that the ratings of their own comments speak against.
package struct EntryAudit: Sendable {
    /// How an entry was found wanting.
    package enum Verdict: String, Hashable, Sendable, Encodable {
        /// Its comments are rated the other way more often than comments without it.
        case against
        /// Its comments are rated nearly as all others are: it says nothing.
        case silent
    }

    /// One entry with what it claims and how its comments are rated.
    package struct Finding: Hashable, Sendable {
        package let claim: EntryClaim
        package let verdict: Verdict
        /// `valence`, `facet NAME`, `signal NAME`, sorted.
        package let kinds: [String]
        package let count: SideCount
        /// Share of low and high ratings that go with the claim.
        package let agreement: Proportion
        /// The same over the comments of its source and language in which the entry does not claim this.
        package let base: Proportion
        /// Adjusted p-value of the verdict.
        package let q: Double
        /// Names of up to three comments whose rating goes against the claim.
        package let examples: [String]
    }

    /// Low or high ratings, with the entry and without it, below which an entry is not tested.
    package static let leastComments = 20
    /// Expected share of false findings.
    package static let level = 0.05

    /// What is listed, exactly.
    package static let definition = """
        A claim is an entry that adds valence, states a facet or gives a loyalty signal, as praise or as blame after all \
        rules, in comments of one source and language. Of its comments with a rating in the lower quarter (low) or upper \
        quarter (high) of their scale, a = share that goes with the claim (high for praise, low for blame), with Wilson's \
        95 % interval; b = the same share over the comments of the source and language without the claim. Tested where \
        both have the least count of low and high ratings. "against": a < b, pooled normal test of two shares, \
        one-sided. "silent": a < b + (1 − b)/2, less than half of the way from the base to certainty; normal test with \
        the variance t(1 − t)/n + ¼·b(1 − b)/m at that border t, one-sided. Each kind of test is adjusted by Benjamini and \
        Hochberg over all claims tested; listed from q ≤ 0.05, "against" before "silent". Comments are counted, not \
        customers. Wilson, JASA 22, 1927; Benjamini and Hochberg, JRSS B 57, 1995.
        """

    /// Claims with enough comments.
    package let tested: Int
    /// The surest first.
    package let findings: [Finding]

    /// Tests every claim of a tally.
    ///
    /// `least`: see ``leastComments``.
    package init(_ tally: EntryTally, least: Int = Self.leastComments) {
        let trials = tally.records.keys.sorted().compactMap { Trial($0, tally, least: max(1, least)) }
        tested = trials.count
        let against = MultipleTests.benjaminiHochberg(trials.map(\.againstP))
        let silent = MultipleTests.benjaminiHochberg(trials.map(\.silentP))
        let found = trials.indices.compactMap { trials[$0].finding(against: against[$0], silent: silent[$0]) }
        findings = found.sorted(by: Self.comesFirst)
    }

    private static func comesFirst(_ left: Finding, _ right: Finding) -> Bool {
        if left.verdict != right.verdict { return left.verdict == .against }
        return left.q != right.q ? left.q < right.q : left.claim < right.claim
    }
}

/// A claim with enough comments, and the chances of its counts if nothing were wrong.
private struct Trial {
    let claim: EntryClaim
    let record: EntryTally.Record
    let agreement: Proportion
    let base: Proportion

    init?(_ claim: EntryClaim, _ tally: EntryTally, least: Int) {
        guard let record = tally.records[claim], let all = tally.groups[claim.group] else { return nil }
        let rest = all - record.count
        guard record.count.sided >= least, rest.sided >= least,
            let agreement = Proportion(
                count: record.count.agreeing(withPraise: claim.isPraise),
                trials: record.count.sided
            ),
            let base = Proportion(count: rest.agreeing(withPraise: claim.isPraise), trials: rest.sided)
        else { return nil }
        self.claim = claim
        self.record = record
        self.agreement = agreement
        self.base = base
    }

    /// Chance of so little agreement if the claim changed nothing.
    var againstP: Double {
        let pooled = Double(agreement.count + base.count) / Double(agreement.trials + base.trials)
        let variance = pooled * (1 - pooled) * (1 / Double(agreement.trials) + 1 / Double(base.trials))
        guard variance > 0 else { return 1 }
        return NormalDistribution.cumulative((agreement.value - base.value) / variance.squareRoot())
    }

    /// Chance of so little agreement if the claim led half of the way from the base to certainty.
    var silentP: Double {
        let border = (1 + base.value) / 2
        let variance =
            border * (1 - border) / Double(agreement.trials)
            + base.value * (1 - base.value) / (4 * Double(base.trials))
        guard variance > 0 else { return 1 }
        return NormalDistribution.cumulative((agreement.value - border) / variance.squareRoot())
    }

    func finding(against: Double, silent: Double) -> EntryAudit.Finding? {
        guard min(against, silent) <= EntryAudit.level else { return nil }
        let isAgainst = against <= EntryAudit.level
        return EntryAudit.Finding(
            claim: claim,
            verdict: isAgainst ? .against : .silent,
            kinds: record.kinds.sorted(),
            count: record.count,
            agreement: agreement,
            base: base,
            q: isAgainst ? against : silent,
            examples: record.examples
        )
    }
}
