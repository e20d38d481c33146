/// Correlation of one series with another shifted in time.
package enum CrossCorrelation {
    /// Correlations at lags −`maximumLag`…`maximumLag`; at a lag k > 0, y follows x by k periods.
    ///
    /// r_k = Σ (x_t − x̄)(y_{t+k} − ȳ) / (n·s_x·s_y), with n in every denominator, as R's `ccf(y, x)` at lag k.
    /// A constant series gives zeros.
    package static func function(x: [Double], y: [Double], maximumLag: Int) -> [Double] {
        let scale = (Sample.sumOfSquaredDeviations(x) * Sample.sumOfSquaredDeviations(y)).squareRoot()
        let meanX = Sample.mean(x) ?? 0
        let meanY = Sample.mean(y) ?? 0
        return (-maximumLag...maximumLag).map { lag in
            guard scale > 0, abs(lag) < x.count else { return 0 }
            let times = max(0, -lag)..<min(x.count, x.count - lag)
            return times.reduce(0) { $0 + (x[$1] - meanX) * (y[$1 + lag] - meanY) } / scale
        }
    }
}
