/// Finds the lowest point of a smooth convex function: L-BFGS with halved steps.
///
/// Everything is added up in the order of the coordinates, so the same function gives the same point. Source: J. Nocedal
/// and S. Wright, "Numerical Optimization" (2006), algorithms 7.4 and 3.1.
struct MinimumSearch {
    var memory = 8
    var mostSteps = 200
    /// Stops when no slope is steeper than this.
    var tolerance = 1e-4

    /// - Parameters:
    ///   - start: where to begin.
    ///   - function: gives the height at a point, and writes the slopes there into its second argument.
    /// - Returns: the lowest point that was found.
    func minimum(from start: [Double], _ function: ([Double], inout [Double]) -> Double) -> [Double] {
        var point = start
        var slopes = [Double](repeating: 0, count: start.count)
        var height = function(point, &slopes)
        var moves: [(move: [Double], turn: [Double], scale: Double)] = []
        var next = point
        var nextSlopes = slopes
        for _ in 0..<mostSteps {
            if slopes.allSatisfy({ abs($0) <= tolerance }) { break }
            var way = direction(slopes, moves)
            var fall = dot(way, slopes)
            if fall >= 0 {
                moves.removeAll()
                way = slopes.map { -$0 }
                fall = dot(way, slopes)
            }
            var step = moves.isEmpty ? min(1, 1 / dot(slopes, slopes).squareRoot()) : 1
            var isLower = false
            for _ in 0..<40 {
                for place in point.indices { next[place] = point[place] + step * way[place] }
                let nextHeight = function(next, &nextSlopes)
                if nextHeight <= height + 1e-4 * step * fall {
                    height = nextHeight
                    isLower = true
                    break
                }
                step /= 2
            }
            if !isLower { break }
            remember(point, next, slopes, nextSlopes, &moves)
            swap(&point, &next)
            swap(&slopes, &nextSlopes)
        }
        return point
    }

    private func remember(
        _ point: [Double],
        _ next: [Double],
        _ slopes: [Double],
        _ nextSlopes: [Double],
        _ moves: inout [(move: [Double], turn: [Double], scale: Double)]
    ) {
        let move = zip(next, point).map { $0 - $1 }
        let turn = zip(nextSlopes, slopes).map { $0 - $1 }
        let bend = dot(move, turn)
        guard bend > 1e-12 else { return }
        if moves.count == memory { moves.removeFirst() }
        moves.append((move, turn, 1 / bend))
    }

    /// Minus the slopes, turned by what the last moves told of the bend.
    private func direction(
        _ slopes: [Double],
        _ moves: [(move: [Double], turn: [Double], scale: Double)]
    ) -> [Double] {
        var way = slopes.map { -$0 }
        guard let last = moves.last else { return way }
        var shares: [Double] = []
        for item in moves.reversed() {
            let share = item.scale * dot(item.move, way)
            shares.append(share)
            for place in way.indices { way[place] -= share * item.turn[place] }
        }
        let size = 1 / (last.scale * dot(last.turn, last.turn))
        for place in way.indices { way[place] *= size }
        for (item, share) in zip(moves, shares.reversed()) {
            let other = item.scale * dot(item.turn, way)
            for place in way.indices { way[place] += (share - other) * item.move[place] }
        }
        return way
    }

    private func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for place in left.indices { sum += left[place] * right[place] }
        return sum
    }
}
