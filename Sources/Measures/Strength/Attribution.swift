/// A difference of two means split exactly into what changed within groups and what changed in their mix.
///
/// Source: Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical Association 50,
/// 1955. With shares p and means m of group g before (0) and after (1):
/// within_g = ½(p₀ + p₁)·(m₁ − m₀) and mix_g = (½(m₀ + m₁) − ½(M₀ + M₁))·(p₁ − p₀), where M is the overall mean.
/// A group that is missing on one side has no change within and counts as mix.
package struct Attribution: Hashable, Sendable {
    /// One group's part; amounts in thousandths of a basis point.
    package struct Part: Hashable, Sendable {
        package let group: String
        package let within: Int
        package let mix: Int
        /// Voices before.
        package let before: Int
        /// Voices after.
        package let after: Int
    }

    /// By group, sorted by name.
    package let parts: [Part]
    /// Σ of the parts' `within`, in thousandths of a basis point.
    package let within: Int
    /// Σ of the parts' `mix`.
    package let mix: Int
    /// The change within groups with its uncertainty: the difference freed of the change in mix.
    package let adjusted: MeanChange?

    /// `within` + `mix`: the difference after minus before, up to the rounding of the parts (half a thousandth each).
    package var total: Int { within + mix }

    /// Splits the difference between two sets of cells.
    ///
    /// `nil` when a side has no voices.
    ///
    /// - Parameters:
    ///   - before: Cells by group, such as channel.
    ///   - after: Cells by group.
    package init?(before: [String: Cell], after: [String: Cell]) {
        let names = Set(before.keys).union(after.keys).sorted()
        let pairs = names.map { (name: $0, old: before[$0] ?? Cell(), new: after[$0] ?? Cell()) }
        let oldTotal = pairs.reduce(into: Cell()) { $0.merge($1.old) }
        let newTotal = pairs.reduce(into: Cell()) { $0.merge($1.new) }
        guard let oldMean = oldTotal.mean, let newMean = newTotal.mean else { return nil }
        let center = (oldMean + newMean) / 2
        parts = pairs.compactMap { name, old, new in
            guard let first = old.mean ?? new.mean, let second = new.mean ?? old.mean else { return nil }
            let oldShare = Double(old.n) / Double(oldTotal.n)
            let newShare = Double(new.n) / Double(newTotal.n)
            let within = (oldShare + newShare) / 2 * (second - first)
            let mix = ((first + second) / 2 - center) * (newShare - oldShare)
            return Part(
                group: name,
                within: Int((within * 1_000).rounded()),
                mix: Int((mix * 1_000).rounded()),
                before: old.n,
                after: new.n
            )
        }
        within = parts.reduce(0) { $0 + $1.within }
        mix = parts.reduce(0) { $0 + $1.mix }
        adjusted = Self.adjusted(pairs.map { ($0.old, $0.new) }, oldTotal, newTotal)
    }

    /// Σ ½(p₀ + p₁)·(m₁ − m₀), shares taken as known; a group with one customer borrows the variance of its side.
    private static func adjusted(_ pairs: [(old: Cell, new: Cell)], _ oldTotal: Cell, _ newTotal: Cell) -> MeanChange? {
        var difference = 0.0
        var terms: [(variance: Double, freedom: Double)] = []
        for (old, new) in pairs {
            guard let first = old.mean, let second = new.mean else { continue }
            let share = (Double(old.n) / Double(oldTotal.n) + Double(new.n) / Double(newTotal.n)) / 2
            difference += share * (second - first)
            for (cell, total) in [(old, oldTotal), (new, newTotal)] {
                guard let term = variance(of: cell, in: total) else { return nil }
                terms.append((share * share * term.variance, term.freedom))
            }
        }
        return MeanChange(difference: difference, terms: terms)
    }

    private static func variance(of cell: Cell, in total: Cell) -> (variance: Double, freedom: Double)? {
        if let own = CellInterval.clusteredVariance(of: cell) { return (own, Double(cell.customers - 1)) }
        guard let all = CellInterval.clusteredVariance(of: total) else { return nil }
        return (all * Double(total.customers), Double(total.customers - 1))
    }
}
