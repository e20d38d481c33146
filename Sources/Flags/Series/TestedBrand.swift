package import Measures

/// The cells of a brand, for change detection over all brands of a run.
package struct TestedBrand {
    package let brand: String
    package let cells: [KeyedCell]

    package init(brand: String, cells: [KeyedCell]) {
        self.brand = brand
        self.cells = cells
    }
}
