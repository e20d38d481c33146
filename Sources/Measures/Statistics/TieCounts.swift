/// Sums over groups of equal values, as rank tests need them.
enum TieCounts {
    /// Sizes of the groups of equal values, in rising order of the value.
    static func sizes(_ values: [Double]) -> [Int] {
        let sorted = values.sorted()
        var sizes: [Int] = []
        for (index, value) in sorted.enumerated() {
            if index > 0, sorted[index - 1] == value { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
        }
        return sizes
    }

    /// Σ t(t−1)(2t+5).
    static func tripleSum(_ values: [Double]) -> Double {
        sizes(values).reduce(0) { $0 + Double($1 * ($1 - 1) * (2 * $1 + 5)) }
    }

    /// Σ (t³ − t).
    static func cubicSum(_ values: [Double]) -> Double {
        sizes(values).reduce(0) { $0 + Double($1 * $1 * $1 - $1) }
    }
}
