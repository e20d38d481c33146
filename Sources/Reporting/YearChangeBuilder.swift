import Feedback
import Flags
import Measures
import Reports

/// Compares each year, and each of the latest seasons, with the same time a year before.
struct YearChangeBuilder {
    let minimumVoices: Int
    let zone: Zone

    /// Years of support strength, then of brand strength, then the months of the latest seasons; each oldest first.
    func changes(of cells: BrandCells) -> [YearChange] {
        let seasons = list(.support, .month, cells).suffix(12).compactMap { entry -> YearChange? in
            guard entry.isSufficient, let season = season(of: entry.key.period) else { return nil }
            var change = change(entry, .support)
            change.season = season
            return change
        }
        return list(.support, .year, cells).map { change($0, .support) }
            + list(.brand, .year, cells).map { change($0, .brand) } + seasons
    }

    private func list(_ measure: MeasureID, _ length: PeriodLength, _ cells: BrandCells) -> [YearOverYear] {
        YearOverYear.list(
            of: cells.brand,
            measure: measure,
            length: length,
            cells: cells.all,
            minimumVoices: minimumVoices
        )
    }

    private func change(_ entry: YearOverYear, _ measure: StrengthMeasure) -> YearChange {
        var result = YearChange(
            measure: measure,
            from: entry.earlier.description,
            to: entry.key.period.description,
            before: Reports.Strength(entry.before, minimumVoices: minimumVoices),
            after: Reports.Strength(entry.after, minimumVoices: minimumVoices)
        )
        guard entry.isSufficient else { return result }
        result.difference = entry.raw.map { ValueRange($0) }
        result.within = Double(entry.attribution.within) / 200_000
        result.mix = Double(entry.attribution.mix) / 200_000
        return result
    }

    /// The season that falls into a month: Japan's own there, Christmas elsewhere.
    private func season(of month: Period) -> Season? {
        let number = month.firstDay.civil.month
        guard zone.identifier == Zone.tokyo.identifier else { return number == 12 ? .christmas : nil }
        return switch number {
        case 5: .goldenWeek
        case 8: .obon
        case 12, 1: .yearEnd
        default: nil
        }
    }
}
