import Foundation
package import GRDB
import GRDBSQLite

/// What the links of each thread hang on: tokens that stand for keys and counts of cases, kept with one comment of it.
package enum LinkNoteTable {
    /// Tokens have at most 48 bits.
    private static let tokenBytes = 6
    /// Rows that are sorted in memory at a time, of 16 bytes each.
    private static let rowsAtOnce = 3_000_000

    /// Comments whose threads hang on a token, ascending.
    package static func comments(noting token: UInt64, in db: Database) throws -> [Int64] {
        try NumberQuery.all("SELECT commentID FROM linkNote WHERE token = ?", [Int64(token)], in: db)
    }

    /// Replaces what was noted with some comments, each there once.
    ///
    /// `notes`: tokens ascending and each once. The way back from them is stored in the order of all tokens, for those of
    /// one comment lie all over the table.
    package static func set(_ notes: [(commentID: Int64, tokens: [UInt64])], in db: Database) throws {
        var (gone, come): ([(token: UInt64, commentID: Int64)], [(token: UInt64, commentID: Int64)]) = ([], [])
        for (commentID, tokens) in notes {
            let old = try self.tokens(of: commentID, in: db)
            guard old != tokens else { continue }
            gone += Set(old).subtracting(tokens).map { ($0, commentID) }
            come += Set(tokens).subtracting(old).map { ($0, commentID) }
            if tokens.isEmpty {
                try db.cachedStatement(sql: "DELETE FROM linkNotes WHERE commentID = ?").execute(arguments: [commentID])
            } else {
                try keep(tokens, of: commentID, in: db)
            }
        }
        let sql = "DELETE FROM linkNote WHERE token = ? AND commentID = ?"
        for (token, commentID) in gone.sorted(by: <) {
            _ = try NumberQuery.first(sql, [Int64(token), commentID], in: db)
        }
        try insert(come.sorted(by: <), in: db)
    }

    /// Empties both tables for a linking of everything, which keeps what it notes and ends with ``index(in:)``.
    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM linkNote; DELETE FROM linkNotes")
    }

    /// Keeps tokens with a comment that has none yet, without the way back from them.
    package static func keep(_ tokens: [UInt64], of commentID: Int64, in db: Database) throws {
        var row = try RowWriter("INSERT OR REPLACE INTO linkNotes VALUES (?, ?)", in: db)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(tokens.count * tokenBytes)
        for token in tokens {
            for place in 0..<tokenBytes { bytes.append(UInt8(truncatingIfNeeded: token >> (8 * UInt64(place)))) }
        }
        try row.add(commentID, counts: false)
        try row.add(blob: bytes)
        try row.store()
    }

    /// Makes the way back from all tokens, in their order: SQLite appends rows much faster than it inserts them.
    package static func index(in db: Database) throws {
        let bytes = try NumberQuery.first("SELECT sum(length(tokens)) FROM linkNotes", [], in: db) ?? 0
        let shares = Int(bytes) / tokenBytes / rowsAtOnce + 1
        for share in 0..<shares { try index(share, of: shares, in: db) }
    }

    /// Makes the way back from one of several equal shares of all values that tokens can have.
    private static func index(_ share: Int, of shares: Int, in db: Database) throws {
        let width = (1 << UInt64(8 * tokenBytes)) / UInt64(shares) + 1
        let tokens = UInt64(share) * width..<UInt64(share + 1) * width
        var rows: [(token: UInt64, commentID: Int64)] = []
        try NumberQuery.forEach("SELECT commentID, tokens FROM linkNotes", [], in: db) { statement in
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, 1),
                count: Int(sqlite3_column_bytes(statement, 1))
            )
            let commentID = sqlite3_column_int64(statement, 0)
            forEachToken(in: bytes) { if tokens.contains($0) { rows.append(($0, commentID)) } }
            return true
        }
        rows.sort { $0 < $1 }
        try insert(rows, in: db)
    }

    private static func tokens(of commentID: Int64, in db: Database) throws -> [UInt64] {
        let select = try db.cachedStatement(sql: "SELECT tokens FROM linkNotes WHERE commentID = ?")
        return try Data.fetchOne(select, arguments: [commentID]).map(unpacked) ?? []
    }

    private static func unpacked(_ data: Data) -> [UInt64] {
        var tokens: [UInt64] = []
        data.withUnsafeBytes { bytes in forEachToken(in: bytes) { tokens.append($0) } }
        return tokens
    }

    private static func forEachToken(in bytes: UnsafeRawBufferPointer, _ body: (UInt64) -> Void) {
        for start in stride(from: 0, to: bytes.count - tokenBytes + 1, by: tokenBytes) {
            var token: UInt64 = 0
            for place in 0..<tokenBytes { token |= UInt64(bytes[start + place]) << UInt64(8 * place) }
            body(token)
        }
    }

    private static func insert(_ rows: [(token: UInt64, commentID: Int64)], in db: Database) throws {
        var writer = try RowWriter("INSERT INTO linkNote VALUES (?, ?)", in: db)
        for (token, commentID) in rows {
            try writer.add(token)
            try writer.add(commentID, counts: false)
            try writer.store()
        }
    }
}
