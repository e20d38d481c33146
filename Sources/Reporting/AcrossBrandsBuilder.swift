import Feedback
import Flags
import Measures
import Reports

/// Sets S against B over many brands.
struct AcrossBrandsBuilder {
    /// Fewest months with enough voices for a brand to take part.
    private static let leastMonths = 8
    private static let leastBrands = 3

    let minimumVoices: Int
    private var panel: [[(x: Double, y: Double)]] = []

    init(minimumVoices: Int) {
        self.minimumVoices = minimumVoices
    }

    mutating func add(_ cells: BrandCells) {
        let pairs = PairedPeriod.pairs(of: cells.brand, length: .month, in: cells.all, minimumVoices: minimumVoices)
        if pairs.count >= Self.leastMonths { panel.append(pairs.map { (x: $0.support, y: $0.brand) }) }
    }

    /// - Returns: `nil` under three brands with enough months.
    var result: AcrossBrands? {
        guard panel.count >= Self.leastBrands, let slopes = PanelSlopes(panel) else { return nil }
        return AcrossBrands(
            brands: slopes.brands,
            withinSlope: ValueRange(slopes.within.slope, slopes.within.interval),
            betweenSlope: slopes.between.map { ValueRange($0.slope, $0.interval) }
        )
    }
}
