/// Months drawn together to quarters, so that a line shows the course and not the noise.
enum QuarterlySeries {
    /// The quarters of monthly points, oldest first; a quarter without a value in any month has none.
    ///
    /// A quarter's strength is the mean of its months weighted by their voices, and the half width of its interval
    /// √Σ(nᵢ·hᵢ)² / Σnᵢ, as for independent months.
    static func of(_ months: [SeriesPoint]) -> [SeriesPoint] {
        var quarters: [(label: String, months: [SeriesPoint])] = []
        for month in months {
            guard let label = label(of: month.period) else { continue }
            if quarters.last?.label == label {
                quarters[quarters.count - 1].months.append(month)
            } else {
                quarters.append((label, [month]))
            }
        }
        return quarters.map { quarter in
            SeriesPoint(
                period: quarter.label,
                support: together(quarter.months.map(\.support)),
                brand: together(quarter.months.map(\.brand)),
                adjustedSupport: mean(quarter.months.map { ($0.adjustedSupport, $0.support.voices) })
            )
        }
    }

    /// `2014-Q1` of `2014-03`.
    private static func label(of month: String) -> String? {
        guard case .month(let year, let number) = PeriodParts(month) else { return nil }
        return "\(year)-Q\((number + 2) / 3)"
    }

    private static func together(_ months: [Strength]) -> Strength {
        let voices = months.reduce(0) { $0 + $1.voices }
        let known = months.filter { $0.range != nil }
        guard let value = mean(known.map { ($0.range?.value, $0.voices) }),
            let below = width(known.map { ($0.range.map { $0.value - $0.low }, $0.voices) }),
            let above = width(known.map { ($0.range.map { $0.high - $0.value }, $0.voices) })
        else { return Strength(voices: voices) }
        return Strength(voices: voices, range: ValueRange(value: value, low: value - below, high: value + above))
    }

    private static func mean(_ parts: [(value: Double?, voices: Int)]) -> Double? {
        let known = parts.filter { $0.value != nil && $0.voices > 0 }
        let voices = known.reduce(0) { $0 + $1.voices }
        guard voices > 0 else { return nil }
        return known.reduce(0) { $0 + ($1.value ?? 0) * Double($1.voices) } / Double(voices)
    }

    private static func width(_ parts: [(half: Double?, voices: Int)]) -> Double? {
        let known = parts.filter { $0.half != nil && $0.voices > 0 }
        let voices = known.reduce(0) { $0 + $1.voices }
        guard voices > 0 else { return nil }
        let squares = known.reduce(0) { sum, part in
            let share = (part.half ?? 0) * Double(part.voices)
            return sum + share * share
        }
        return squares.squareRoot() / Double(voices)
    }
}
