import Glibc

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

    /// The interval that never covers less often than it says: Clopper and Pearson (Biometrika 26, 1934).
    package func clopperPearson(confidence: Double = 0.95) -> ClosedRange<Double> {
        let tail = (1 - confidence) / 2
        let (x, n) = (Double(count), Double(trials))
        let low = count == 0 ? 0 : BetaDistribution.quantile(tail, x, n - x + 1)
        let high = count == trials ? 1 : BetaDistribution.quantile(1 - tail, x + 1, n - x)
        return low...high
    }
}

/// Two shares and how they differ.
package struct ProportionChange: Hashable, Sendable {
    package let before: Proportion
    package let after: Proportion

    package init(before: Proportion, after: Proportion) {
        self.before = before
        self.after = after
    }

    /// After minus before, −1…1.
    package var difference: Double { after.value - before.value }

    /// Newcombe's hybrid score interval of the difference (Statistics in Medicine 17, 1998, method 10).
    package func newcombe(confidence: Double = 0.95) -> ClosedRange<Double> {
        let (old, new) = (before.wilson(confidence: confidence), after.wilson(confidence: confidence))
        func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let down = distance(after.value - new.lowerBound, old.upperBound - before.value)
        let up = distance(new.upperBound - after.value, before.value - old.lowerBound)
        return difference - down...difference + up
    }

    /// The pooled normal test: z and its two-sided p-value; `nil` when both shares are 0 or both are 1.
    package var pooledTest: (z: Double, p: Double)? {
        let pooled = Double(before.count + after.count) / Double(before.trials + after.trials)
        let variance = pooled * (1 - pooled) * (1 / Double(before.trials) + 1 / Double(after.trials))
        guard variance > 0 else { return nil }
        let z = difference / variance.squareRoot()
        return (z, NormalDistribution.twoSided(z))
    }

    /// Fisher's exact two-sided p-value: all tables at most as likely as this one, margins kept.
    ///
    /// Source: Fisher, Journal of the Royal Statistical Society 98, 1935.
    package var fisherP: Double {
        let hits = before.count + after.count
        let own = logProbability(of: before.count, hits: hits)
        let possible = max(0, hits - after.trials)...min(hits, before.trials)
        // Equal tables differ in the last bits; the factor lets them count, as R and scipy do.
        let bound = own + 1e-7
        return min(
            1,
            possible.reduce(0) { sum, count in
                let candidate = logProbability(of: count, hits: hits)
                return candidate <= bound ? sum + exp(candidate) : sum
            }
        )
    }

    /// Chance that the true share rose, with Jeffreys' prior on both.
    ///
    /// ∫ f_after(x)·F_before(x) dx, by Gauss–Legendre in 256 pieces between far quantiles of the later share.
    package var probabilityOfRise: Double {
        let (a, b) = (Double(after.count) + 0.5, Double(after.trials - after.count) + 0.5)
        let (c, d) = (Double(before.count) + 0.5, Double(before.trials - before.count) + 0.5)
        let low = BetaDistribution.quantile(1e-12, a, b)
        let high = BetaDistribution.quantile(1 - 1e-12, a, b)
        let width = (high - low) / 256
        let nodes = [(-0.7745966692414834, 5.0 / 9), (0.0, 8.0 / 9), (0.7745966692414834, 5.0 / 9)]
        let scale = SpecialFunctions.logBeta(a, b)
        return (0..<256).reduce(0) { sum, piece in
            let middle = low + (Double(piece) + 0.5) * width
            return nodes.reduce(sum) { sum, node in
                let x = middle + node.0 * width / 2
                let density = exp((a - 1) * log(x) + (b - 1) * log(1 - x) - scale)
                return sum + node.1 * width / 2 * density * BetaDistribution.cumulative(x, c, d)
            }
        }
    }

    private func logProbability(of count: Int, hits: Int) -> Double {
        func logChoose(_ n: Int, _ k: Int) -> Double {
            SpecialFunctions.logGamma(Double(n + 1)) - SpecialFunctions.logGamma(Double(k + 1))
                - SpecialFunctions.logGamma(Double(n - k + 1))
        }
        return logChoose(before.trials, count) + logChoose(after.trials, hits - count)
            - logChoose(before.trials + after.trials, hits)
    }
}
