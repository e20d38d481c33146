package import Feedback
package import Measures

/// A series of one measure by month, week or quarter, cut by channel.
package struct TestedSeries {
    package let measure: MeasureID
    package let length: PeriodLength
    /// `nil` for all channels together.
    package let channel: String?
    /// `nil` for all products together; otherwise the cells are those of this product alone.
    package let product: String?
    /// Index of the first period.
    package let first: Int
    /// In the order of their names.
    package let channels: [String]
    package let trend: TrendSeries
    package let cells: BrandCells

    package var brand: String { cells.brand }

    /// - Returns: `nil` without a dated voice.
    package init?(
        cells: BrandCells,
        measure: MeasureID,
        channel: String? = nil,
        product: String? = nil,
        length: PeriodLength = .month
    ) {
        let own = cells.cells(measure, length).filter {
            $0.key.channel != nil && (channel == nil || $0.key.channel == channel)
        }
        let indexes = own.map(\.key.period.index)
        guard let first = indexes.min(), let last = indexes.max() else { return nil }
        let channels = Set(own.compactMap(\.key.channel)).sorted()
        let places = Dictionary(uniqueKeysWithValues: channels.enumerated().map { ($1, $0) })
        var grid = [TrendCell](repeating: TrendCell(), count: (last - first + 1) * channels.count)
        for cell in own {
            guard let channel = cell.key.channel.flatMap({ places[$0] }) else { continue }
            grid[(cell.key.period.index - first) * channels.count + channel] = TrendCell(cell.cell)
        }
        self.cells = cells
        self.measure = measure
        self.channel = channel
        self.product = product
        self.length = length
        self.first = first
        self.channels = channels
        trend = TrendSeries(channels: channels.count, cells: grid)
    }

    /// Whether it is support strength by month over all channels and products: what a brand is judged by.
    package var isWhole: Bool { measure == .support && channel == nil && product == nil && length == .month }

    /// What counts as a change in it.
    package var options: TrendOptions { TrendOptions(length) }

    /// Strength over all periods, 0–100; `nil` of a measure that is no strength.
    package var strength: Double? {
        Strength(cell: total(of: measure, over: 0..<trend.periods), minimumVoices: 1)?.value
    }

    /// Name of the period at a place of the series, such as `2014-03` or `2014-W10`.
    package func name(of place: Int) -> String { period(place).description }

    /// The month that the first (or the last) day of a place falls into.
    package func month(of place: Int, isEnd: Bool = false) -> String {
        let day = isEnd ? Day(number: period(place + 1).firstDay.number - 1) : period(place).firstDay
        return Period(.month, containing: day).description
    }

    package func period(_ place: Int) -> Period { Period(length: length, index: first + place) }

    /// The sum of another measure's cells over places of this series.
    ///
    /// A customer who speaks in two months counts as two.
    package func total(of measure: MeasureID, channel: String? = nil, over places: Range<Int>) -> Cell {
        places.reduce(into: Cell()) { sum, place in
            if let cell = cells.cell(measure, period(place), channel: channel ?? self.channel) { sum.merge(cell) }
        }
    }

    /// The series' own sums by channel.
    package func byChannel(over places: Range<Int>) -> [String: Cell] {
        Dictionary(uniqueKeysWithValues: channels.map { ($0, total(of: measure, channel: $0, over: places)) })
    }
}

extension TrendCell {
    package init(_ cell: Cell?) {
        self.init(n: cell?.n ?? 0, sum: cell?.sum ?? 0, sumOfSquares: cell?.sumOfSquares ?? 0)
    }
}
