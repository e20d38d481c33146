import Feedback
import Flags
import Measures
import Store
import Workspace

/// What erased voices add to a brand in a period, over all channels.
struct SealedSums {
    private var cells: [MeasureID: Cell] = [:]

    /// `period`: as in ``PeriodName``; of two with `..` between, the months.
    init(of brand: String, in period: String, of context: WorkspaceContext) throws {
        let sealed = try context.database.read { try SealedCellTable.cells(of: brand, in: $0) }
            .compactMap(KeyedCell.init).filter { $0.key.channel == nil && $0.key.period.length != .week }
        let exact = sealed.filter { $0.key.period.description == period }
        let months = sealed.filter {
            $0.key.period.length == .month && PeriodName.contains(period, month: $0.key.period.description)
        }
        for keyed in period.contains("..") ? months : exact {
            cells[keyed.key.measure, default: Cell()].merge(keyed.cell)
        }
    }

    var isEmpty: Bool { cells.isEmpty }

    func cell(_ measure: MeasureID) -> Cell { cells[measure] ?? Cell() }
}
