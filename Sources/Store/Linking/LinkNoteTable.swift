import Foundation
package import GRDB

/// What the links of each thread hang on: tokens that stand for keys and counts of cases, kept with one comment of it.
package enum LinkNoteTable {
    private static let table = TokenParts.linkNotes
    private static let tokenBytes = TokenParts.tokenBits / 8

    /// Comments whose threads hang on a token, ascending.
    package static func comments(noting token: UInt64, in db: Database) throws -> [Int64] {
        try table.rows(having: token, in: db)
    }

    /// Replaces what was noted with some comments, each there once.
    ///
    /// `notes`: tokens ascending and each once.
    package static func set(_ notes: [(commentID: Int64, tokens: [UInt64])], in db: Database) throws {
        var (gone, come): ([TokenParts.Holder], [TokenParts.Holder]) = ([], [])
        for (commentID, tokens) in notes {
            let old = try self.tokens(of: commentID, in: db)
            guard old != tokens else { continue }
            gone += Set(old).subtracting(tokens).map { table.holder($0, commentID) }
            come += Set(tokens).subtracting(old).map { table.holder($0, commentID) }
            if tokens.isEmpty {
                try db.cachedStatement(sql: "DELETE FROM linkNotes WHERE commentID = ?").execute(arguments: [commentID])
            } else {
                try keep(tokens, of: commentID, in: db)
            }
        }
        try table.change(gone: gone.sorted(), come: come.sorted(), in: db)
    }

    /// Empties both tables for a linking of everything, which keeps what it notes and ends with ``index(in:)``.
    package static func clear(in db: Database) throws {
        try table.clear(in: db)
        try db.execute(sql: "DELETE FROM linkNotes")
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

    /// Makes the way back from all tokens.
    package static func index(in db: Database) throws {
        var runs = try HolderRuns(of: table, in: db)
        try forEachNote(in: db) { try runs.add(table.holder($0, $1)) }
        try runs.store()
    }

    private static func forEachNote(in db: Database, _ body: (UInt64, Int64) throws -> Void) throws {
        try NumberQuery.forEach("SELECT commentID, tokens FROM linkNotes", [], in: db) { statement in
            let columns = StatementColumns(statement)
            let commentID = Int64(columns.integer(0))
            try forEachToken(in: columns.blob(1)) { try body($0, commentID) }
            return true
        }
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

    private static func forEachToken(
        in bytes: UnsafeRawBufferPointer,
        _ body: (UInt64) throws -> Void
    ) rethrows {
        for start in stride(from: 0, to: bytes.count - tokenBytes + 1, by: tokenBytes) {
            var token: UInt64 = 0
            for place in 0..<tokenBytes { token |= UInt64(bytes[start + place]) << UInt64(8 * place) }
            try body(token)
        }
    }
}
