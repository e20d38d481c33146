import Glibc

/// A lower triangle L with L·Lᵀ equal to a positive semidefinite matrix.
///
/// Unlike `CholeskyFactor` it shows its elements, multiplies and solves half-way, and takes a matrix that is singular: the columns of what has no variance are 0.
struct TriangularRoot: Sendable {
    let size: Int
    /// Row by row.
    private(set) var elements: [Double]

    /// The root of a matrix times a positive number, in O(size³).
    ///
    /// Source: Golub and Van Loan, Matrix Computations, algorithm 4.2.1.
    init(_ matrix: SymmetricMatrix, scaledBy scale: Double = 1) {
        self.init(size: matrix.size, rows: matrix.elements.map { $0 * scale })
    }

    /// A root from a full symmetric matrix, row by row.
    init(size: Int, rows: [Double]) {
        self.size = size
        elements = [Double](repeating: 0, count: size * size)
        for column in 0..<size {
            let diagonal = rows[column * size + column]
            var pivot = diagonal
            for k in 0..<column { pivot -= elements[column * size + k] * elements[column * size + k] }
            guard pivot > diagonal * 1e-12, pivot > 0 else { continue }
            let root = pivot.squareRoot()
            elements[column * size + column] = root
            for row in (column + 1)..<max(size, column + 1) {
                var value = rows[row * size + column]
                for k in 0..<column { value -= elements[row * size + k] * elements[column * size + k] }
                elements[row * size + column] = value / root
            }
        }
    }

    subscript(row: Int, column: Int) -> Double { elements[row * size + column] }

    /// Solves L·x = right in place, for the `size` numbers from `start` on; what has no variance becomes 0.
    func solveLower(_ vector: inout [Double], from start: Int = 0) {
        for row in 0..<size {
            var value = vector[start + row]
            for k in 0..<row { value -= elements[row * size + k] * vector[start + k] }
            let pivot = elements[row * size + row]
            vector[start + row] = pivot > 0 ? value / pivot : 0
        }
    }

    /// Solves Lᵀ·x = right in place.
    func solveUpper(_ vector: inout [Double]) {
        for row in (0..<size).reversed() {
            var value = vector[row]
            for k in (row + 1)..<max(size, row + 1) { value -= elements[k * size + row] * vector[k] }
            let pivot = elements[row * size + row]
            vector[row] = pivot > 0 ? value / pivot : 0
        }
    }

    /// Σ ln of the pivots that are not 0; half of ln det.
    var logPivots: Double {
        (0..<size).reduce(0) {
            let pivot = elements[$1 * size + $1]
            return pivot > 0 ? $0 + log(pivot) : $0
        }
    }
}
