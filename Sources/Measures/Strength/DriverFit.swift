import Feedback

/// The regression behind `KeyDrivers`.
struct DriverFit {
    /// One facet's coefficient.
    struct Effect {
        /// Standard deviations of brand polarity a standard deviation of the facet.
        let standardized: Double
        /// Half width of its 95 % interval.
        let standardizedReach: Double
        /// Change of brand polarity a unit of the facet.
        let slope: Double
        /// Half width of its 95 % interval.
        let slopeReach: Double
        let p: Double
    }

    /// In the order of the facets.
    let effects: [Effect]
    let customers: Int
    let explained: Double

    /// Fits rows that come sorted by customer, and come twice; `nil` when it cannot.
    init?(_ sums: DriverSums, facets: [Facet], rows: ((DriverRow) -> Void) throws -> Void) rethrows {
        let width = facets.count + 1
        guard !facets.isEmpty, sums.voices > width else { return nil }
        let count = Double(sums.voices)
        let places = [0] + facets.map { $0.order + 1 }
        var normal = SymmetricMatrix(size: width)
        for (row, left) in places.enumerated() {
            for (column, right) in places.enumerated() where column <= row {
                normal[row, column] = sums.products[left, right]
            }
        }
        let center = sums.brand / count
        let right = places.map { sums.withBrand[$0] - center * sums.products[$0, 0] }
        let square = sums.brandSquared - center * sums.brand
        guard square > 0, let factor = normal.cholesky() else { return nil }
        let beta = factor.solve(right)
        let meat = try Self.clusteredScores(places, beta, center, rows)
        guard meat.customers >= 2 else { return nil }
        let groups = Double(meat.customers)
        let correction = groups / (groups - 1) * (count - 1) / (count - Double(width))
        let covariance = factor.inverse().sandwich(meat.matrix)
        let quantile = StudentDistribution.quantile(0.975, df: groups - 1)
        effects = (1..<width).map { column in
            let spread = max(0, normal[column, column] - normal[0, column] * normal[0, column] / count)
            let scale = (spread / square).squareRoot()
            let error = max(0, covariance[column, column] * correction).squareRoot()
            return Effect(
                standardized: beta[column] * scale,
                standardizedReach: quantile * error * scale,
                slope: beta[column],
                slopeReach: quantile * error,
                p: error > 0 ? StudentDistribution.twoSided(beta[column] / error, df: groups - 1) : 0
            )
        }
        customers = meat.customers
        explained = min(1, max(0, zip(beta, right).reduce(0) { $0 + $1.0 * $1.1 } / square))
    }

    /// Σ over customers of (Σ x·residual)(Σ x·residual)ᵀ.
    private static func clusteredScores(
        _ places: [Int],
        _ beta: [Double],
        _ center: Double,
        _ rows: ((DriverRow) -> Void) throws -> Void
    ) rethrows -> (matrix: SymmetricMatrix, customers: Int) {
        var matrix = SymmetricMatrix(size: beta.count)
        let empty = [Double](repeating: 0, count: beta.count)
        var score = empty
        var customer: String?
        var customers = 0
        func finish() {
            guard customer != nil else { return }
            matrix.addOuterProduct(of: score)
            score = empty
            customers += 1
        }
        try rows { row in
            if row.customer != customer {
                finish()
                customer = row.customer
            }
            var residual = row.brand - center
            for (column, place) in places.enumerated() { residual -= row.values[place] * beta[column] }
            for (column, place) in places.enumerated() { score[column] += row.values[place] * residual }
        }
        finish()
        return (matrix, customers)
    }
}

/// Sums over all rows, for every facet, so that one pass over the voices is enough for them.
struct DriverSums {
    private(set) var voices = 0
    /// Σ x·xᵀ, 1 first and then the facets in their order.
    private(set) var products = SymmetricMatrix(size: Facet.inOrder.count + 1)
    /// Σ x·b.
    private(set) var withBrand = [Double](repeating: 0, count: Facet.inOrder.count + 1)
    /// Σ b.
    private(set) var brand = 0.0
    /// Σ b².
    private(set) var brandSquared = 0.0
    /// Voices that praise or blame each facet.
    private(set) var mentions = [Int](repeating: 0, count: Facet.inOrder.count)

    mutating func add(_ row: DriverRow) {
        voices += 1
        products.addOuterProduct(of: row.values)
        for place in row.values.indices { withBrand[place] += row.values[place] * row.brand }
        brand += row.brand
        brandSquared += row.brand * row.brand
        for facet in row.facets { mentions[facet.order] += 1 }
    }
}
