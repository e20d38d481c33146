import Feedback
import Measures
import Workspace

/// Which cells a workspace keeps.
struct CellKinds: Sendable {
    let minimumVoices: Int
    /// Whether changes are looked for by week.
    let hasWeeks: Bool

    var lengths: [PeriodLength] { CellAccumulator.defaultLengths + (hasWeeks ? [.week] : []) }

    /// Weeks serve the search for changes in support strength alone.
    func contains(_ key: CellKey) -> Bool { contains(key.measure, key.period) }

    /// Those of one period and channel that are kept.
    func kept(_ group: PeriodCells) -> [PeriodCells.Measured] {
        group.cells.filter { contains($0.measure, group.period) }
    }

    private func contains(_ measure: MeasureID, _ period: Period) -> Bool {
        period.length != .week || measure == .support
    }
}

extension CellKinds {
    init(_ settings: Settings) {
        self.init(minimumVoices: settings.minimumVoices, hasWeeks: settings.flagPeriods.contains(.week))
    }
}
