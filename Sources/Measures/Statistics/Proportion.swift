/// A count out of a number of trials.
package struct Proportion: Hashable, Sendable {
    package let count: Int
    package let trials: Int

    /// - Returns: `nil` unless 0 ≤ count ≤ trials and there is a trial.
    package init?(count: Int, trials: Int) {
        guard trials > 0, (0...trials).contains(count) else { return nil }
        self.count = count
        self.trials = trials
    }

    /// 0…1.
    package var value: Double { Double(count) / Double(trials) }

    /// Wilson's score interval (JASA 22, 1927).
    package func wilson(confidence: Double = 0.95) -> ClosedRange<Double> {
        let z = NormalDistribution.quantile(0.5 + confidence / 2)
        let n = Double(trials)
        let center = (value + z * z / (2 * n)) / (1 + z * z / n)
        let reach = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
        return max(0, center - reach)...min(1, center + reach)
    }
}
