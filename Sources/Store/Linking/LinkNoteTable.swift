import Foundation
package import GRDB

/// What the links of each thread hang on: tokens that stand for keys and counts of cases, kept with one comment of it.
package enum LinkNoteTable {
    private static let table = TokenParts.linkNotes
    private static let tokenBytes = TokenParts.tokenBits / 8
    /// Notes that are put into their parts in memory at a time, of 8 bytes each.
    private static let notesAtOnce = 6_000_000

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
        try table.change(gone: gone, come: come, in: db)
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

    /// Makes the way back from all tokens, some neighbouring parts at a time.
    package static func index(in db: Database) throws {
        var counts = [Int](repeating: 0, count: table.all.count)
        try forEachNote(in: db) { token, _ in counts[table.part(of: token)] += 1 }
        var (start, sum) = (0, 0)
        for part in table.all {
            if part > start, sum + counts[part] > notesAtOnce {
                try index(start..<part, counts, in: db)
                (start, sum) = (part, 0)
            }
            sum += counts[part]
        }
        try index(start..<table.all.upperBound, counts, in: db)
    }

    /// Makes some parts: puts each of their notes in its place.
    ///
    /// `counts`: number of notes of every part.
    private static func index(_ parts: Range<Int>, _ counts: [Int], in db: Database) throws {
        var ends = [0]
        for part in parts { ends.append(ends[ends.count - 1] + counts[part]) }
        var values = [UInt64](repeating: 0, count: ends[parts.count])
        var next = ends
        try forEachNote(in: db) { token, commentID in
            guard parts.contains(table.part(of: token)) else { return }
            let note = table.holder(token, commentID)
            values[next[note.part - parts.lowerBound]] = note.value
            next[note.part - parts.lowerBound] += 1
        }
        for part in parts {
            let (start, end) = (ends[part - parts.lowerBound], ends[part - parts.lowerBound + 1])
            if start < end { try table.store(values[start..<end].sorted(), as: part, in: db) }
        }
    }

    private static func forEachNote(in db: Database, _ body: (UInt64, Int64) -> Void) throws {
        try NumberQuery.forEach("SELECT commentID, tokens FROM linkNotes", [], in: db) { statement in
            let columns = StatementColumns(statement)
            let commentID = Int64(columns.integer(0))
            forEachToken(in: columns.blob(1)) { body($0, commentID) }
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

    private static func forEachToken(in bytes: UnsafeRawBufferPointer, _ body: (UInt64) -> Void) {
        for start in stride(from: 0, to: bytes.count - tokenBytes + 1, by: tokenBytes) {
            var token: UInt64 = 0
            for place in 0..<tokenBytes { token |= UInt64(bytes[start + place]) << UInt64(8 * place) }
            body(token)
        }
    }
}
