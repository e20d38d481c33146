/// How the valence of words goes with the ratings of one group of comments.
package struct Calibration: Hashable, Sendable {
    /// Comments with both.
    package let count: Int
    package let fit: MonotoneFit
    /// Mean distance from the rating, held out, in points of the scale.
    package let error: Double
    /// The same for the mean rating of the other folds: what knowing nothing of the words gives.
    package let baseline: Double
    /// Valences, in thousandths, that part the lower quarter of the scale, its middle and its upper quarter best.
    package let borders: ClassBorders
    /// How often these three classes are right with borders at ±50, and, held out, with borders of their own.
    package let agreementBefore: ClassAgreement
    package let agreementAfter: ClassAgreement

    package typealias Point = (id: String, valence: Int, rating: Int, label: Int)

    /// Fits ratings to valences, each fold held out in turn for the error.
    ///
    /// - Parameters:
    ///   - points: id, valence in thousandths, rating in thousandths of a point, and its class −1, 0 or 1.
    ///   - foldCount: parts.
    package init(_ points: [Point], foldCount: Int = 5) {
        count = points.count
        fit = MonotoneFit(points.map { ($0.valence, $0.rating) })
        let folds = points.map { Int(IdentifierHash.value($0.id, salt: "fold") % UInt64(foldCount)) }
        var (distance, blind, tested) = (0.0, 0.0, 0)
        var pairs: [(predicted: Int, label: Int)] = []
        for fold in 0..<foldCount {
            let seen = points.indices.filter { folds[$0] != fold }.map { points[$0] }
            guard !seen.isEmpty else { continue }
            let own = MonotoneFit(seen.map { ($0.valence, $0.rating) })
            let mean = Double(seen.reduce(0) { $0 + $1.rating }) / Double(seen.count)
            let ownBorders = ClassBorders.best(seen.map { ($0.valence, $0.label) })
            for place in points.indices where folds[place] == fold {
                pairs.append((ownBorders.label(points[place].valence), points[place].label))
                let rating = Double(points[place].rating)
                distance += abs((own.value(at: points[place].valence) ?? mean) - rating)
                blind += abs(mean - rating)
                tested += 1
            }
        }
        borders = ClassBorders.best(points.map { ($0.valence, $0.label) })
        let shipped = ClassBorders(lower: -49, upper: 50)
        agreementBefore = ClassAgreement(points.map { (shipped.label($0.valence), $0.label) })
        agreementAfter = ClassAgreement(pairs)
        error = tested == 0 ? 0 : distance / Double(tested) / 1_000
        baseline = tested == 0 ? 0 : blind / Double(tested) / 1_000
    }
}
