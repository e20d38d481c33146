package import Feedback

extension TrendOptions {
    /// The defaults, with lengths in periods of another length.
    ///
    /// Years and `all` have no season and nothing to tell a slow movement by.
    package init(_ length: PeriodLength) {
        self.init()
        switch length {
        case .month: break
        case .week:
            cycle = 52
            // Four times as many dates to find something at by chance, and looks to find it in.
            threshold = 12
            minimumPeriods = 4
            recoveryPeriods = 12
            longestDip = 36
            rampLengths = [36, 52, 68, 84, 104, 132, 160, 200]
            longScale = 104
        case .quarter:
            cycle = 4
            minimumPeriods = 2
            recoveryPeriods = 2
            longestDip = 3
            rampLengths = [3, 4, 5, 6, 8, 10, 12, 16]
            longScale = 8
        case .year, .all:
            cycle = 1
            seasonSpread = []
            minimumPeriods = 2
            recoveryPeriods = 2
            longestDip = 2
            rampLengths = []
            longScale = 4
        }
    }
}
