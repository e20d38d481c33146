import Feedback
import Measures
import Reports
import Store

/// Sets the brand strength of voices that praise a facet against that of voices that blame it.
///
/// Brand polarity taken from valence is left out, since it rests on the same words as the facets.
struct DriverBuilder {
    private static let bases: [Voice.BrandBasis] = [.signals, .rating]
    /// Voices a facet needs on both sides together.
    private static let leastVoices = 20

    let minimumVoices: Int

    /// The largest differences first; an association and not a cause.
    func drivers(of brand: String, in db: StoreConnection) throws -> [KeyDriver] {
        var praise: [String: Cell] = [:]
        var blame: [String: Cell] = [:]
        try ReportVoices.forEachDriverSum(of: brand, bases: Self.bases.map(\.rawValue), in: db) { row in
            let cell = Cell(ofCustomer: row.voices, sum: row.sum, sumOfSquares: row.sumOfSquares)
            if row.praises {
                praise[row.facet, default: Cell()].merge(cell)
            } else {
                blame[row.facet, default: Cell()].merge(cell)
            }
        }
        return Facet.allCases.compactMap { facet in
            driver(facet, praise: praise[facet.rawValue] ?? Cell(), blame: blame[facet.rawValue] ?? Cell())
        }
        .sorted { left, right in
            let (first, second) = (abs(left.points.value), abs(right.points.value))
            return first == second ? left.facet < right.facet : first > second
        }
    }

    private func driver(_ facet: Facet, praise: Cell, blame: Cell) -> KeyDriver? {
        guard min(praise.n, blame.n) >= minimumVoices, praise.n + blame.n >= Self.leastVoices,
            let change = MeanChange(before: blame, after: praise)
        else { return nil }
        return KeyDriver(facet: facet, points: ValueRange(change), voices: praise.n + blame.n)
    }
}

extension ValueRange {
    /// A difference of polarities as points of strength.
    init(_ change: MeanChange) {
        self.init(
            change.difference / 200,
            (change.interval.lowerBound / 200)...(change.interval.upperBound / 200)
        )
    }
}
