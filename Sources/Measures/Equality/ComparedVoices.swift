import Feedback

/// The voices of a brand that have both a support and a brand polarity: those over which the two are compared.
struct ComparedVoices {
    struct Sums {
        var support = Cell()
        var brand = Cell()
        var difference = Cell()

        mutating func merge(_ other: Sums) {
            support.merge(other.support)
            brand.merge(other.brand)
            difference.merge(other.difference)
        }
    }

    /// Sums over all of them, undated ones too.
    private(set) var all = Sums()
    /// Months with such a voice, counted since January 1970, oldest first.
    private(set) var months: [(index: Int, sums: Sums)] = []

    /// - Parameter cells: Cells of one brand over all channels.
    init(_ cells: [KeyedCell]) {
        var byMonth: [Int: Sums] = [:]
        for entry in cells {
            guard let part = Self.part(entry.key.measure) else { continue }
            switch entry.key.period.length {
            case .all: all[keyPath: part] = entry.cell
            case .month: byMonth[entry.key.period.index, default: Sums()][keyPath: part] = entry.cell
            default: break
            }
        }
        months = byMonth.keys.sorted().map { ($0, byMonth[$0] ?? Sums()) }
    }

    private init(months: [(index: Int, sums: Sums)]) {
        self.months = months
        all = months.reduce(into: Sums()) { $0.merge($1.sums) }
    }

    /// Those of some months alone; a customer counts once a month there.
    func during(_ span: ClosedRange<Int>) -> ComparedVoices {
        ComparedVoices(months: months.filter { span.contains($0.index) })
    }

    /// The mean of one part; `nil` without voices.
    func mean(_ part: KeyPath<Sums, Cell>) -> StretchMean? {
        StretchMean(all[keyPath: part], months: months.map { ($0.index, $0.sums[keyPath: part]) })
    }

    private static func part(_ measure: MeasureID) -> WritableKeyPath<Sums, Cell>? {
        switch measure {
        case .comparedSupport: \.support
        case .comparedBrand: \.brand
        case .difference: \.difference
        default: nil
        }
    }
}
