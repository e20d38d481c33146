/// A mean difference S − B in points, tested against 0 and against a margin.
///
/// The two one-sided tests are Schuirmann's (Journal of Pharmacokinetics and Biopharmaceutics 15, 1987): at level α the
/// difference lies within the margin when the interval of confidence 1 − 2α does.
package struct MeanDifference: Hashable, Sendable {
    /// Points of strength; positive when support stands above brand.
    package let mean: Double
    package let standardError: Double
    package let degreesOfFreedom: Double
    /// Interval of confidence 1 − α.
    package let interval: ClosedRange<Double>
    /// Interval of confidence 1 − 2α, which the margin is held against.
    package let equivalenceInterval: ClosedRange<Double>
    /// Student's t against 0; `nil` when the standard error is 0.
    package let t: Double?
    /// Two-sided p-value against 0.
    package let pDifferent: Double?
    /// p-value of the hypothesis that the difference is at or under −margin.
    package let pLower: Double?
    /// p-value of the hypothesis that the difference is at or over +margin.
    package let pUpper: Double?

    /// Tests a mean by its standard error and Student's t.
    package init(mean: Double, standardError: Double, degreesOfFreedom: Double, margin: Double, significance: Double) {
        func interval(_ tail: Double) -> ClosedRange<Double> {
            let reach = StudentDistribution.quantile(1 - tail, df: degreesOfFreedom) * standardError
            return mean - reach...mean + reach
        }
        self.init(
            mean: mean,
            standardError: standardError,
            degreesOfFreedom: degreesOfFreedom,
            margin: margin,
            interval: interval(significance / 2),
            equivalenceInterval: interval(significance)
        )
    }

    /// Tests a mean whose intervals are known.
    package init(
        mean: Double,
        standardError: Double,
        degreesOfFreedom: Double,
        margin: Double,
        interval: ClosedRange<Double>,
        equivalenceInterval: ClosedRange<Double>
    ) {
        self.mean = mean
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
        self.interval = interval
        self.equivalenceInterval = equivalenceInterval
        let df = degreesOfFreedom
        if standardError > 0 {
            t = mean / standardError
            pDifferent = StudentDistribution.twoSided(mean / standardError, df: df)
            pLower = StudentDistribution.survival((mean + margin) / standardError, df: df)
            pUpper = StudentDistribution.cumulative((mean - margin) / standardError, df: df)
        } else {
            (t, pDifferent, pLower, pUpper) = (nil, nil, nil, nil)
        }
    }

    /// p-value of the two one-sided tests together: the larger of both.
    package var pEqual: Double? {
        if let pLower, let pUpper { max(pLower, pUpper) } else { nil }
    }

    /// Whether the difference lies within ±`margin`.
    package func isWithin(_ margin: Double) -> Bool {
        equivalenceInterval.lowerBound > -margin && equivalenceInterval.upperBound < margin
    }

    /// Whether the difference is not 0.
    package var isNonzero: Bool { interval.lowerBound > 0 || interval.upperBound < 0 }
}
