import Glibc

/// The levels or lines, so many of them, that leave the least squares of a weighted series.
///
/// Source: Bellman, "On the approximation of curves by line segments using dynamic programming", Communications of the
/// ACM 4, 1961.
struct FewPieces: Sendable {
    /// Σ w, Σ w·y, Σ w·y², Σ w·t, Σ w·t² and Σ w·t·y before each position, t being −1…1.
    private let sums: [SIMD8<Double>]
    private let count: Int
    private let areLines: Bool
    /// Least values of a piece.
    private let shortest: Int

    init(_ values: [Double], _ weights: [Double], areLines: Bool, shortest: Int) {
        count = values.count
        self.areLines = areLines
        self.shortest = shortest
        let middle = Double(values.count - 1) / 2
        var running = [SIMD8<Double>()]
        running.reserveCapacity(values.count + 1)
        for index in values.indices {
            let (weight, value) = (weights[index], values[index])
            let place = (Double(index) - middle) / max(1, middle)
            let parts = SIMD8(1, value, value * value, place, place * place, place * value, 0, 0)
            running.append(running[index] + weight * parts)
        }
        sums = running
    }

    /// The most changes that can be asked for.
    static let mostChanges = 7

    /// The best changes for 0, 1, … up to `most` of them, with the squares they leave; fewer when pieces would get too
    /// short.
    ///
    /// O(count²): a piece is measured once, for all numbers of changes before it, which stand side by side.
    func solved(most: Int) -> [(changes: [Int], squares: Double)] {
        precondition(most <= Self.mostChanges, "at most seven changes")
        guard count >= shortest else { return [] }
        // The squares up to a position, and where the last piece begins, by the number of changes.
        var best = [SIMD8<Double>](repeating: SIMD8(repeating: .infinity), count: count + 1)
        var previous = [SIMD8<Int64>](repeating: SIMD8(), count: count + 1)
        for end in shortest...count {
            var (least, from) = (SIMD8<Double>(repeating: .infinity), SIMD8<Int64>())
            for start in stride(from: shortest, through: end - shortest, by: 1) {
                let value = best[start] + squares(start, end)
                let isLess = value .< least
                least.replace(with: value, where: isLess)
                from.replace(with: Int64(start), where: isLess)
            }
            (best[end], previous[end]) = (Self.shifted(least), Self.shifted(from))
            best[end][0] = squares(0, end)
        }
        return (0...most).prefix { best[count][$0].isFinite }.map { number in
            var end = count
            let changes = (0..<number).map { taken -> Int in
                end = Int(previous[end][number - taken])
                return end
            }
            return (changes.reversed(), best[count][number])
        }
    }

    /// One change more.
    private static func shifted<Scalar>(_ lanes: SIMD8<Scalar>) -> SIMD8<Scalar> {
        SIMD8(lanes[7], lanes[0], lanes[1], lanes[2], lanes[3], lanes[4], lanes[5], lanes[6])
    }

    @inline(__always)
    private func squares(_ start: Int, _ end: Int) -> Double {
        let part = sums[end] - sums[start]
        let level = part[2] - part[1] * part[1] / part[0]
        guard areLines else { return max(0, level) }
        let spread = part[4] - part[3] * part[3] / part[0]
        guard spread > 1e-12 * part[0] else { return max(0, level) }
        let product = part[5] - part[3] * part[1] / part[0]
        return max(0, level - product * product / spread)
    }
}
