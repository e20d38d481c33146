import Flags
import Measures
import Store

/// Changes of the stored cells.
struct StoredCells {
    let kinds: CellKinds

    /// What stands at a place; nothing where no voice counts.
    func cell(at key: CellKey, in db: StoreConnection) throws -> Cell {
        try CellTable.cell(at: key, in: db) ?? Cell()
    }

    /// Adds to the cells of some places; those without a voice go.
    func add(_ changes: [CellKey: Cell], in db: StoreConnection) throws {
        try CellTable.replace(sums(PeriodCells.grouped(changes), in: db), in: db)
    }

    /// The cells at some places, and the same with what is added; those without a voice go.
    func sums(_ changes: [PeriodCells], in db: StoreConnection) throws -> [CellTable.Change] {
        var finder = CellFinder()
        return try changes.compactMap { change in
            let added = kinds.kept(change)
            return added.isEmpty ? nil : try sum(added, at: change, &finder, in: db)
        }
    }

    /// Adds what erased voices left to cells that were made of the others alone.
    func addSealed(in db: StoreConnection) throws {
        let sealed = try SealedCellTable.cells(in: db).compactMap(KeyedCell.init)
        try add(Dictionary(sealed.map { ($0.key, $0.cell) }) { first, _ in first }, in: db)
    }

    /// A cell as one row.
    func row(_ key: CellKey, _ cell: Cell) -> CellRow {
        CellRow(KeyedCell(key: key, cell: cell), minimumVoices: kinds.minimumVoices)
    }

    private func sum(
        _ added: [PeriodCells.Measured],
        at place: PeriodCells,
        _ finder: inout CellFinder,
        in db: StoreConnection
    ) throws -> CellTable.Change {
        let channel = place.channel ?? CellGroup.allChannels
        let old = try finder.stored(place.brand, place.period, channel: channel, in: db)
        return CellTable.Change(
            old: old,
            new: CellGroup(
                brand: place.brand,
                period: place.period,
                channel: channel,
                sums: sums(old?.sums ?? [], with: added)
            )
        )
    }

    /// Both are in the order of the measures' names, and so is what they give.
    private func sums(_ old: [CellSums], with added: [PeriodCells.Measured]) -> [CellSums] {
        var (rest, sums) = (old[...], [CellSums]())
        for change in added {
            let name = change.measure.rawValue
            while let first = rest.first, first.measure < name { sums.append(rest.removeFirst()) }
            var cell = change.cell
            if rest.first?.measure == name { cell.merge(Cell(rest.removeFirst())) }
            if cell.n > 0 { sums.append(CellSums(change.measure, cell, minimumVoices: kinds.minimumVoices)) }
        }
        return sums + rest
    }
}
