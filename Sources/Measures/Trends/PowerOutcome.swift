/// What became of planted falls of one size and kind.
package struct PowerOutcome: Hashable, Sendable {
    package let kind: PlantedFall.Kind
    /// Size of the fall, in the unit of the values, positive.
    package let size: Double
    package let planted: Int
    /// Periods of new data until each fall that was seen was seen, ascending.
    package let delays: [Int]

    package init(kind: PlantedFall.Kind, size: Double, planted: Int, delays: [Int]) {
        self.kind = kind
        self.size = size
        self.planted = planted
        self.delays = delays.sorted()
    }

    package var seen: Int { delays.count }

    /// Share seen, 0–1.
    package var power: Double { planted > 0 ? Double(seen) / Double(planted) : 0 }

    /// 95 % interval of `power`: Wilson's.
    package var powerInterval: ClosedRange<Double> {
        Proportion(count: seen, trials: planted)?.wilson() ?? 0...1
    }

    /// Median delay of those seen, with its 95 % interval from six on; `nil` when none was seen.
    package var medianDelay: MedianInterval? { MedianInterval(delays.map(Double.init)) }

    /// Outcomes of the same size and kind in several histories, thrown together.
    package static func pooled(_ outcomes: [PowerOutcome]) -> PowerOutcome? {
        guard let first = outcomes.first else { return nil }
        return PowerOutcome(
            kind: first.kind,
            size: first.size,
            planted: outcomes.reduce(0) { $0 + $1.planted },
            delays: outcomes.flatMap(\.delays)
        )
    }

    /// The smallest size from which on every size that was planted is seen with at least this power.
    ///
    /// `outcomes`: of one kind, in any order.
    /// - Returns: `nil` when even the largest is seen less often.
    package static func smallestVisible(_ outcomes: [PowerOutcome], power: Double = 0.8) -> Double? {
        outcomes.filter { $0.planted > 0 }.sorted { $0.size > $1.size }.prefix { $0.power >= power }.last?.size
    }
}
