import Feedback
import Measures
import Testing

@testable import Flags

struct BrandCellsTests {
    /// One cell at every place there can be, each with another number of voices.
    @Test func everyCellIsFoundWhereItStands() {
        let lengths: [PeriodLength] = [.all, .year, .quarter, .month, .week]
        let keys = MeasureID.all.flatMap { measure in
            lengths.flatMap { length in
                [-1, 0, 7].flatMap { index in
                    [nil, "web", "call"].map { channel in
                        CellKey(
                            brand: "Lotte",
                            period: Period(length: length, index: length == .all ? 0 : index),
                            channel: channel,
                            measure: measure
                        )
                    }
                }
            }
        }
        let cells = keys.enumerated().map { KeyedCell(key: $0.element, cell: Cell(n: $0.offset + 1)) }
        let brand = BrandCells(brand: "Lotte", cells: cells)
        for (place, key) in keys.enumerated() {
            let first = keys.firstIndex(of: key) ?? place
            #expect(brand.cell(key.measure, key.period, channel: key.channel)?.n == first + 1)
        }
        #expect(brand.total(.brand)?.n == keys.firstIndex { $0.measure == .brand }.map { $0 + 1 })
        #expect(brand.cell(.support, Period(length: .month, index: 8)) == nil)
        #expect(brand.cell(.support, Period(length: .month, index: 7), channel: "mail") == nil)
        #expect(brand.periods(.month).map(\.index) == Array(-1...7))
    }
}
