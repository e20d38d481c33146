/// Cells of one measure over consecutive periods, cut by channel (or product, facet, any other strata).
package struct TrendSeries: Hashable, Sendable {
    /// Number of strata; at least 1.
    package let channels: Int
    /// Period by period, `channels` cells each.
    package private(set) var cells: [TrendCell]

    /// A series of consecutive periods.
    ///
    /// - Parameters:
    ///   - channels: Number of strata, at least 1.
    ///   - cells: Period by period; the count is a multiple of `channels`. Periods without any value stand as empty cells.
    package init(channels: Int, cells: [TrendCell]) {
        precondition(channels > 0, "a series needs at least one channel")
        precondition(cells.count.isMultiple(of: channels), "every period needs one cell for each channel")
        self.channels = channels
        self.cells = cells
    }

    /// Number of periods.
    package var periods: Int { cells.count / channels }

    package subscript(period: Int, channel: Int) -> TrendCell {
        get { cells[period * channels + channel] }
        set { cells[period * channels + channel] = newValue }
    }

    /// Values in a period, over all channels.
    package func count(_ period: Int) -> Int {
        (0..<channels).reduce(0) { $0 + self[period, $1].n }
    }

    /// The first periods alone: what was known then.
    package func prefix(_ periods: Int) -> TrendSeries {
        TrendSeries(channels: channels, cells: Array(cells.prefix(periods * channels)))
    }

    /// The cells of some periods added up, one for each channel.
    package func total(_ range: Range<Int>) -> [TrendCell] {
        var result = [TrendCell](repeating: TrendCell(), count: channels)
        for period in range {
            for channel in 0..<channels { result[channel] += self[period, channel] }
        }
        return result
    }
}
