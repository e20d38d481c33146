import Flags
import Measures
import Reporting
import Store

/// Changes of the stored cells.
struct StoredCells {
    let kinds: CellKinds

    /// What stands at a place; nothing where no voice counts.
    func cell(at key: CellKey, in db: StoreConnection) throws -> Cell {
        try CellTable.cell(at: row(key, Cell()), in: db).flatMap(KeyedCell.init)?.cell ?? Cell()
    }

    /// Adds to the cell of a place; one without a voice goes.
    func add(_ change: Cell, at key: CellKey, in db: StoreConnection) throws {
        guard kinds.contains(key), change != Cell() else { return }
        var sum = change
        if let stored = try CellTable.cell(at: row(key, Cell()), in: db).flatMap(KeyedCell.init) {
            sum.merge(stored.cell)
            try CellTable.remove(at: row(key, Cell()), in: db)
        }
        guard sum.n > 0 else { return }
        try CellTable.insert([row(key, sum)], in: db)
    }

    /// Adds what erased voices left to cells that were made of the others alone.
    func addSealed(in db: StoreConnection) throws {
        for sealed in try SealedCellTable.cells(in: db).compactMap(KeyedCell.init) {
            try add(sealed.cell, at: sealed.key, in: db)
        }
    }

    func row(_ key: CellKey, _ cell: Cell) -> CellRow {
        CellRow(KeyedCell(key: key, cell: cell), minimumVoices: kinds.minimumVoices)
    }
}
