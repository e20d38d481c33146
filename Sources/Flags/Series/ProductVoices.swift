import Feedback
import Measures
import Store

/// The voices of one product of a brand, as much of them as its cells count: read from a database, and summed without it.
struct ProductVoices: Sendable {
    private static let measures: Set<MeasureID> = [.support, .lowStarShare]

    let product: String
    private let brand: String
    private var builder = CellBuilder()
    /// What erased voices left.
    private let sealed: [KeyedCell]

    init(of product: String, brand: String, in db: StoreConnection) throws {
        (self.product, self.brand) = (product, brand)
        sealed = try SealedProductTable.cells(of: product, brand: brand, in: db).compactMap(KeyedCell.init)
        var builder = CellBuilder()
        try VoiceTable.forEach(ofProduct: product, brand: brand, in: db) { voice in
            var counted = Voice(counted: brand, customer: voice.customerCode, day: voice.day, channel: voice.channel)
            (counted.supportPolarity, counted.rating) = (voice.supportPolarity, voice.rating)
            builder.add(counted)
        }
        self.builder = builder
    }

    /// The sums of the voices that stand, by key.
    func sums(lengths: [PeriodLength]) -> [KeyedCell] {
        builder.cells(lengths: lengths).filter { Self.measures.contains($0.key.measure) }
    }

    /// The same with what erased voices left.
    func cells(lengths: [PeriodLength]) -> BrandCells {
        let sums = sums(lengths: lengths)
        let own = sealed.filter { lengths.contains($0.key.period.length) }
        if own.isEmpty { return BrandCells(brand: brand, cells: sums) }
        var cells = Dictionary(sums.map { ($0.key, $0.cell) }) { first, _ in first }
        for left in own { cells[left.key, default: Cell()].merge(left.cell) }
        let keyed = cells.sorted { $0.key < $1.key }.map { KeyedCell(key: $0.key, cell: $0.value) }
        return BrandCells(brand: brand, cells: keyed)
    }
}
