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

    /// Σ w · residual².
    var squares: Double { residuals.indices.reduce(0) { $0 + weights[$1] * residuals[$1] * residuals[$1] } }

    /// Adds the bend that explains most, and then places each again, given the others, as long as squares fall.
    ///
    /// False when there is no place for one more with `shortest` values to the next.
    mutating func extend(shortest: Int) -> Bool {
        guard grow(shortest: shortest) else { return false }
        while placeAgain(shortest: shortest) {}
        return true
    }

    /// Adds the bend that explains most; false when none of at least `shortest` values on each side is left.
    ///
    /// O(values · bends).
    mutating func grow(shortest: Int) -> Bool {
        let gains = gains()
        var best = (position: 0, gain: 0.0)
        for position in stride(from: shortest, through: values.count - shortest - 1, by: 1)
        where gains[position] > best.gain && !bends.contains(where: { abs($0 - position) < shortest }) {
            best = (position, gains[position])
        }
        guard best.position > 0 else { return false }
        add(best.position)
        return true
    }

    /// Places every bend again; false when none moves.
    private mutating func placeAgain(shortest: Int) -> Bool {
        guard bends.count > 1 else { return false }
        let before = squares
        // What is fitted by the bends before the one that is placed again.
        var start = SeriesBend(values, weights)
        for index in bends.indices {
            var line = start
            for other in bends[(index + 1)...] { line.add(other) }
            if line.grow(shortest: shortest), line.squares < squares {
                line.bends.insert(line.bends.removeLast(), at: index)
                self = line
            }
            start.add(bends[index])
        }
        return squares < before * (1 - 1e-9)
    }

    private mutating func add(_ position: Int) {
        take(values.indices.map { Double(max(0, $0 - position)) })
        bends.append(position)
    }

    /// What the weighted squares fall by with a bend at each position, from sums over all that stands behind it.
    private func gains() -> [Double] {
        // Σ w h², Σ w h r and Σ w h b of the hinge h at a position grow with Σ w h, Σ w r and Σ w b from one to the one before.
        var (square, height, weight, product, rest) = (0.0, 0.0, 0.0, 0.0, 0.0)
        let positions = values.indices.dropLast().reversed()
        var squares = [Double](repeating: 0, count: values.count)
        var gains = squares
        for position in positions {
            let own = weights[position + 1]
            weight += own
            square += 2 * height + weight
            height += weight
            rest += own * residuals[position + 1]
            product += rest
            (squares[position], gains[position]) = (square, product * product)
        }
        var left = squares
        for column in basis {
            var (sum, projection) = (0.0, 0.0)
            for position in positions {
                sum += weights[position + 1] * column[position + 1]
                projection += sum
                left[position] -= projection * projection
            }
        }
        for position in positions {
            gains[position] = left[position] > squares[position] * 1e-9 ? gains[position] / left[position] : 0
        }
        return gains
    }

    private mutating func take(_ column: [Double]) {
        var own = column
        for known in basis {
            let part = product(own, known)
            for index in own.indices { own[index] -= part * known[index] }
        }
        let size = product(own, own).squareRoot()
        guard size > 0 else { return }
        for index in own.indices { own[index] /= size }
        let part = product(own, residuals)
        for index in own.indices { residuals[index] -= part * own[index] }
        basis.append(own)
    }

    /// Σ w · left · right.
    private func product(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in left.indices { sum += weights[index] * left[index] * right[index] }
        return sum
    }
}
