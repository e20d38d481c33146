import Feedback

/// The regression behind `KeyDrivers`.
struct DriverFit {
    /// Standardized coefficient of one facet.
    struct Effect {
        let effect: Double
        let interval: ClosedRange<Double>
        let p: Double
    }

    /// In the order of the facets.
    let effects: [Effect]
    let customers: Int
    let explained: Double

    /// Fits rows sorted by customer; `nil` when it cannot.
    init?(_ rows: [DriverRow], facets: [Facet]) {
        let width = facets.count + 1
        let count = Double(rows.count)
        guard !facets.isEmpty, rows.count > width, let center = Sample.mean(rows.map(\.brand)) else { return nil }
        let design = Design(facets: facets)
        var normal = SymmetricMatrix(size: width)
        var right = [Double](repeating: 0, count: width)
        var square = 0.0
        for row in rows {
            let x = design.row(row)
            normal.addOuterProduct(of: x)
            let y = row.brand - center
            square += y * y
            for column in 0..<width { right[column] += x[column] * y }
        }
        guard square > 0, let factor = normal.cholesky() else { return nil }
        let beta = factor.solve(right)
        let meat = Self.clusteredScores(rows, design, beta, center)
        guard meat.customers >= 2 else { return nil }
        let groups = Double(meat.customers)
        let correction = groups / (groups - 1) * (count - 1) / (count - Double(width))
        let covariance = factor.inverse().sandwich(meat.matrix)
        let quantile = StudentDistribution.quantile(0.975, df: groups - 1)
        effects = (1..<width).map { column in
            let spread = max(0, normal[column, column] - normal[0, column] * normal[0, column] / count)
            let scale = (spread / square).squareRoot()
            let error = max(0, covariance[column, column] * correction).squareRoot()
            let reach = quantile * error * scale
            return Effect(
                effect: beta[column] * scale,
                interval: beta[column] * scale - reach...beta[column] * scale + reach,
                p: error > 0 ? StudentDistribution.twoSided(beta[column] / error, df: groups - 1) : 0
            )
        }
        customers = meat.customers
        explained = min(1, max(0, zip(beta, right).reduce(0) { $0 + $1.0 * $1.1 } / square))
    }

    /// Σ over customers of (Σ x·residual)(Σ x·residual)ᵀ.
    private static func clusteredScores(
        _ rows: [DriverRow],
        _ design: Design,
        _ beta: [Double],
        _ center: Double
    ) -> (matrix: SymmetricMatrix, customers: Int) {
        var matrix = SymmetricMatrix(size: beta.count)
        var score = [Double](repeating: 0, count: beta.count)
        var customers = 0
        for (index, row) in rows.enumerated() {
            let x = design.row(row)
            let residual = row.brand - center - zip(x, beta).reduce(0) { $0 + $1.0 * $1.1 }
            for column in x.indices { score[column] += x[column] * residual }
            if index + 1 == rows.count || rows[index + 1].customer != row.customer {
                matrix.addOuterProduct(of: score)
                score = [Double](repeating: 0, count: beta.count)
                customers += 1
            }
        }
        return (matrix, customers)
    }
}

/// Turns a voice into a row of numbers: 1, then each facet's polarity or 0.
private struct Design {
    let facets: [Facet]

    func row(_ row: DriverRow) -> [Double] { [1] + facets.map { row.polarities[$0] ?? 0 } }
}
