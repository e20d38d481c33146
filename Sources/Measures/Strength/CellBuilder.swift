package import Feedback

/// Gathers voices in any order and adds them up into cells.
///
/// Every order of adding and every way of splitting and merging gives the same cells. A voice must be added once only;
/// voices that are not counted are passed over. All voices are held in memory: where they come sorted by customer, feed
/// a `CellAccumulator` instead, which holds only the sums.
package struct CellBuilder: Sendable {
    private var voices: [Voice] = []

    package init() {}

    /// Number of counted voices gathered.
    package var count: Int { voices.count }

    /// Gathers one voice.
    package mutating func add(_ voice: Voice) {
        if voice.isCounted { voices.append(voice) }
    }

    /// Takes over the voices of another builder.
    package mutating func merge(_ other: CellBuilder) {
        voices += other.voices
    }

    /// The cells of all periods of some lengths, each for every channel and for all channels together, sorted by key.
    ///
    /// Undated voices stand in the period `all` only. O(n log n).
    package func cells(lengths: [PeriodLength] = CellAccumulator.defaultLengths) -> [KeyedCell] {
        let customers = voices.map { (brand: $0.brand, customer: $0.customer) }
        let order = voices.indices.sorted {
            (customers[$0].brand, customers[$0].customer) < (customers[$1].brand, customers[$1].customer)
        }
        var accumulator = CellAccumulator(lengths: lengths)
        var start = 0
        while start < order.count {
            let first = customers[order[start]]
            let end = order[start...].firstIndex { customers[$0] != first } ?? order.count
            accumulator.add(customer: order[start..<end].map { voices[$0] })
            start = end
        }
        return accumulator.cells()
    }
}
