import Feedback
import Measures

/// A monthly series of one measure, cut by channel.
struct TestedSeries {
    let measure: MeasureID
    let firstMonth: Int
    /// In the order of their names.
    let channels: [String]
    let trend: TrendSeries
    let cells: BrandCells

    var brand: String { cells.brand }
    /// Stays the same over nights.
    var name: String { "\(brand)/\(measure.rawValue)" }

    /// - Returns: `nil` without a dated voice.
    init?(cells: BrandCells, measure: MeasureID) {
        let own = cells.all.filter {
            $0.key.measure == measure && $0.key.period.length == .month && $0.key.channel != nil
        }
        let months = own.map(\.key.period.index)
        guard let first = months.min(), let last = months.max() else { return nil }
        let channels = Set(own.compactMap(\.key.channel)).sorted()
        let places = Dictionary(uniqueKeysWithValues: channels.enumerated().map { ($1, $0) })
        var grid = [TrendCell](repeating: TrendCell(), count: (last - first + 1) * channels.count)
        for cell in own {
            guard let channel = cell.key.channel.flatMap({ places[$0] }) else { continue }
            grid[(cell.key.period.index - first) * channels.count + channel] = TrendCell(cell.cell)
        }
        self.cells = cells
        self.measure = measure
        firstMonth = first
        self.channels = channels
        trend = TrendSeries(channels: channels.count, cells: grid)
    }

    /// Name of the month at a place of the series, such as `2014-03`.
    func month(_ place: Int) -> String { period(place).description }

    func period(_ place: Int) -> Period { Period(length: .month, index: firstMonth + place) }

    /// The sum of another measure's cells over places of this series.
    ///
    /// A customer who speaks in two months counts as two.
    func total(of measure: MeasureID, channel: String? = nil, over places: Range<Int>) -> Cell {
        places.reduce(into: Cell()) { sum, place in
            if let cell = cells.cell(measure, period(place), channel: channel) { sum.merge(cell) }
        }
    }

    /// The series' own sums by channel.
    func byChannel(over places: Range<Int>) -> [String: Cell] {
        Dictionary(uniqueKeysWithValues: channels.map { ($0, total(of: measure, channel: $0, over: places)) })
    }
}

extension TrendCell {
    init(_ cell: Cell?) {
        self.init(n: cell?.n ?? 0, sum: cell?.sum ?? 0, sumOfSquares: cell?.sumOfSquares ?? 0)
    }
}
