import Feedback
import Flags
import Measures
import Reports

/// Sets S against B over many brands.
struct AcrossBrandsBuilder {
    /// Fewest months with enough voices for a brand to take part.
    private static let leastMonths = 8
    private static let leastBrands = 3

    /// S and B of the months of a brand in which both have enough voices.
    typealias Months = [(x: Double, y: Double)]

    private var panel: [Months] = []

    /// `verdict`: on the brand.
    static func months(of verdict: EqualityVerdict) -> Months {
        verdict.series.map { (x: $0.support, y: $0.brand) }
    }

    mutating func add(_ months: Months) {
        if months.count >= Self.leastMonths { panel.append(months) }
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
