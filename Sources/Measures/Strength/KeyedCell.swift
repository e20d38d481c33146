/// A cell and where it stands.
package struct KeyedCell: Hashable, Sendable {
    package let key: CellKey
    package let cell: Cell

    package init(key: CellKey, cell: Cell) {
        self.key = key
        self.cell = cell
    }
}
