import Glibc

/// A dense symmetric matrix, for small fits.
package struct SymmetricMatrix: Hashable, Sendable {
    package let size: Int
    /// Row by row; both triangles are kept.
    package private(set) var elements: [Double]

    /// A matrix of zeros.
    package init(size: Int) {
        self.size = size
        elements = [Double](repeating: 0, count: size * size)
    }

    /// Setting an element sets its mirror as well.
    package subscript(row: Int, column: Int) -> Double {
        get { elements[row * size + column] }
        set {
            elements[row * size + column] = newValue
            elements[column * size + row] = newValue
        }
    }

    /// Adds the outer product of a vector with itself, times a weight, in O(size²).
    package mutating func addOuterProduct(of vector: [Double], weight: Double = 1) {
        for row in 0..<size where vector[row] != 0 {
            for column in 0..<size { elements[row * size + column] += weight * vector[row] * vector[column] }
        }
    }

    /// The product of this matrix, a middle one, and this matrix again, in O(size³).
    package func sandwich(_ middle: SymmetricMatrix) -> SymmetricMatrix {
        var half = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            for column in 0..<size {
                half[row * size + column] = (0..<size).reduce(0) { $0 + self[row, $1] * middle[$1, column] }
            }
        }
        var result = SymmetricMatrix(size: size)
        for row in 0..<size {
            for column in 0...row {
                result[row, column] = (0..<size).reduce(0) { $0 + half[row * size + $1] * self[$1, column] }
            }
        }
        return result
    }

    /// The lower triangle L with L·Lᵀ equal to the matrix; `nil` when it is not positive definite.
    ///
    /// O(size³). Source: Golub and Van Loan, Matrix Computations, algorithm 4.2.1.
    package func cholesky() -> CholeskyFactor? {
        var lower = [Double](repeating: 0, count: size * size)
        for column in 0..<size {
            var pivot = self[column, column]
            for k in 0..<column { pivot -= lower[column * size + k] * lower[column * size + k] }
            guard pivot > self[column, column] * 1e-13, pivot > 0 else { return nil }
            let root = pivot.squareRoot()
            lower[column * size + column] = root
            for row in (column + 1)..<max(size, column + 1) {
                var value = self[row, column]
                for k in 0..<column { value -= lower[row * size + k] * lower[column * size + k] }
                lower[row * size + column] = value / root
            }
        }
        return CholeskyFactor(size: size, lower: lower)
    }
}

/// A Cholesky factor, ready to solve.
package struct CholeskyFactor: Hashable, Sendable {
    package let size: Int
    fileprivate let lower: [Double]

    fileprivate init(size: Int, lower: [Double]) {
        self.size = size
        self.lower = lower
    }

    /// The x with A·x equal to `right`, in O(size²).
    package func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in 0..<size {
            for k in 0..<row { x[row] -= lower[row * size + k] * x[k] }
            x[row] /= lower[row * size + row]
        }
        for row in (0..<size).reversed() {
            for k in (row + 1)..<max(size, row + 1) { x[row] -= lower[k * size + row] * x[k] }
            x[row] /= lower[row * size + row]
        }
        return x
    }

    /// The inverse of A, in O(size³).
    package func inverse() -> SymmetricMatrix {
        var result = SymmetricMatrix(size: size)
        for column in 0..<size {
            var unit = [Double](repeating: 0, count: size)
            unit[column] = 1
            let solved = solve(unit)
            for row in column..<size { result[row, column] = solved[row] }
        }
        return result
    }

    /// ln det A.
    package var logDeterminant: Double {
        (0..<size).reduce(0) { $0 + 2 * log(lower[$1 * size + $1]) }
    }
}
