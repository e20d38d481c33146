/// What became of customers after the company's answer.
package struct Recovery: Codable, Hashable, Sendable {
    /// Cases with a before and an after.
    package var cases: Int
    package var recovered: Int
    /// Share recovered, 0–100; `nil` when there are too few cases.
    package var sharePercent: ValueRange?
    /// Change in points on the 0–100 scale from before the answer to after it.
    package var change: ValueRange?
    /// B of customers who had no incident.
    package var withoutIncident: Strength?
    /// B of customers who were recovered.
    package var withRecovery: Strength?
    /// Whether the recovered think more of the brand; `nil` when not tested.
    package var paradox: RecoveryParadox?

    package init(
        cases: Int,
        recovered: Int,
        sharePercent: ValueRange? = nil,
        change: ValueRange? = nil,
        withoutIncident: Strength? = nil,
        withRecovery: Strength? = nil,
        paradox: RecoveryParadox? = nil
    ) {
        self.cases = cases
        self.recovered = recovered
        self.sharePercent = sharePercent
        self.change = change
        self.withoutIncident = withoutIncident
        self.withRecovery = withRecovery
        self.paradox = paradox
    }
}

/// What a test of the service-recovery paradox says.
package enum RecoveryParadoxState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Customers who were won back think more of the brand than those who never had a problem.
    case higher
    /// They think less of it.
    case lower
    case undecided
    /// Too few customers in a group.
    case insufficient
}

/// The service-recovery paradox as a test, one value a customer.
package struct RecoveryParadox: Codable, Hashable, Sendable {
    package var state: RecoveryParadoxState
    /// Customers who were won back.
    package var recovered: Int
    /// Customers without an incident.
    package var untroubled: Int
    /// B of the first less B of the second, in points; `nil` when `insufficient`.
    package var difference: ValueRange?
    /// The larger of Welch's p and that of the permutation test.
    package var p: Double?

    package init(
        state: RecoveryParadoxState,
        recovered: Int,
        untroubled: Int,
        difference: ValueRange? = nil,
        p: Double? = nil
    ) {
        self.state = state
        self.recovered = recovered
        self.untroubled = untroubled
        self.difference = difference
        self.p = p
    }
}
