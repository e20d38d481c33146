import Glibc

/// The few pieces that somebody who looks at the chart of a series would draw: levels, joined lines or broken ones, or one
/// parabola.
///
/// A reader of a chart does not ask whether correlated noise could have made it. Neighbours of a long series melt into one,
/// and what is small beside the whole is not seen: the drawing of least n ln(s² + g) + c · parameters, after Schwarz,
/// "Estimating the dimension of a model", Annals of Statistics 6, 1978, for n of at most `looks` values, with s² the part of
/// the variance that the drawing leaves and g the finest part that is seen.
struct SeriesSketch: Sendable {
    /// First positions of all pieces but the first, ascending; at most `mostChanges`.
    let changes: [Int]

    /// The most changes that are drawn.
    static let mostChanges = 5
    /// As many values stand apart at most.
    private static let looks = 60.0
    /// The part of the variance under which nothing is seen.
    private static let grain = 0.02
    /// Price of a parameter: for each value that stands apart, and at least.
    private static let (price, leastPrice) = (0.15, 6.0)
    /// Fewest values in a series that is drawn, and in a piece; a piece takes a fifteenth at least.
    private static let (fewest, shortest, mostPieces) = (8, 3, 15)

    /// `values` in order of time, freed from spikes; `weights` positive.
    init(_ values: [Double], _ weights: [Double]) {
        guard values.count >= Self.fewest else {
            changes = []
            return
        }
        let looks = min(Self.looks, Double(values.count))
        let price = max(Self.leastPrice, Self.price * looks)
        let shortest = max(Self.shortest, values.count / Self.mostPieces)
        let levels = FewPieces(values, weights, areLines: false, shortest: shortest).solved(most: Self.mostChanges)
        guard let whole = levels.first?.squares, whole > 0 else {
            changes = []
            return
        }
        func cost(_ squares: Double, _ parameters: Int) -> Double {
            looks * log(squares / whole + Self.grain) + price * Double(parameters)
        }
        let lines = FewPieces(values, weights, areLines: true, shortest: shortest).solved(most: Self.mostChanges)
        let parabola = SeriesBend(values, weights, degree: 2).squares
        var drawings = [(changes: [Int](), cost: cost(parabola, 3))]
        drawings += levels.map { ($0.changes, cost($0.squares, 1 + 2 * $0.changes.count)) }
        drawings += Self.joined(values, weights, shortest: shortest).map {
            ($0.bends.sorted(), cost($0.squares, 2 + 2 * $0.bends.count))
        }
        drawings += lines.map { ($0.changes, cost($0.squares, 2 + 3 * $0.changes.count)) }
        changes = drawings.min { $0.cost < $1.cost }?.changes ?? []
    }

    /// Joined lines with no bend, one bend and so on, until two bends one after the other leave nine tenths of the squares.
    private static func joined(_ values: [Double], _ weights: [Double], shortest: Int) -> [SeriesBend] {
        var line = SeriesBend(values, weights)
        var lines = [line]
        while lines.count <= mostChanges, line.extend(shortest: shortest) {
            lines.append(line)
            if lines.count > 2, line.squares > 0.9 * lines[lines.count - 3].squares { break }
        }
        return lines
    }
}
