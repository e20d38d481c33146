/// How the valence of words goes with the ratings of one group of comments.
package struct Calibration: Hashable, Sendable {
    /// Comments with both.
    package let count: Int
    package let fit: MonotoneFit
    /// Mean distance from the rating, held out, in points of the scale.
    package let error: Double
    /// The same for the mean rating of the other folds: what knowing nothing of the words gives.
    package let baseline: Double

    /// Fits ratings to valences, each fold held out in turn for the error.
    ///
    /// - Parameters:
    ///   - points: id, valence in thousandths, rating in thousandths of a point.
    ///   - foldCount: parts.
    package init(_ points: [(id: String, valence: Int, rating: Int)], foldCount: Int = 5) {
        count = points.count
        fit = MonotoneFit(points.map { ($0.valence, $0.rating) })
        let folds = points.map { Int((IdentifierHash.value($0.id, salt: "fold") >> 16) % UInt64(foldCount)) }
        var (distance, blind, tested) = (0.0, 0.0, 0)
        for fold in 0..<foldCount {
            let seen = points.indices.filter { folds[$0] != fold }.map { points[$0] }
            guard !seen.isEmpty else { continue }
            let own = MonotoneFit(seen.map { ($0.valence, $0.rating) })
            let mean = Double(seen.reduce(0) { $0 + $1.rating }) / Double(seen.count)
            for place in points.indices where folds[place] == fold {
                let rating = Double(points[place].rating)
                distance += abs((own.value(at: points[place].valence) ?? mean) - rating)
                blind += abs(mean - rating)
                tested += 1
            }
        }
        error = tested == 0 ? 0 : distance / Double(tested) / 1_000
        baseline = tested == 0 ? 0 : blind / Double(tested) / 1_000
    }
}
