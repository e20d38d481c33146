import Feedback
package import GRDB

/// What erased voices add to the cells: sums of integers without a name, a key or a text.
///
/// The sums of all erasures lie in one row a place; the cells hold them too.
package enum SealedCellTable {
    /// Voices of a brand that are counted though they were erased.
    package struct Voices: Hashable, Sendable {
        package let brand: String
        package let voices: Int
    }

    /// What is summed.
    static let sums = [
        "n", "sum", "sumOfSquares", "customers", "customerSumSquares", "customerSumCounts", "customerCountSquares",
    ]

    static let selection = """
        periodLength, period, channel, measure, n, sum, sumOfSquares,
        customers, customerSumSquares, customerSumCounts, customerCountSquares
        """

    /// Adds to the sums at the place of a cell.
    package static func add(_ cell: CellRow, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO sealedCell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET \(sums.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", "))
                """
        )
        try statement.execute(arguments: [
            cell.brand, cell.period.length.rawValue, cell.period.description, cell.channel, cell.measure, cell.n,
            cell.sums.sum, cell.sums.sumOfSquares, cell.sums.customers, cell.sums.customerSumSquares,
            cell.sums.customerSumCounts, cell.sums.customerCountSquares,
        ])
    }

    /// The sealed sums of a brand, of all brands where none is named, in the order of the primary key.
    package static func cells(of brand: String? = nil, in db: Database) throws -> [CellRow] {
        let sql = """
            SELECT \(selection), brand FROM sealedCell WHERE :brand IS NULL OR brand = :brand
            ORDER BY brand, periodLength, period, channel, measure
            """
        return try CellReader.cells(SQLPart(sql, ["brand": brand]), in: db)
    }

    /// The brands with sealed voices, in the order of their names.
    package static func voices(in db: Database) throws -> [Voices] {
        let sql = """
            SELECT brand, max(n) AS voices FROM sealedCell WHERE periodLength = 'all' AND channel = '*'
            GROUP BY brand HAVING max(n) > 0 ORDER BY brand
            """
        return try Row.fetchAll(db, sql: sql).map { Voices(brand: $0["brand"], voices: $0["voices"]) }
    }
}
