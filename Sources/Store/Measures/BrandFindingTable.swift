package import GRDB

/// What the search for changes found in each brand, kept until a voice of the brand changes; no part of the content that
/// is hashed.
package enum BrandFindingTable {
    /// The finding as it was stored; `nil` for a brand that was never searched.
    package static func finding(of brand: String, in db: Database) throws -> String? {
        let statement = try db.cachedStatement(sql: "SELECT found FROM brandFinding WHERE brand = ?")
        return try String.fetchOne(statement, arguments: [brand])
    }

    package static func set(_ finding: String, of brand: String, in db: Database) throws {
        let sql = "INSERT INTO brandFinding VALUES (?, ?) ON CONFLICT (brand) DO UPDATE SET found = excluded.found"
        try db.cachedStatement(sql: sql).execute(arguments: [brand, finding])
    }

    /// Forgets brands that have no voice any more.
    ///
    /// `brands`: those that have one.
    package static func keep(_ brands: [String], in db: Database) throws {
        let sql = "DELETE FROM brandFinding WHERE brand NOT IN (SELECT value FROM json_each(?))"
        try db.cachedStatement(sql: sql).execute(arguments: [IDList.text(of: brands)])
    }
}
