import Feedback
import Measures
import Reports

/// Compares each year with the one before it.
struct YearChangeBuilder {
    let minimumVoices: Int

    /// Changes of support strength, oldest first; years without voices on either side are left out.
    func changes(of cells: BrandCells) -> [YearChange] {
        let years = cells.periods(.year)
        return zip(years, years.dropFirst()).compactMap { before, after in
            guard let old = cells.cell(.support, before), let new = cells.cell(.support, after) else { return nil }
            return change(from: (before, old), to: (after, new), in: cells)
        }
    }

    private func change(
        from before: (period: Period, cell: Cell),
        to after: (period: Period, cell: Cell),
        in cells: BrandCells
    ) -> YearChange? {
        let old = Measures.Strength(cell: before.cell, minimumVoices: minimumVoices)
        let new = Measures.Strength(cell: after.cell, minimumVoices: minimumVoices)
        var result = YearChange(
            from: before.period.description,
            to: after.period.description,
            before: Reports.Strength(old),
            after: Reports.Strength(new)
        )
        guard let old, let new, old.isSufficient, new.isSufficient else { return result }
        let split = MeanSplit(
            before: channelCells(before.period, in: cells),
            after: channelCells(after.period, in: cells)
        )
        result.within = split.map { $0.within / 200 }
        result.mix = split.map { $0.mix / 200 }
        guard let oldError = old.standardError, let newError = new.standardError else { return result }
        let error = (oldError * oldError + newError * newError).squareRoot()
        let value = new.value - old.value
        result.difference = ValueRange(value: value, low: value - 1.96 * error, high: value + 1.96 * error)
        return result
    }

    /// One cell a channel, in the order of the channels' names.
    private func channelCells(_ period: Period, in cells: BrandCells) -> [TrendCell] {
        let channels = Set(cells.all.compactMap(\.key.channel)).sorted()
        return channels.map { channel in
            let cell = cells.cell(.support, period, channel: channel)
            return TrendCell(n: cell?.n ?? 0, sum: cell?.sum ?? 0, sumOfSquares: cell?.sumOfSquares ?? 0)
        }
    }
}
