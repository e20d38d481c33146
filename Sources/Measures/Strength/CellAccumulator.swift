package import Feedback

/// Adds voices up into cells, customer after customer, in memory that grows with the cells only.
///
/// Sums are integers: the order of the customers, and merging accumulators of different customers, change nothing.
package struct CellAccumulator: Sendable {
    package static let defaultLengths: [PeriodLength] = [.month, .quarter, .year, .all]

    private let lengths: [PeriodLength]
    private var names = CellNames()
    /// Customers with a single voice, by the finest periods asked for; the longer ones are drawn from these at the end.
    private var singles = CellRows<CellSums>()
    /// Customers with several voices, by every period.
    private var several = CellRows<Cell>()

    package init(lengths: [PeriodLength] = CellAccumulator.defaultLengths) {
        self.lengths = lengths
    }

    /// Adds one customer.
    ///
    /// - Parameter voices: All voices of one `customer` with one brand, in any order; uncounted ones are passed over.
    package mutating func add(customer voices: [Voice]) {
        let counted = voices.lazy.filter(\.isCounted).count
        guard counted > 0 else { return }
        if counted == 1, let only = voices.first(where: \.isCounted) {
            let place = names.place(of: only)
            for period in basePeriods(of: only) {
                let row = singles.row(of: place.with(period))
                only.forEachMeasure { measure, value in singles[row, measure].add(value) }
            }
        } else {
            addSeveral(voices)
        }
    }

    /// Adds what changes where some voices of one customer go and others come; the sums of a change may be negative.
    ///
    /// `kept`: the other voices of the customer with the brand.
    package mutating func change(kept: [Voice], gone: [Voice], come: [Voice]) {
        // Nothing changes in periods and channels that hold none of them.
        var touched: Set<CellPlace> = []
        for voice in gone + come where voice.isCounted { touched.formUnion(places(of: voice)) }
        if touched.isEmpty { return }
        count(sums(of: kept + come, in: touched)) { $0.merge($1) }
        count(sums(of: kept + gone, in: touched)) { $0.remove($1) }
    }

    /// Takes over the sums of other customers; none may stand in both, and both must have the same lengths.
    package mutating func merge(_ other: CellAccumulator) {
        precondition(lengths == other.lengths, "accumulators of different periods cannot be merged")
        for (place, otherRow) in other.singles.places {
            let row = singles.row(of: names.place(place, named: other.names))
            for measure in CellRows<Cell>.measures { singles[row, measure].merge(other.singles[otherRow, measure]) }
        }
        for (place, otherRow) in other.several.places {
            let row = several.row(of: names.place(place, named: other.names))
            for measure in CellRows<Cell>.measures { several[row, measure].merge(other.several[otherRow, measure]) }
        }
    }

    /// The cells so far, each for every channel and for all channels together, sorted by key.
    package func cells() -> [KeyedCell] { names.keyed(total()) }

    /// The same by brand, period and channel, in this order; cells that add nothing are left out.
    package func byPeriod() -> [PeriodCells] { names.byPeriod(total()) }

    private func total() -> CellRows<Cell> {
        var all = several
        for (place, row) in singles.places {
            for target in targets(of: place) {
                let targetRow = all.row(of: target)
                for measure in CellRows<Cell>.measures where singles[row, measure].n > 0 {
                    all[targetRow, measure].merge(singles[row, measure].cell)
                }
            }
        }
        return all
    }

    private mutating func addSeveral(_ voices: [Voice]) {
        count(sums(of: voices, in: nil)) { $0.merge($1) }
    }

    /// What the voices of one customer add up to; `places`: those that are asked for, `nil` for all.
    private mutating func sums(of voices: [Voice], in places: Set<CellPlace>?) -> CellRows<CellSums> {
        var sums = CellRows<CellSums>()
        for voice in voices where voice.isCounted {
            for place in self.places(of: voice) where places?.contains(place) ?? true {
                let row = sums.row(of: place)
                voice.forEachMeasure { measure, value in sums[row, measure].add(value) }
            }
        }
        return sums
    }

    /// Counts the sums of one customer into the cells.
    private mutating func count(_ own: CellRows<CellSums>, _ merge: (inout Cell, Cell) -> Void) {
        for (place, ownRow) in own.places {
            let row = several.row(of: place)
            for measure in CellRows<Cell>.measures where own[ownRow, measure].n > 0 {
                let sums = own[ownRow, measure]
                merge(&several[row, measure], Cell(ofCustomer: sums.n, sum: sums.sum, sumOfSquares: sums.sumOfSquares))
            }
        }
    }

    /// Every place that a voice counts in.
    private mutating func places(of voice: Voice) -> [CellPlace] {
        let place = names.place(of: voice)
        return basePeriods(of: voice).flatMap { targets(of: place.with($0)) }
    }

    /// The finest periods that all lengths can be drawn from: the month, the week, or `all` for an undated voice.
    private func basePeriods(of voice: Voice) -> [Period] {
        guard let day = voice.day else { return [Period(length: .all, index: 0)] }
        let month = [Period(.month, containing: day)]
        return lengths.contains(.week) ? month + [Period(.week, containing: day)] : month
    }

    /// The periods asked for that hold a base period, for the channel and for all channels.
    private func targets(of place: CellPlace) -> [CellPlace] {
        lengths.flatMap { length -> [CellPlace] in
            guard let period = Self.period(length, holding: place.period) else { return [] }
            return [place.with(period), place.with(period).withAllChannels]
        }
    }

    private static func period(_ length: PeriodLength, holding base: Period) -> Period? {
        switch (base.length, length) {
        case (.week, .week), (.month, .month): base
        case (.month, .quarter): Period(length: .quarter, index: base.index.dividedDown(by: 3))
        case (.month, .year): Period(length: .year, index: base.index.dividedDown(by: 12))
        case (.month, .all), (.all, .all): Period(length: .all, index: 0)
        default: nil
        }
    }
}

extension Int {
    /// Quotient rounded towards negative infinity.
    fileprivate func dividedDown(by divisor: Int) -> Int { Int(Int64(self).dividedDown(by: Int64(divisor))) }
}
