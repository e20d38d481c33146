import GRDB

extension Schema {
    /// Groups of keys that are put into their parts at a time.
    private static let groupsAtOnce = 1 << 8

    /// From keys to the cases that have them, many in a row, where each was a row.
    static func keepKeysInParts(_ db: Database) throws {
        try db.execute(
            sql: "CREATE TABLE caseKeyPart (part INTEGER NOT NULL PRIMARY KEY, holders BLOB NOT NULL) STRICT"
        )
        for first in stride(from: 0, to: CaseKeyTable.groupCount, by: groupsAtOnce) {
            let keys = CaseKeyTable.keys(of: first..<min(first + groupsAtOnce, CaseKeyTable.groupCount))
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT key, supportCaseID FROM caseKey WHERE key >= ? AND key < ?",
                arguments: [Int64(keys.lowerBound), Int64(keys.upperBound)]
            )
            let pairs = try Array(rows.map { row -> CaseKeyTable.Pair in (UInt64(row[0] as Int64), row[1]) })
            try CaseKeyTable.store(pairs, in: db)
        }
        try db.execute(sql: "DROP TABLE caseKey")
    }
}
