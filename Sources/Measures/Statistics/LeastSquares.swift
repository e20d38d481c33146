/// A weighted linear least-squares fit.
package struct LeastSquares: Hashable, Sendable {
    package let coefficients: [Double]
    /// (XᵀWX)⁻¹; times `residualVariance` the covariance of the coefficients.
    package let inverseNormal: SymmetricMatrix
    package let residuals: [Double]
    /// Σ w·residual².
    package let residualSumOfSquares: Double
    /// Rows minus columns.
    package let degreesOfFreedom: Int

    /// Fits y ≈ X·β, minimising Σ w·(y − X·β)².
    ///
    /// `nil` with fewer rows than columns, or when the columns are not independent.
    ///
    /// - Parameters:
    ///   - rows: The rows of X, all of one length; put a 1 in each for an intercept.
    ///   - y: One value a row.
    ///   - weights: Not negative, one a row; all 1 when `nil`.
    package init?(rows: [[Double]], y: [Double], weights: [Double]? = nil) {
        guard let width = rows.first?.count, width > 0, rows.count >= width, y.count == rows.count else { return nil }
        var normal = SymmetricMatrix(size: width)
        var right = [Double](repeating: 0, count: width)
        for (index, row) in rows.enumerated() {
            let weight = weights?[index] ?? 1
            normal.addOuterProduct(of: row, weight: weight)
            for column in 0..<width { right[column] += weight * row[column] * y[index] }
        }
        guard let factor = normal.cholesky() else { return nil }
        var beta = factor.solve(right)
        var residuals = Self.residuals(rows, y, beta)
        // One step of refinement wins back the digits that forming the normal matrix lost.
        var correction = [Double](repeating: 0, count: width)
        for (index, row) in rows.enumerated() {
            let scaled = (weights?[index] ?? 1) * residuals[index]
            for column in 0..<width { correction[column] += row[column] * scaled }
        }
        for (column, change) in factor.solve(correction).enumerated() { beta[column] += change }
        residuals = Self.residuals(rows, y, beta)
        coefficients = beta
        inverseNormal = factor.inverse()
        self.residuals = residuals
        residualSumOfSquares = residuals.indices.reduce(0) {
            $0 + (weights?[$1] ?? 1) * residuals[$1] * residuals[$1]
        }
        degreesOfFreedom = rows.count - width
    }

    /// Residual sum of squares over degrees of freedom; `nil` when the fit is saturated.
    package var residualVariance: Double? {
        degreesOfFreedom > 0 ? residualSumOfSquares / Double(degreesOfFreedom) : nil
    }

    /// Standard error of one coefficient under equal variances; `nil` when the fit is saturated.
    package func standardError(_ index: Int) -> Double? {
        residualVariance.map { ($0 * inverseNormal[index, index]).squareRoot() }
    }

    private static func residuals(_ rows: [[Double]], _ y: [Double], _ beta: [Double]) -> [Double] {
        rows.indices.map { index in
            y[index] - rows[index].indices.reduce(0) { $0 + rows[index][$1] * beta[$1] }
        }
    }
}
