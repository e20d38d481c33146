package import Feedback
package import GRDB

/// Rows of cells of a brand as they are stored, to be read in another thread than the one that may ask the database.
package struct CellTexts: Sendable {
    private struct Place {
        let period: Period
        let channel: String
        /// Where its text ends among the bytes.
        let end: Int
    }

    package let brand: String
    private var places: [Place] = []
    /// The texts one behind the other.
    private var bytes: [UInt8] = []

    /// Those of some lengths of period, in the order of length, period and channel.
    package init(of brand: String, lengths: [PeriodLength], in db: Database) throws {
        self.brand = brand
        let sql = """
            SELECT periodLength, period, channel, sums FROM periodCell
            WHERE brand = ? AND periodLength IN (SELECT value FROM json_each(?)) ORDER BY periodLength, period, channel
            """
        var periods = PeriodReader()
        try NumberQuery.forEach(sql, texts: [brand, IDList.text(of: lengths.map(\.rawValue))], in: db) { statement in
            let columns = StatementColumns(statement)
            // What another version of Koe keeps has no name here.
            guard let period = periods.period(columns.text(0) ?? "", columns.text(1) ?? "") else { return true }
            bytes.append(contentsOf: columns.bytes(3))
            places.append(Place(period: period, channel: columns.text(2) ?? "", end: bytes.count))
            return true
        }
    }

    /// The cells of some measures, by their names, in the order of length, period, channel and measure.
    ///
    /// - Throws: `StoreError` `corrupt` for text that Koe did not write.
    package func forEach(measures: Set<String>, _ body: (CellRow) -> Void) throws {
        var reader = CellTextReader(measures)
        try bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for place in places {
                for sums in try reader.sums(in: UnsafeBufferPointer(rebasing: bytes[start..<place.end])) {
                    body(CellRow(brand: brand, period: place.period, channel: place.channel, sums: sums))
                }
                start = place.end
            }
        }
    }
}
