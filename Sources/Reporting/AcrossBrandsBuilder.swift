import Feedback
import Flags
import Measures
import Reports

/// Sets S against B over many brands.
struct AcrossBrandsBuilder {
    /// Fewest months with enough voices for a brand to take part.
    private static let leastMonths = 8
    private static let leastBrands = 3

    /// S and B of a month in which both have enough voices.
    struct Month: Codable, Sendable {
        let support: Double
        let brand: Double
    }

    private var panel: [[(x: Double, y: Double)]] = []

    /// Those of a brand; `verdict`: on the brand.
    static func months(of verdict: EqualityVerdict) -> [Month] {
        verdict.series.map { Month(support: $0.support, brand: $0.brand) }
    }

    /// `months`: of a brand.
    mutating func add(_ months: [Month]) {
        if months.count >= Self.leastMonths { panel.append(months.map { (x: $0.support, y: $0.brand) }) }
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
