/// A difference of two means in four parts that add up to it exactly: world, mix, instrument and software.
///
/// - **software**: the difference as it is, less the difference that another version of the word lists gives; 0 where
///   no other version was run. The other parts split the difference of that other version.
/// - **instrument**: the difference over all voices, less the difference over the voices of instruments that stand on
///   both sides. An instrument is a source, and where ratings count its scale: what begins or ends cannot be compared.
/// - **mix**: over the comparable voices, what comes from a changed composition: first of channels, then of instruments
///   inside a channel, each by Kitagawa ("Components of a Difference Between Two Rates", JASA 50, 1955).
/// - **world**: what changed inside channels and instruments that stand on both sides; the rest, so that integers add up.
///
/// All amounts are whole thousandths of a basis point.
package struct JumpAttribution: Hashable, Sendable {
    /// Voices that are measured alike.
    package struct Stratum: Hashable, Comparable, Sendable {
        package let channel: String
        package let instrument: String

        package init(channel: String, instrument: String) {
            self.channel = channel
            self.instrument = instrument
        }

        package static func < (left: Stratum, right: Stratum) -> Bool {
            (left.channel, left.instrument) < (right.channel, right.instrument)
        }
    }

    /// The voices of both sides by stratum.
    package struct Sides: Hashable, Sendable {
        package var before: [Stratum: Cell]
        package var after: [Stratum: Cell]

        package init(before: [Stratum: Cell] = [:], after: [Stratum: Cell] = [:]) {
            self.before = before
            self.after = after
        }
    }

    /// One instrument on both sides.
    package struct Instrument: Hashable, Sendable {
        package let name: String
        package let before: Cell
        package let after: Cell

        package var isComparable: Bool { before.n > 0 && after.n > 0 }
    }

    /// `world` + `mixOfChannels` + `mixOfInstruments` + `instrument` + `software`: after minus before.
    package let total: Int
    package let world: Int
    package let mixOfChannels: Int
    package let mixOfInstruments: Int
    package let instrument: Int
    package let software: Int
    /// Half width of the 95 % interval of `world`, in basis points; `nil` when it cannot be formed.
    package let worldMargin: Double?
    /// By name; of the version that the other parts split.
    package let instruments: [Instrument]

    package var mix: Int { mixOfChannels + mixOfInstruments }

    /// Whether any instrument stands on both sides; without one nothing is comparable and all counts as instrument.
    package var isComparable: Bool { instruments.contains(where: \.isComparable) }

    /// Splits the difference between two sides.
    ///
    /// `nil` when a side has no voices.
    ///
    /// - Parameters:
    ///   - sides: The voices as they are scored.
    ///   - other: The same comments scored by another version; `nil` where there is none.
    package init?(_ sides: Sides, otherVersion other: Sides? = nil) {
        guard let total = Self.difference(sides) else { return nil }
        let base = other ?? sides
        guard let baseTotal = Self.difference(base) else { return nil }
        let instruments = Self.instruments(of: base)
        let shared = Set(instruments.filter(\.isComparable).map(\.name))
        let comparable = Sides(
            before: base.before.filter { shared.contains($0.key.instrument) },
            after: base.after.filter { shared.contains($0.key.instrument) }
        )
        self.instruments = instruments
        self.total = total
        software = total - baseTotal
        guard let difference = Self.difference(comparable),
            let channels = Attribution(
                before: Self.sums(comparable.before, by: \.channel),
                after: Self.sums(comparable.after, by: \.channel)
            )
        else {
            (world, mixOfChannels, mixOfInstruments, instrument) = (0, 0, 0, baseTotal)
            worldMargin = nil
            return
        }
        instrument = baseTotal - difference
        mixOfChannels = channels.mix
        mixOfInstruments = Self.mixOfInstruments(comparable, channels)
        world = difference - mixOfChannels - mixOfInstruments
        worldMargin = Self.margin(comparable)
    }

    /// Σ over channels of ½(p₀ + p₁) · the mix of instruments inside the channel.
    private static func mixOfInstruments(_ sides: Sides, _ channels: Attribution) -> Int {
        let first = channels.parts.reduce(0) { $0 + $1.before }
        let second = channels.parts.reduce(0) { $0 + $1.after }
        return channels.parts.reduce(0) { sum, channel in
            let inside = Attribution(
                before: sums(sides.before.filter { $0.key.channel == channel.group }, by: \.instrument),
                after: sums(sides.after.filter { $0.key.channel == channel.group }, by: \.instrument)
            )
            let share = Double(channel.before) / Double(first) + Double(channel.after) / Double(second)
            return sum + (inside.map { Int((share / 2 * Double($0.mix)).rounded()) } ?? 0)
        }
    }

    /// Half width of the interval of the change inside strata, each weighted by its mean share.
    private static func margin(_ sides: Sides) -> Double? {
        func named(_ cells: [Stratum: Cell]) -> [String: Cell] {
            Dictionary(uniqueKeysWithValues: cells.map { ("\($0.key.channel)\u{1F}\($0.key.instrument)", $0.value) })
        }
        let change = Attribution(before: named(sides.before), after: named(sides.after))?.adjusted
        return change.map { ($0.interval.upperBound - $0.interval.lowerBound) / 2 }
    }

    private static func instruments(of sides: Sides) -> [Instrument] {
        let before = sums(sides.before, by: \.instrument)
        let after = sums(sides.after, by: \.instrument)
        return Set(before.keys).union(after.keys).sorted().map {
            Instrument(name: $0, before: before[$0] ?? Cell(), after: after[$0] ?? Cell())
        }
    }

    private static func sums(_ cells: [Stratum: Cell], by name: (Stratum) -> String) -> [String: Cell] {
        cells.reduce(into: [:]) { $0[name($1.key), default: Cell()].merge($1.value) }
    }

    private static func difference(_ sides: Sides) -> Int? {
        func mean(_ cells: [Stratum: Cell]) -> Double? { cells.values.reduce(into: Cell()) { $0.merge($1) }.mean }
        guard let before = mean(sides.before), let after = mean(sides.after) else { return nil }
        return Int(((after - before) * 1_000).rounded())
    }
}
