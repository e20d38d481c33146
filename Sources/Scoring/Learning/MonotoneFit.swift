/// A curve that never falls, fitted to points by pooling neighbours that do.
///
/// Source: M. Ayer et al., "An Empirical Distribution Function for Sampling with Incomplete Information", Ann. Math.
/// Stat. 26 (1955): the pool-adjacent-violators algorithm.
package struct MonotoneFit: Hashable, Sendable {
    /// Points of the curve by rising x; the curve is straight between them and level outside.
    package struct Knot: Hashable, Sendable {
        package let x: Int
        package let y: Double

        package init(x: Int, y: Double) {
            self.x = x
            self.y = y
        }
    }

    package let knots: [Knot]

    /// - Parameter points: in any order; the same set gives the same curve.
    package init(_ points: [(x: Int, y: Int)]) {
        var blocks: [(first: Int, last: Int, sum: Int, count: Int)] = []
        for point in points.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
            if let last = blocks.last, last.last == point.x, last.first == point.x {
                blocks[blocks.count - 1].sum += point.y
                blocks[blocks.count - 1].count += 1
            } else {
                blocks.append((point.x, point.x, point.y, 1))
            }
        }
        var pooled: [(first: Int, last: Int, sum: Int, count: Int)] = []
        for block in blocks {
            pooled.append(block)
            while pooled.count > 1 {
                let (left, right) = (pooled[pooled.count - 2], pooled[pooled.count - 1])
                guard left.sum * right.count > right.sum * left.count else { break }
                pooled.removeLast(2)
                pooled.append((left.first, right.last, left.sum + right.sum, left.count + right.count))
            }
        }
        knots = pooled.flatMap { block in
            let y = Double(block.sum) / Double(block.count)
            return block.first == block.last
                ? [Knot(x: block.first, y: y)] : [Knot(x: block.first, y: y), Knot(x: block.last, y: y)]
        }
    }

    /// Height of the curve; `nil` when it was fitted to nothing.
    package func value(at x: Int) -> Double? {
        guard let first = knots.first, let last = knots.last else { return nil }
        if x <= first.x { return first.y }
        if x >= last.x { return last.y }
        let next = knots.firstIndex { $0.x >= x } ?? 0
        let (left, right) = (knots[next - 1], knots[next])
        return left.y + (right.y - left.y) * Double(x - left.x) / Double(right.x - left.x)
    }
}
