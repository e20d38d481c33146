import Flags
import Measures
import Reporting
import Store

/// Changes of the stored cells.
struct StoredCells {
    let kinds: CellKinds

    /// What stands at a place; nothing where no voice counts.
    func cell(at key: CellKey, in db: StoreConnection) throws -> Cell {
        try CellTable.cell(at: CellRow(at: key), in: db).map(Cell.init) ?? Cell()
    }

    /// Adds to the cells of some places; those without a voice go.
    func add(_ changes: [CellKey: Cell], in db: StoreConnection) throws {
        try CellTable.replace(sums(changes, in: db), in: db)
    }

    /// The cells at some places, and the same with what is added, sorted by key; those without a voice go.
    func sums(_ changes: [CellKey: Cell], in db: StoreConnection) throws -> [(old: CellRow?, new: CellRow?)] {
        try changes.filter { $0.value != Cell() && kinds.contains($0.key) }.sorted { $0.key < $1.key }
            .map { try sum(of: $0.value, at: $0.key, in: db) }
    }

    /// Adds what erased voices left to cells that were made of the others alone.
    func addSealed(in db: StoreConnection) throws {
        let sealed = try SealedCellTable.cells(in: db).compactMap(KeyedCell.init)
        try add(Dictionary(sealed.map { ($0.key, $0.cell) }) { first, _ in first }, in: db)
    }

    func row(_ key: CellKey, _ cell: Cell) -> CellRow {
        CellRow(KeyedCell(key: key, cell: cell), minimumVoices: kinds.minimumVoices)
    }

    /// The cell at a place, and the same with a change; `nil` where nothing is left.
    private func sum(of change: Cell, at key: CellKey, in db: StoreConnection) throws -> (old: CellRow?, new: CellRow?)
    {
        var sum = change
        let old = try CellTable.cell(at: CellRow(at: key), in: db)
        if let old { sum.merge(Cell(old)) }
        return (old, sum.n > 0 ? row(key, sum) : nil)
    }
}
