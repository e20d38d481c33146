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

/// Sums of voices by the version that they name, with what erased voices left in them.
package enum VersionTable {
    /// The voices of a brand by product and version; an index holds all that is read of them.
    private static let summing = """
        SELECT brand, productName AS product, version, min(firstDay) AS firstDay, max(lastDay) AS lastDay,
            sum(voices) AS voices, sum(n) AS n, sum(total) AS sum, sum(squares) AS sumOfSquares, sum(n > 0) AS customers,
            sum(total * total) AS customerSumSquares, sum(total * n) AS customerSumCounts,
            sum(n * n) AS customerCountSquares
        FROM (
            SELECT brand, coalesce(product, '') AS productName, version, min(day) AS firstDay, max(day) AS lastDay,
                count(*) AS voices, count(supportPolarity) AS n, coalesce(sum(supportPolarity), 0) AS total,
                coalesce(sum(supportPolarity * supportPolarity), 0) AS squares
            FROM voice WHERE brand = ? AND version IS NOT NULL AND isCounted AND day IS NOT NULL
            GROUP BY productName, version, customerCode)
        GROUP BY productName, version
        """

    /// Adds to the row of a version that is there already.
    private static let adding = """
        ON CONFLICT DO UPDATE SET firstDay = min(firstDay, excluded.firstDay), lastDay = max(lastDay, excluded.lastDay),
        \(["voices", "n", "sum", "sumOfSquares", "customers", "customerSumSquares", "customerSumCounts",
            "customerCountSquares"].map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", "))
        """

    /// Removes the sums of all voices; what erased ones left stays.
    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM versionSum; INSERT INTO versionSum SELECT * FROM sealedVersion")
    }

    /// Sums the voices of a brand anew, and adds what erased ones left.
    package static func update(_ brand: String, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM versionSum WHERE brand = ?").execute(arguments: [brand])
        try db.cachedStatement(sql: "INSERT INTO versionSum \(summing)").execute(arguments: [brand])
        let sealed = "INSERT INTO versionSum SELECT * FROM sealedVersion WHERE brand = ? \(adding)"
        try db.cachedStatement(sql: sealed).execute(arguments: [brand])
    }

    /// What the voices of a brand add to its versions, as they stand.
    package static func voices(of brand: String, in db: Database) throws -> [VersionSum] {
        try Row.fetchAll(db.cachedStatement(sql: summing), arguments: [brand]).map(VersionSum.init)
    }

    /// What erased voices left in the versions of a brand.
    package static func sealed(of brand: String, in db: Database) throws -> [VersionSum] {
        let sql = "SELECT * FROM sealedVersion WHERE brand = ?"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brand]).map(VersionSum.init)
    }

    /// Keeps what erased voices added to a version; the next update counts it.
    package static func seal(_ sum: VersionSum, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO sealedVersion VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \(adding)"
        )
        try statement.execute(arguments: [
            sum.brand, sum.product ?? "", sum.version, sum.firstDay, sum.lastDay, sum.voices, sum.n, sum.sum,
            sum.sumOfSquares, sum.customers, sum.customerSumSquares, sum.customerSumCounts, sum.customerCountSquares,
        ])
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
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brand]).map(VersionSum.init)
    }
}

extension VersionSum {
    fileprivate init(_ row: Row) {
        let product: String = row["product"]
        self.init(
            brand: row["brand"],
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

    /// What these sums hold beside those of some of their voices, over the same days.
    ///
    /// `rest`: `nil` where no voice is left.
    package func beside(_ rest: VersionSum?) -> VersionSum {
        guard let rest else { return self }
        return VersionSum(
            brand: brand,
            product: product,
            version: version,
            firstDay: firstDay,
            lastDay: lastDay,
            voices: voices - rest.voices,
            n: n - rest.n,
            sum: sum - rest.sum,
            sumOfSquares: sumOfSquares - rest.sumOfSquares,
            customers: customers - rest.customers,
            customerSumSquares: customerSumSquares - rest.customerSumSquares,
            customerSumCounts: customerSumCounts - rest.customerSumCounts,
            customerCountSquares: customerCountSquares - rest.customerCountSquares
        )
    }

    /// Whether it is of the same product and version of the same brand.
    package func isOfSameVersion(as other: VersionSum) -> Bool {
        (brand, version) == (other.brand, other.version) && product == other.product
    }
}
