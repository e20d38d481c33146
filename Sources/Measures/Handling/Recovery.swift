package import Feedback

/// How a customer's words changed with the company's answer, in one case.
package struct Recovery: Hashable, Sendable {
    package let caseID: String
    package let brand: String
    /// Mean valence of the customer's comments before the answer, in basis points.
    package let before: Int
    /// Mean valence at or after the answer.
    package let after: Int
    /// Whether a comment after the answer says so itself.
    package let saysRecovered: Bool

    package init(caseID: String, brand: String, before: Int, after: Int, saysRecovered: Bool = false) {
        self.caseID = caseID
        self.brand = brand
        self.before = before
        self.after = after
        self.saysRecovered = saysRecovered
    }

    /// Whether the customer was unhappy before.
    package var wasNegative: Bool { before < 0 }
    /// Whether an unhappy customer became a happy one, or says so.
    package var isRecovered: Bool { wasNegative && (after > 0 || saysRecovered) }

    /// The recoveries that can be seen, sorted by case: cases with a scored comment of their own customer on both sides
    /// of the first response.
    ///
    /// - Parameters:
    ///   - members: Scored comments; only those that join a case count.
    ///   - answers: Time of the company's first response by case, as `HandlingTime.firstResponse(in:)`.
    /// - Returns: One entry a case.
    package static func list(of members: [VoiceMember], answers: [String: Instant]) -> [Recovery] {
        var cases: [String: (brand: String, before: [Int], after: [Int], saysRecovered: Bool)] = [:]
        for member in members where member.isCounted && member.relation?.joinsCase == true {
            guard let caseID = member.caseID, let answer = answers[caseID], let time = member.postedAt,
                let valence = member.valence
            else { continue }
            var entry = cases[caseID] ?? (member.brand, [], [], false)
            if time < answer {
                entry.before.append(valence * 10)
            } else {
                entry.after.append(valence * 10)
                entry.saysRecovered = entry.saysRecovered || member.signals.contains { $0.signal == .recovered }
            }
            cases[caseID] = entry
        }
        return cases.compactMap { caseID, entry in
            guard !entry.before.isEmpty, !entry.after.isEmpty else { return nil }
            return Recovery(
                caseID: caseID,
                brand: entry.brand,
                before: entry.before.reduce(0, +).roundedRatio(times: 1, over: entry.before.count),
                after: entry.after.reduce(0, +).roundedRatio(times: 1, over: entry.after.count),
                saysRecovered: entry.saysRecovered
            )
        }
        .sorted { $0.caseID < $1.caseID }
    }
}

/// Recoveries of many cases.
package struct RecoverySummary: Hashable, Sendable {
    package let cases: Int
    /// Cases whose customer was unhappy before the answer.
    package let negativeBefore: Int
    /// Of these, the recovered ones; `nil` when there were none.
    package let recovered: Proportion?
    /// Mean change of valence in basis points, over all cases.
    package let meanChange: Double?
    /// 95 % interval of the mean change by Student's t, one value a case; `nil` under two cases.
    package let interval: ClosedRange<Double>?
    /// Two-sided p-value of no change; `nil` under two cases or when all changed alike.
    package let p: Double?

    package init(of recoveries: [Recovery]) {
        let changes = recoveries.map { Double($0.after - $0.before) }
        cases = recoveries.count
        negativeBefore = recoveries.count(where: \.wasNegative)
        recovered = Proportion(count: recoveries.count(where: \.isRecovered), trials: negativeBefore)
        meanChange = Sample.mean(changes)
        guard let mean = meanChange, let variance = Sample.variance(changes) else {
            (interval, p) = (nil, nil)
            return
        }
        let error = (variance / Double(changes.count)).squareRoot()
        let df = Double(changes.count - 1)
        let reach = StudentDistribution.quantile(0.975, df: df) * error
        interval = mean - reach...mean + reach
        p = error > 0 ? StudentDistribution.twoSided(mean / error, df: df) : nil
    }
}
