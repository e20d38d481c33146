package import Feedback
package import Measures
import Store

/// The cells of one brand, found by period, channel and measure.
package struct BrandCells: Sendable {
    package let brand: String
    package let all: [KeyedCell]
    /// Numbers of the channels, from 1.
    private let channels: [String: Int]
    /// Places in ``all``.
    private let places: [CellPlace: Int]
    /// The same of each measure and length of period, in their order.
    private let kinds: [CellKind: [Int]]

    package init(brand: String, cells: [KeyedCell]) {
        self.brand = brand
        all = cells
        var channels: [String: Int] = [:]
        var places: [CellPlace: Int] = [:]
        var kinds: [CellKind: [Int]] = [:]
        places.reserveCapacity(cells.count)
        for (place, entry) in cells.enumerated() {
            let channel = entry.key.channel.map { name in
                let number = channels[name] ?? channels.count + 1
                channels[name] = number
                return number
            }
            let key = CellPlace(entry.key.measure, entry.key.period, channel: channel ?? 0)
            if places[key] == nil { places[key] = place }
            kinds[CellKind(entry.key.measure, entry.key.period.length), default: []].append(place)
        }
        (self.channels, self.places, self.kinds) = (channels, places, kinds)
    }

    /// Those of some measures, by their names.
    init(_ texts: CellTexts, measures: Set<String>) throws {
        var cells: [KeyedCell] = []
        try texts.forEach(measures: measures) { row in
            if let cell = KeyedCell(row) { cells.append(cell) }
        }
        self.init(brand: texts.brand, cells: cells)
    }

    package func cell(_ measure: MeasureID, _ period: Period, channel: String? = nil) -> Cell? {
        var number = 0
        if let channel {
            guard let known = channels[channel] else { return nil }
            number = known
        }
        return places[CellPlace(measure, period, channel: number)].map { all[$0].cell }
    }

    /// The cells of a measure by one length of period, in their order.
    func cells(_ measure: MeasureID, _ length: PeriodLength) -> [KeyedCell] {
        (kinds[CellKind(measure, length)] ?? []).map { all[$0] }
    }

    /// The cell over all time.
    package func total(_ measure: MeasureID) -> Cell? {
        cell(measure, Period(length: .all, index: 0))
    }

    /// Periods of one length from the first to the last that hold a voice, without gaps; empty without dated voices.
    package func periods(_ length: PeriodLength) -> [Period] {
        let indexes = all.lazy.map(\.key.period).filter { $0.length == length }.map(\.index)
        guard let first = indexes.min(), let last = indexes.max() else { return [] }
        return (first...last).map { Period(length: length, index: $0) }
    }
}

/// Where a cell of a brand stands, in one number: names by the ten thousand are slow to hash.
private struct CellPlace: Hashable {
    private let code: UInt64

    /// `channel`: 0 for all together.
    init(_ measure: MeasureID, _ period: Period, channel: Int) {
        let kind = CellKind(measure, period.length).code
        code = UInt64(UInt32(truncatingIfNeeded: period.index)) << 32 | UInt64(channel) << 9 | kind
    }
}

/// A measure by one length of period, in nine bits: measures are fewer than 64.
private struct CellKind: Hashable {
    let code: UInt64

    init(_ measure: MeasureID, _ length: PeriodLength) {
        code = UInt64(measure.order) << 3 | Self.number(of: length)
    }

    private static func number(of length: PeriodLength) -> UInt64 {
        switch length {
        case .all: 0
        case .week: 1
        case .month: 2
        case .quarter: 3
        case .year: 4
        }
    }
}
