package import Feedback
package import Measures
package import Store

/// The cells of one product of a brand, summed from its voices when they are asked for.
///
/// They are not kept as those of channels are: a marketplace has a product for every item, and cells for each by month,
/// measure and channel would outgrow the voices. For series, support strength and low stars alone are summed.
package enum ProductCells {
    /// Products of a brand whose series are tested at most: those that most voices name.
    package static let mostTested = 20

    /// The products of a brand whose series are tested: at least `least` voices with a support polarity name each, and
    /// as many do not, so that it is another series than the brand's.
    static func tested(of brand: String, least: Int, in db: StoreConnection) throws -> [String] {
        let whole = CellKey(brand: brand, period: Period(length: .all, index: 0), measure: .support)
        let all = try CellTable.cell(at: whole, in: db)?.n ?? 0
        return try VoiceTable.products(of: brand, least: max(1, least), limit: mostTested, in: db)
            .filter { all - $0.voices >= least }.map(\.name)
    }

    /// By every length of period but weeks, with what erased voices left.
    package static func cells(of product: String, brand: String, in db: StoreConnection) throws -> BrandCells {
        try ProductVoices(of: product, brand: brand, in: db).cells(lengths: CellAccumulator.defaultLengths)
    }

    /// What the voices of a product add, as they stand.
    package static func voices(of product: String, brand: String, in db: StoreConnection) throws -> [CellKey: Cell] {
        let cells = try ProductVoices(of: product, brand: brand, in: db).sums(lengths: CellAccumulator.defaultLengths)
        return Dictionary(cells.map { ($0.key, $0.cell) }) { first, _ in first }
    }

    /// The cells of some months of a product by S, B and facets, sorted by key.
    ///
    /// `channel`: `nil` for all together.
    package static func months(
        _ months: ClosedRange<Period>,
        of product: String,
        brand: String,
        channel: String?,
        in db: StoreConnection
    ) throws -> [KeyedCell] {
        let next = Period(length: .month, index: months.upperBound.index + 1)
        let days = months.lowerBound.firstDay.number..<next.firstDay.number
        let subject = ComparedVoice.Subject(brand: brand, product: product, channel: channel)
        var builder = CellBuilder()
        try subject.forEach(days: days, in: db) { voice in
            var counted = Voice(counted: brand, customer: voice.customerCode, day: voice.day, channel: voice.channel)
            (counted.supportPolarity, counted.brandPolarity) = (voice.supportPolarity, voice.brandPolarity)
            counted.facetPolarity = voice.facets.compactMap { name, basisPoints in
                Facet(rawValue: name).map { FacetPolarity(facet: $0, basisPoints: basisPoints) }
            }
            builder.add(counted)
        }
        return builder.cells(lengths: [.month]).filter { cell in
            guard cell.key.channel == channel else { return false }
            if case .facet = cell.key.measure { return true }
            return cell.key.measure == .support || cell.key.measure == .brand
        }
    }
}
