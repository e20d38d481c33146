import FoundationEssentials
package import GRDB

/// A hash of everything the database holds that its comments decide, kept while rows change.
package enum ContentSums {
    /// One line a hashed table, by name: its name, its number of rows and the sum over them in hexadecimal.
    ///
    /// The same content gives the same text, whatever the order and the batches it came in. Reads a row a table.
    package static func text(in db: Database) throws -> String {
        guard try KeptTriggers.areThere(in: db) else { return try recomputedText(in: db) }
        return text(try kept(in: db))
    }

    /// The same text from the rows themselves: reads the whole database.
    package static func recomputedText(in db: Database) throws -> String {
        text(try recomputed(in: db))
    }

    /// Names of the tables whose kept sum is not the sum over their rows, sorted.
    package static func differences(in db: Database) throws -> [String] {
        guard try KeptTriggers.areThere(in: db) else { return [] }
        let (kept, rows) = (try kept(in: db), try recomputed(in: db))
        return HashedTable.all.map(\.name).filter { kept[$0] != rows[$0] }.sorted()
    }

    /// The kept number of rows of a hashed table.
    package static func count(of table: String, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT rowCount FROM contentSum WHERE name = ?", arguments: [table]) ?? 0
    }

    /// One line that changes whenever a row of some hashed tables changes.
    static func fingerprint(of tables: [String], in db: Database) throws -> String {
        let kept = try kept(in: db)
        return tables.map { name in "\(name) \(kept[name].map(words) ?? "none")" }.joined(separator: "; ")
    }

    /// Brings the triggers and sums of a database to those of this program.
    static func install(in db: Database) throws {
        try KeptTriggers.remove(in: db)
        try db.execute(sql: "DELETE FROM contentSum")
        for (name, sum) in try recomputed(in: db) {
            try db.execute(
                sql: "INSERT INTO contentSum VALUES (?, ?, ?)",
                arguments: [name, sum.rows, Data(sum.sum.bytes)]
            )
        }
        try ReportTallies.rebuild(in: db)
        try SourceTimes.rebuild(in: db)
        try ListTally.rebuild(in: db)
        // Nobody knows what changed while there were no triggers.
        try db.execute(sql: "DELETE FROM fact WHERE name IN ('link worked on', 'measure worked on', 'scored by')")
        try KeptReportTable.forget(in: db)
        try KeptTriggers.make(in: db)
    }

    /// Adds rows to the kept sum of a table whose triggers were left out.
    static func add(_ sum: RowSum, rows: Int, to table: String, in db: Database) throws {
        let kept = try db.cachedStatement(sql: "SELECT sum FROM contentSum WHERE name = ?")
        guard let bytes = try Data.fetchOne(kept, arguments: [table]), let before = RowSum(bytes) else {
            throw StoreError(
                code: .corrupt,
                message: "the database has no sum of its table \(table); open it once with this program's koe verify"
            )
        }
        try db.cachedStatement(sql: "UPDATE contentSum SET rowCount = rowCount + ?, sum = ? WHERE name = ?")
            .execute(arguments: [rows, Data((before + sum).bytes), table])
    }

    /// Removes all rows of a hashed table at once.
    static func clear(_ table: String, in db: Database) throws {
        try KeptReportTable.forget(in: db)
        try KeptTriggers.without(on: [table], in: db) {
            try db.execute(sql: "DELETE FROM \(table)")
            try db.execute(
                sql: "UPDATE contentSum SET rowCount = 0, sum = ? WHERE name = ?",
                arguments: [Data(RowSum().bytes), table]
            )
        }
    }

    private struct TableSum: Equatable {
        var rows = 0
        var sum = RowSum()
    }

    private static func kept(in db: Database) throws -> [String: TableSum] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, rowCount, sum FROM contentSum")
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row["name"], TableSum(rows: row["rowCount"], sum: RowSum(row["sum"] as Data) ?? RowSum()))
            }
        )
    }

    private static func recomputed(in db: Database) throws -> [String: TableSum] {
        var result: [String: TableSum] = [:]
        for table in HashedTable.all {
            var sum = TableSum()
            let sql = "SELECT rowSum(\(table.arguments(of: "row"))) FROM \(table.name) AS row"
            let digests = try Data.fetchCursor(db, sql: sql)
            while let digest = try digests.next() {
                sum.rows += 1
                sum.sum = sum.sum + (RowSum(digest) ?? RowSum())
            }
            result[table.name] = sum
        }
        return result
    }

    private static func text(_ sums: [String: TableSum]) -> String {
        sums.keys.sorted().map { "\($0) \(words(sums[$0] ?? TableSum()))\n" }.joined()
    }

    private static func words(_ sum: TableSum) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = String(
            decoding: sum.sum.bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
        return "\(sum.rows) \(text)"
    }
}
