/// How a series hangs together in time.
package enum Autocorrelation {
    /// Autocorrelations at lags 0…`maximumLag`, each over n and the overall variance.
    ///
    /// A constant series has no autocorrelation and gives zeros after lag 0.
    /// Source: Box, Jenkins and Reinsel, Time Series Analysis, equation 2.1.12.
    package static func function(_ values: [Double], maximumLag: Int) -> [Double] {
        let center = Sample.mean(values) ?? 0
        let total = Sample.sumOfSquaredDeviations(values)
        return (0...maximumLag).map { lag in
            guard lag > 0 else { return 1 }
            guard total > 0, lag < values.count else { return 0 }
            return (lag..<values.count).reduce(0) { $0 + (values[$1] - center) * (values[$1 - lag] - center) } / total
        }
    }

    /// Durbin and Watson's statistic of residuals: about 2 without, under 2 with positive autocorrelation.
    ///
    /// Source: Biometrika 37, 1950.
    package static func durbinWatson(_ residuals: [Double]) -> Double? {
        let total = residuals.reduce(0) { $0 + $1 * $1 }
        guard residuals.count > 1, total > 0 else { return nil }
        return zip(residuals, residuals.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) } / total
    }
}
