package import Feedback
package import GRDB

/// Which cells are asked for; all of them where nothing is said.
package struct CellFilter: Sendable {
    package var brand: String?
    package let length: PeriodLength?
    /// `*` stands for all channels together.
    package var channel: String?
    package let measure: String?
    /// First and last period of the length that is asked for; `nil` for all.
    package var periods: ClosedRange<Period>?

    package init(brand: String?, length: PeriodLength?, channel: String?, measure: String?) {
        self.brand = brand
        self.length = length
        self.channel = channel
        self.measure = measure
    }
}

extension CellTable {
    /// Chosen cells in the order of brand, length, period, channel and measure, those of weeks left out.
    ///
    /// `limit`, `offset`: how many at most, and how many before them are passed over.
    package static func cells(of filter: CellFilter, limit: Int, offset: Int, in db: Database) throws -> [CellRow] {
        let brands = try filter.brand.map { [$0] } ?? IndexedValues.all(of: "brand", in: "periodCell", db)
        let measures = filter.measure.map { Set([$0]) }
        var cells: [CellRow] = []
        var left = offset
        for brand in brands where cells.count < limit {
            try CellReading.forEach(of: brand, where: filter.places, measures: { _ in measures }, in: db) { group, _ in
                let passed = min(left, group.sums.count)
                left -= passed
                cells += group.cells.dropFirst(passed).prefix(limit - cells.count)
                return cells.count < limit
            }
        }
        return cells
    }

    /// The cells of some measures over all time and all channels, in the order of brand and measure.
    package static func wholes(of measures: Set<String>, brands: [String], in db: Database) throws -> [CellRow] {
        let (whole, channel) = (Period(length: .all, index: 0), CellGroup.allChannels)
        var finder = CellFinder()
        return try brands.sorted().flatMap { brand in
            let sums = try finder.stored(brand, whole, channel: channel, in: db)?.sums ?? []
            return sums.filter { measures.contains($0.measure) }.map {
                CellRow(brand: brand, period: whole, channel: channel, sums: $0)
            }
        }
    }

    /// The latest period of a brand and channel that has a cell.
    package static func latest(
        _ length: PeriodLength,
        of brand: String,
        channel: String,
        in db: Database
    ) throws -> Period? {
        let sql = "SELECT max(period) FROM periodCell WHERE brand = ? AND periodLength = ? AND channel = ?"
        let name = try String.fetchOne(db, sql: sql, arguments: [brand, length.rawValue, channel])
        return name.flatMap { Period(length, named: $0) }
    }
}

extension CellFilter {
    /// The places that are asked for.
    fileprivate var places: SQLPart {
        var part = SQLPart(CellTable.isShown, [])
        if let length { part.add("periodLength = ?", length.rawValue) }
        if let channel { part.add("channel = ?", channel) }
        if let periods {
            part.add("period >= ?", periods.lowerBound.description)
            part.add("period <= ?", periods.upperBound.description)
        }
        return part
    }
}
