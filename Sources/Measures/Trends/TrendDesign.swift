import Glibc

/// A weighted ridge fit of everything but the change that is looked for, ready to score any step, dip or ramp in O(columns).
///
/// Columns: intercept, changes accepted so far (both free); yearly harmonics and what is unknown about the channels (both with a normal prior, hence a ridge of 1 after scaling).
/// Source: mixed-model equations, Henderson, Biometrics 31, 1975; added-variable score, Rao 1948.
struct TrendDesign: Sendable {
    let rows: Int
    let columns: Int
    /// Row by row.
    let matrix: [Double]
    /// The columns from here on have a ridge of 1.
    let firstRandom: Int
    /// 1 / variance of each row.
    let weights: [Double]
    let root: TriangularRoot
    /// Lower⁻¹ Σ_{i≥k} w_i z_i for k in 0...rows, `columns` numbers each.
    let suffixes: [Double]
    /// Σ_{i≥k} w_i for k in 0...rows.
    let suffixWeights: [Double]

    init(rows: Int, columns: Int, matrix: [Double], firstRandom: Int, weights: [Double]) {
        self.rows = rows
        self.columns = columns
        self.matrix = matrix
        self.firstRandom = firstRandom
        self.weights = weights
        root = Self.factor(rows, columns, matrix, firstRandom, weights)
        var sums = [Double](repeating: 0, count: (rows + 1) * columns)
        var total = [Double](repeating: 0, count: rows + 1)
        for row in (0..<rows).reversed() {
            total[row] = total[row + 1] + weights[row]
            for column in 0..<columns {
                sums[row * columns + column] =
                    sums[(row + 1) * columns + column] + weights[row] * matrix[row * columns + column]
            }
        }
        for row in 0..<rows { root.solveLower(&sums, from: row * columns) }
        suffixes = sums
        suffixWeights = total
    }

    private static func factor(
        _ rows: Int,
        _ columns: Int,
        _ matrix: [Double],
        _ firstRandom: Int,
        _ weights: [Double]
    ) -> TriangularRoot {
        var normal = [Double](repeating: 0, count: columns * columns)
        for row in 0..<rows {
            for i in 0..<columns {
                let scaled = weights[row] * matrix[row * columns + i]
                for j in 0...i { normal[i * columns + j] += scaled * matrix[row * columns + j] }
            }
        }
        for i in 0..<columns {
            if i >= firstRandom { normal[i * columns + i] += 1 }
            for j in 0..<i { normal[j * columns + i] = normal[i * columns + j] }
        }
        return TriangularRoot(size: columns, rows: normal)
    }

    /// Lower⁻¹ Zᵀ W y.
    func projected(_ y: [Double]) -> [Double] {
        var right = [Double](repeating: 0, count: columns)
        for row in 0..<rows {
            let scaled = weights[row] * y[row]
            for column in 0..<columns { right[column] += scaled * matrix[row * columns + column] }
        }
        root.solveLower(&right)
        return right
    }

    /// The score of a unit step at each of 0...rows: Σ_{i≥k} w_i (y_i − fit_i).
    func stepScores(_ y: [Double]) -> [Double] {
        let projection = projected(y)
        var scores = [Double](repeating: 0, count: rows + 1)
        var sum = 0.0
        for row in (0..<rows).reversed() {
            sum += weights[row] * y[row]
            var fitted = 0.0
            for column in 0..<columns { fitted += suffixes[row * columns + column] * projection[column] }
            scores[row] = sum - fitted
        }
        return scores
    }

    /// Coefficients of all columns.
    func coefficients(_ y: [Double]) -> [Double] {
        var solution = projected(y)
        root.solveUpper(&solution)
        return solution
    }

    /// y less the whole fit.
    func residuals(_ y: [Double]) -> [Double] {
        let beta = coefficients(y)
        return (0..<rows).map { row in
            (0..<columns).reduce(y[row]) { $0 - matrix[row * columns + $1] * beta[$1] }
        }
    }

    /// Restricted log-likelihood, up to a constant that does not depend on the weights.
    func logLikelihood(_ y: [Double]) -> Double {
        var result = -root.logPivots
        for row in 0..<rows { result += 0.5 * log(weights[row]) - 0.5 * weights[row] * y[row] * y[row] }
        return projected(y).reduce(result) { $0 + 0.5 * $1 * $1 }
    }
}
