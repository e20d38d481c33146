/// Finds where a series bends: a continuous line of straight pieces, grown by one bend at a time.
///
/// Source: forward selection of hinge functions, Friedman, "Multivariate adaptive regression splines", Annals of
/// Statistics 19, 1991.
struct SeriesBend: Sendable {
    private let values: [Double]
    private let weights: [Double]
    /// Orthonormal columns of what is fitted so far.
    private var basis: [[Double]] = []
    /// What no piece explains.
    private(set) var residuals: [Double]
    /// First positions after a bend, in the order in which they were found.
    private(set) var bends: [Int] = []

    /// Starts with one straight line, or another power curve.
    init(_ values: [Double], _ weights: [Double], degree: Int = 1) {
        self.values = values
        self.weights = weights
        residuals = values
        let middle = Double(values.count - 1) / 2
        let places = values.indices.map { (Double($0) - middle) / max(1, middle) }
        var power = values.map { _ in 1.0 }
        for _ in 0...degree {
            take(power)
            for index in power.indices { power[index] *= places[index] }
        }
    }

    /// Adds the bend that explains most; false when none of at least `shortest` values on each side is left.
    ///
    /// O(values² · bends).
    mutating func grow(shortest: Int) -> Bool {
        var best = (position: 0, gain: 0.0)
        for position in stride(from: shortest, through: values.count - shortest - 1, by: 1)
        where !bends.contains(where: { abs($0 - position) < shortest }) {
            let gain = self.gain(position)
            if gain > best.gain { best = (position, gain) }
        }
        guard best.position > 0 else { return false }
        take(hinge(best.position))
        bends.append(best.position)
        return true
    }

    private func hinge(_ position: Int) -> [Double] {
        values.indices.map { Double(max(0, $0 - position)) }
    }

    /// What the weighted squares fall by with a bend at a position.
    private func gain(_ position: Int) -> Double {
        var projections = [Double](repeating: 0, count: basis.count)
        var (square, product) = (0.0, 0.0)
        for index in (position + 1)..<values.count {
            let height = Double(index - position)
            let scaled = weights[index] * height
            square += scaled * height
            product += scaled * residuals[index]
            for column in basis.indices { projections[column] += scaled * basis[column][index] }
        }
        let left = projections.reduce(square) { $0 - $1 * $1 }
        return left > square * 1e-9 ? product * product / left : 0
    }

    private mutating func take(_ column: [Double]) {
        var own = column
        for known in basis {
            let part = own.indices.reduce(0) { $0 + weights[$1] * own[$1] * known[$1] }
            for index in own.indices { own[index] -= part * known[index] }
        }
        let size = own.indices.reduce(0) { $0 + weights[$1] * own[$1] * own[$1] }.squareRoot()
        guard size > 0 else { return }
        for index in own.indices { own[index] /= size }
        let part = own.indices.reduce(0) { $0 + weights[$1] * own[$1] * residuals[$1] }
        for index in own.indices { residuals[index] -= part * own[index] }
        basis.append(own)
    }
}
