/// Prefix sums that give the information of any ramp in O(columns).
struct RampSums: Sendable {
    private let design: TrendDesign
    /// Σ_{k<j} of the suffix vectors of the design.
    private let vectors: [Double]
    /// Σ_{i<j} of w, w·i and w·i².
    private let moments: [Double]

    init(_ design: TrendDesign) {
        self.design = design
        let columns = design.columns
        var vectors = [Double](repeating: 0, count: (design.rows + 2) * columns)
        for index in 0..<((design.rows + 1) * columns) {
            vectors[index + columns] = vectors[index] + design.suffixes[index]
        }
        var moments = [Double](repeating: 0, count: (design.rows + 1) * 3)
        for row in 0..<design.rows {
            let (weight, position) = (design.weights[row], Double(row))
            moments[row * 3 + 3] = moments[row * 3] + weight
            moments[row * 3 + 4] = moments[row * 3 + 1] + weight * position
            moments[row * 3 + 5] = moments[row * 3 + 2] + weight * position * position
        }
        self.vectors = vectors
        self.moments = moments
    }

    /// Σ w x² of the ramp.
    func weight(_ start: Int, _ end: Int) -> Double {
        let origin = Double(start)
        let length = Double(end - start)
        let zeroth = moments[end * 3] - moments[start * 3]
        let first = moments[end * 3 + 1] - moments[start * 3 + 1]
        let second = moments[end * 3 + 2] - moments[start * 3 + 2]
        return (second - 2 * origin * first + origin * origin * zeroth) / (length * length) + design.suffixWeights[end]
    }

    /// |Lower⁻¹ Zᵀ W x|² of the ramp, which is the mean of the steps at start + 1 … end.
    func squaredProjection(_ start: Int, _ end: Int) -> Double {
        let columns = design.columns
        var sum = 0.0
        for column in 0..<columns {
            let difference = vectors[(end + 1) * columns + column] - vectors[(start + 1) * columns + column]
            sum += difference * difference
        }
        let length = Double(end - start)
        return sum / (length * length)
    }
}
