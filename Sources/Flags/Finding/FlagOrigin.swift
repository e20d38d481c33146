import Feedback
import Measures
package import Store

/// What of a flag's difference comes from the world, and what from sources that begin or end.
///
/// A jump that we made ourselves is no news: alerts are for the world.
struct FlagOrigin {
    private let split: JumpAttribution
    private let detail: FlagDetail

    /// - Returns: `nil` when a side of the flag has no voice.
    init?(of detail: FlagDetail, in db: StoreConnection) throws {
        let question = JumpQuestion(of: detail)
        let reader = StrataReader(polarity: try AttributionQueries.Polarity(measure: detail.measure), db: db)
        guard let split = JumpAttribution(try reader.sides(of: question)) else { return nil }
        self.split = split
        self.detail = detail
    }

    /// Points.
    var world: Double { points(Double(split.world) / 1_000) }
    /// Points.
    var instrument: Double { points(Double(split.instrument) / 1_000) }

    /// Whether the change is one of sources and not of the world: they make up at least half of it, and inside the
    /// sources that stand on both sides no change this way is shown.
    ///
    /// Without any such source nothing can be told, and the flag stays.
    var isOurs: Bool {
        guard split.isComparable, let margin = split.worldMargin.map(points) else { return false }
        let direction = Double(detail.direction)
        return direction * instrument >= direction * points(Double(split.total) / 1_000) / 2
            && direction * instrument > 0
            && direction * world <= margin
    }

    /// The change as one that has an explanation.
    var explained: ExplainedRow {
        let margin = split.worldMargin.map(points)
        return ExplainedRow(
            brand: detail.brand,
            measure: detail.measure,
            cause: ExplainedRow.instrument,
            from: detail.lastGoodPeriod,
            to: detail.firstPeriod,
            raw: points(Double(split.total) / 1_000),
            remaining: margin == nil ? nil : world,
            low: margin.map { world - $0 },
            high: margin.map { world + $0 },
            voices: detail.before.voices + detail.after.voices
        )
    }

    private func points(_ basisPoints: Double) -> Double { basisPoints / FlagDetail.basisPointsPerPoint }
}

extension ExplainedRow {
    /// Name of the cause beside those that the search itself gives.
    package static let instrument = "instrument"
}
