package import Feedback
package import GRDB

/// Finds the cells of one place after another.
package struct CellFinder {
    private var reader = CellTextReader()

    package init() {}

    /// The cells of a brand, a period and a channel; `nil` where no voice counts.
    ///
    /// `channel`: ``CellGroup/allChannels`` or one.
    package mutating func stored(
        _ brand: String,
        _ period: Period,
        channel: String,
        in db: Database
    ) throws -> CellGroup.Stored? {
        let sql = """
            SELECT id, sums FROM periodCell WHERE brand = ? AND periodLength = ? AND period = ? AND channel = ?
            """
        let texts = [brand, period.length.rawValue, period.description, channel]
        var found: CellGroup.Stored?
        try NumberQuery.forEach(sql, texts: texts, in: db) { statement in
            let columns = StatementColumns(statement)
            found = CellGroup.Stored(
                id: Int64(columns.integer(0)),
                text: columns.text(1) ?? "",
                sums: try reader.sums(in: columns.bytes(1))
            )
            return false
        }
        return found
    }
}
