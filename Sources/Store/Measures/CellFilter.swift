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
    /// Chosen cells in the order of the primary key, those of weeks left out.
    package static func cells(of filter: CellFilter, limit: Int, offset: Int, in db: Database) throws -> [CellRow] {
        let asked = [
            ("brand", filter.brand), ("periodLength", filter.length?.rawValue), ("channel", filter.channel),
            ("measure", filter.measure),
        ]
        var part = SQLPart(isShown, [])
        for (column, value) in asked {
            if let value { part.add("\(column) = ?", value) }
        }
        if let periods = filter.periods {
            part.add("period >= ?", periods.lowerBound.description)
            part.add("period <= ?", periods.upperBound.description)
        }
        let sql = """
            SELECT \(selection), brand FROM cell WHERE \(part.sql)
            ORDER BY brand, periodLength, period, channel, measure LIMIT ? OFFSET ?
            """
        return try cells(SQLPart(sql, part.arguments + [limit, offset]), in: db)
    }

    /// The cells of some measures over all time and all channels, in the order of the primary key.
    package static func wholes(of measures: [String], brands: [String], in db: Database) throws -> [CellRow] {
        func places(_ names: [String]) -> String { names.map { _ in "?" }.joined(separator: ", ") }
        let sql = """
            SELECT \(selection), brand FROM cell WHERE brand IN (\(places(brands))) AND periodLength = ? AND period = ?
                AND channel = '*' AND measure IN (\(places(measures))) ORDER BY brand, measure
            """
        let whole = Period(length: .all, index: 0)
        let arguments = StatementArguments(brands + [whole.length.rawValue, whole.description] + measures)
        return try cells(SQLPart(sql, arguments), in: db)
    }

    /// The latest period of a brand and channel that has a cell.
    package static func latest(
        _ length: PeriodLength,
        of brand: String,
        channel: String,
        in db: Database
    ) throws -> Period? {
        let sql = "SELECT max(period) FROM cell WHERE brand = ? AND periodLength = ? AND channel = ?"
        let name = try String.fetchOne(db, sql: sql, arguments: [brand, length.rawValue, channel])
        return name.flatMap { Period(length, named: $0) }
    }
}
