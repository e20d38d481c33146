package import GRDB

/// The counted, dated voices of a brand that name one version of one product, as sums of integers.
package struct VersionSum: Hashable, Sendable {
    package let brand: String
    /// `nil` where the voices name no product.
    package let product: String?
    /// As the source writes it.
    package let version: String
    /// Numbers of the local days of the earliest and the latest voice.
    package let firstDay: Int
    package let lastDay: Int
    package let voices: Int
    /// Those of them that have a support polarity, and Σ and Σ² of it in basis points.
    package let n: Int
    package let sum: Int
    package let sumOfSquares: Int
    /// Sums over customers, for the clustered interval; see `Cell` of Measures.
    package let customers: Int
    package let customerSumSquares: Int
    package let customerSumCounts: Int
    package let customerCountSquares: Int
}

/// Sums of voices by the version that they name.
package enum VersionTable {
    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM versionSum")
    }

    /// Sums the voices of a brand anew; an index holds all that is read of them.
    package static func update(_ brand: String, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM versionSum WHERE brand = ?").execute(arguments: [brand])
        let insert = """
            INSERT INTO versionSum
            SELECT brand, productName, version, min(firstDay), max(lastDay), sum(voices), sum(n), sum(total), sum(squares),
                sum(n > 0), sum(total * total), sum(total * n), sum(n * n)
            FROM (
                SELECT brand, coalesce(product, '') AS productName, version, min(day) AS firstDay, max(day) AS lastDay,
                    count(*) AS voices, count(supportPolarity) AS n, coalesce(sum(supportPolarity), 0) AS total,
                    coalesce(sum(supportPolarity * supportPolarity), 0) AS squares
                FROM voice WHERE brand = ? AND version IS NOT NULL AND isCounted AND day IS NOT NULL
                GROUP BY productName, version, customerCode)
            GROUP BY productName, version
            """
        try db.cachedStatement(sql: insert).execute(arguments: [brand])
    }

    /// The versions of all brands, each name once.
    package static func names(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT version FROM versionSum ORDER BY version")
    }

    /// Whether voices of a brand that name a version name a product as well.
    package static func namesProducts(_ brand: String, in db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM versionSum WHERE brand = ? AND product != '')"
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [brand]) ?? false
    }

    /// The versions of a brand that voices name, by product and first day, equal ones by name.
    package static func sums(of brand: String, in db: Database) throws -> [VersionSum] {
        let sql = "SELECT * FROM versionSum WHERE brand = ? ORDER BY product, firstDay, version"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brand]).map { row in
            let product: String = row["product"]
            return VersionSum(
                brand: brand,
                product: product.isEmpty ? nil : product,
                version: row["version"],
                firstDay: row["firstDay"],
                lastDay: row["lastDay"],
                voices: row["voices"],
                n: row["n"],
                sum: row["sum"],
                sumOfSquares: row["sumOfSquares"],
                customers: row["customers"],
                customerSumSquares: row["customerSumSquares"],
                customerSumCounts: row["customerSumCounts"],
                customerCountSquares: row["customerCountSquares"]
            )
        }
    }
}
