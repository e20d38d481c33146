import Feedback
import GRDB

/// Reads rows of cells, in the order of brand, length, period and channel.
enum CellReading {
    /// Calls the body with the cells of each place of a brand for which a condition holds, until it says no more.
    ///
    /// `measures`: those that are asked for of a channel; `nil` for all. The second argument of the body gives the row as
    /// it is stored, where all measures were asked for.
    static func forEach(
        of brand: String,
        where condition: SQLPart = SQLPart("TRUE", []),
        measures: (_ channel: String) -> Set<String>? = { _ in nil },
        in db: Database,
        _ body: (CellGroup, _ stored: () -> CellGroup.Stored) throws -> Bool
    ) throws {
        let sql = """
            SELECT periodLength, period, channel, sums, id FROM periodCell WHERE brand = ? AND \(condition.sql)
            ORDER BY periodLength, period, channel
            """
        let part = SQLPart(sql, StatementArguments([brand]) + condition.arguments)
        var periods = PeriodReader()
        var readers: [String: CellTextReader] = [:]
        try NumberQuery.forEach(part, in: db) { statement in
            let columns = StatementColumns(statement)
            // What another version of Koe keeps has no name here.
            guard let period = periods.period(columns.text(0) ?? "", columns.text(1) ?? "") else { return true }
            let channel = columns.text(2) ?? ""
            let sums = try readers[channel, default: CellTextReader(measures(channel))].sums(in: columns.bytes(3))
            return try body(CellGroup(brand: brand, period: period, channel: channel, sums: sums)) {
                CellGroup.Stored(id: Int64(columns.integer(4)), text: columns.text(3) ?? "", sums: sums)
            }
        }
    }
}
