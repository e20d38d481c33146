import Feedback

/// Whether customers whose problem was put right think more of the brand than those who never had one.
///
/// A test and not a claim: the literature finds it sometimes (McCollough and Bharadwaj 1992; de Matos, Henrique and
/// Rossi, "Service Recovery Paradox: A Meta-Analysis", Journal of Service Research 10, 2007).
package struct RecoveryParadox: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Recovered customers think more of the brand.
        case higher
        /// They think less of it.
        case lower
        case undecided
        /// Too few customers in a group.
        case insufficient
    }

    package let state: State
    /// Customers who recovered, and their mean brand polarity in basis points.
    package let recovered: Int
    package let recoveredMean: Double?
    /// Customers without an incident, and their mean brand polarity.
    package let untroubled: Int
    package let untroubledMean: Double?
    /// Recovered minus untroubled, in basis points; `nil` when insufficient.
    package let welch: WelchTest?
    /// p-value of the same difference when the group names are dealt anew.
    package let permutationP: Double?
    /// The same question by ranks.
    package let mannWhitney: RankTests.Outcome?

    /// Compares brand polarities of two groups, one value a customer.
    ///
    /// Both Welch's and the permutation test must fall under `significance` for a difference to be said.
    ///
    /// - Parameters:
    ///   - recovered: Brand polarities of recovered customers.
    ///   - untroubled: Brand polarities of customers without a case.
    ///   - minimum: Fewest customers in each group.
    ///   - significance: α.
    ///   - seed: Seed of the permutations.
    ///   - permutations: How many.
    package init(
        recovered: [Int],
        untroubled: [Int],
        minimum: Int = Strength.defaultMinimumVoices,
        significance: Double = 0.05,
        seed: UInt64 = 1,
        permutations: Int = 1_999
    ) {
        let first = recovered.map(Double.init)
        let second = untroubled.map(Double.init)
        self.recovered = first.count
        self.untroubled = second.count
        recoveredMean = Sample.mean(first)
        untroubledMean = Sample.mean(second)
        guard first.count >= minimum, second.count >= minimum, let welch = WelchTest(first, second) else {
            (state, self.welch, permutationP, mannWhitney) = (.insufficient, nil, nil, nil)
            return
        }
        // The test is the same both ways round, and its work grows with the first group.
        let (fewer, more) = first.count <= second.count ? (recovered, untroubled) : (untroubled, recovered)
        let p = PermutationTest.p(fewer, more, permutations: permutations, seed: seed)
        self.welch = welch
        permutationP = p
        mannWhitney = RankTests.mannWhitney(first, second)
        state = max(welch.p, p) > significance ? .undecided : (welch.difference > 0 ? .higher : .lower)
    }

    /// Recovered customers against customers without an incident, of one brand.
    ///
    /// A customer recovered when a `Recovery` of the case says so or when the voice gives the signal; customers with a
    /// case of any other kind, a similar case or a bystander's role are in neither group.
    package init(voices: [Voice], recoveries: [Recovery], seed: UInt64 = 1) {
        let putRight = Set(recoveries.filter(\.isRecovered).map(\.caseID))
        let troubled = Set(voices.filter { $0.relation != nil }.map(\.customer))
        let counted = voices.filter(\.isCounted).sorted { $0.id < $1.id }
        func isRecovered(_ voice: Voice) -> Bool {
            guard voice.relation?.joinsCase == true else { return voice.signals.contains(.recovered) }
            return voice.signals.contains(.recovered) || voice.caseID.map(putRight.contains) ?? false
        }
        let recovered = counted.filter(isRecovered)
        let untroubled = counted.filter { !isRecovered($0) && !troubled.contains($0.customer) }
        self.init(
            recovered: Self.oneEach(recovered),
            untroubled: Self.oneEach(untroubled),
            seed: seed
        )
    }

    /// The mean brand polarity of each customer, in order of first appearance.
    private static func oneEach(_ voices: [Voice]) -> [Int] {
        var sums: [String: (sum: Int, count: Int)] = [:]
        var order: [String] = []
        for voice in voices {
            guard let polarity = voice.brandPolarity else { continue }
            if sums[voice.customer] == nil { order.append(voice.customer) }
            let old = sums[voice.customer] ?? (0, 0)
            sums[voice.customer] = (old.sum + polarity, old.count + 1)
        }
        return order.compactMap { sums[$0].map { $0.sum.roundedRatio(times: 1, over: $0.count) } }
    }
}
