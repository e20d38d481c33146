import Feedback
import Flags
import Measures
import Reports

/// One measure of a brand over time.
struct LevelSeries {
    let cells: BrandCells
    let minimumVoices: Int

    /// By quarter where at least half of the quarters have voices enough, and by year otherwise; oldest first, no gaps.
    ///
    /// `channel`: `nil` for all channels.
    func points(_ measure: MeasureID, channel: String? = nil) -> [LevelPoint] {
        let quarters = points(measure, by: .quarter, channel: channel)
        let filled = quarters.count { $0.strength.range != nil }
        return filled * 2 >= quarters.count ? quarters : points(measure, by: .year, channel: channel)
    }

    /// One point a year from the first with a voice to the last; empty without dated voices.
    func years(_ measure: MeasureID) -> [LevelPoint] { points(measure, by: .year, channel: nil) }

    /// Counted voices a month, from the first with a voice to the last.
    var calendar: [PeriodCount] {
        // Every counted voice either gives a signal or does not.
        trimmed(
            cells.periods(.month).map { period in
                let voices = cells.cell(.signalShare(.fan), period)?.n ?? 0
                return PeriodCount(period: period.description, voices: voices)
            }
        ) { $0.voices }
    }

    private func points(_ measure: MeasureID, by length: PeriodLength, channel: String?) -> [LevelPoint] {
        trimmed(
            cells.periods(length).map { period in
                let cell = cells.cell(measure, period, channel: channel)
                return LevelPoint(
                    period: period.description,
                    strength: Reports.Strength(cell, minimumVoices: minimumVoices)
                )
            }
        ) { $0.strength.voices }
    }

    /// Without the periods before the first voice and after the last.
    private func trimmed<Point>(_ points: [Point], voices: (Point) -> Int) -> [Point] {
        guard let first = points.firstIndex(where: { voices($0) > 0 }),
            let last = points.lastIndex(where: { voices($0) > 0 })
        else { return [] }
        return Array(points[first...last])
    }
}
