import Feedback
package import GRDB

/// What erased voices add to the cells of a product, which are summed from its voices when they are asked for.
///
/// As ``SealedCellTable``: sums of integers without a name, a key or a text.
package enum SealedProductTable {
    /// Adds to the sums at the place of a cell of a product.
    package static func add(_ cell: CellRow, product: String, in db: Database) throws {
        let sums = SealedCellTable.sums.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO sealedProductCell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET \(sums)
                """
        )
        try statement.execute(arguments: [
            cell.brand, product, cell.period.length.rawValue, cell.period.description, cell.channel, cell.measure,
            cell.n, cell.sums.sum, cell.sums.sumOfSquares, cell.sums.customers, cell.sums.customerSumSquares,
            cell.sums.customerSumCounts, cell.sums.customerCountSquares,
        ])
    }

    /// The sealed sums of a product of a brand, in the order of the primary key.
    package static func cells(of product: String, brand: String, in db: Database) throws -> [CellRow] {
        let sql = """
            SELECT \(SealedCellTable.selection) FROM sealedProductCell WHERE brand = ? AND product = ?
            ORDER BY periodLength, period, channel, measure
            """
        return try CellReader.cells(SQLPart(sql, [brand, product]), brand: brand, in: db)
    }
}
