import GRDB
import Testing

@testable import Store

/// The way back from tokens against a dictionary.
struct LinkNoteTableTests {
    /// Tokens in the same part and in others, with the greatest and the least of them.
    private static let tokens: [UInt64] = [0, 1, 5, 1 << 30, 1 << 30 | 5, 5 << 30, (1 << 48) - 1, (1 << 48) - 2]

    /// What each of some comments notes in one of several nights.
    private static func notes(night: Int) -> [(commentID: Int64, tokens: [UInt64])] {
        (1...60).filter { $0 % 4 != night }.map { id in
            let own = tokens.indices.filter { (id * 7 + $0 * (night + 3)) % 5 < 2 }.map { tokens[$0] }
            return (Int64(id) << (id % 3 == 0 ? 28 : 0), own.sorted())
        }
    }

    @Test func nightsAndAWholeLinkingFindTheSameComments() throws {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            var expected: [Int64: [UInt64]] = [:]
            for night in 0..<4 {
                let notes = Self.notes(night: night)
                for (id, tokens) in notes { expected[id] = tokens }
                try LinkNoteTable.set(notes, in: db)
                try #expect(found(in: db) == holders(expected))
            }
            try Self.settle(in: db)
            try #expect(found(in: db) == holders(expected))
            let parts = try self.parts(in: db)
            try LinkNoteTable.clear(in: db)
            #expect(try found(in: db).isEmpty)
            for (id, tokens) in expected.sorted(by: { $0.key < $1.key }) where !tokens.isEmpty {
                try LinkNoteTable.keep(tokens, of: id, in: db)
            }
            try LinkNoteTable.index(in: db)
            try #expect(found(in: db) == holders(expected))
            #expect(try self.parts(in: db) == parts)
            try LinkNoteTable.set(expected.keys.sorted().map { ($0, []) }, in: db)
            #expect(try self.parts(in: db) == [:])
        }
    }

    /// Some nights put what they add into its part, most let it wait; comments that note something else, in a row that
    /// waits or in a part, are found by that alone.
    @Test func whatWaitsIsPutIntoItsPartsOnceThereIsMuch() throws {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            var (waited, settled) = (false, false)
            for night in 0..<40 {
                let ids = (0..<20).map { Int64(night * 20 + $0 + 1) }
                try LinkNoteTable.set(ids.map { ($0, [7, 8]) }, in: db)
                let waiting = try WaitingHolders(of: 0, in: .linkNotes).holders(in: db).count
                waited = waited || waiting > 0
                settled = settled || waiting < 2 * ids.count * (night + 1)
            }
            #expect(waited && settled)
            #expect(try LinkNoteTable.comments(noting: 7, in: db) == Array(1...800))
            try LinkNoteTable.set([(1, [8, 9]), (800, [9])], in: db)
            #expect(try LinkNoteTable.comments(noting: 7, in: db) == Array(2...799))
            #expect(try LinkNoteTable.comments(noting: 8, in: db) == Array(1...799))
            #expect(try LinkNoteTable.comments(noting: 9, in: db) == [1, 800])
        }
    }

    /// Puts everything that waits into its parts.
    private static func settle(in db: Database) throws {
        let table = TokenParts.linkNotes
        for row in try Int.fetchAll(db, sql: "SELECT part FROM linkNotePart WHERE part < 0") {
            let part = (-1 - row) << (table.partBits - WaitingHolders.groupBits)
            try WaitingHolders(of: part, in: table).settle(in: db)
        }
    }

    private func holders(_ notes: [Int64: [UInt64]]) -> [UInt64: [Int64]] {
        var holders: [UInt64: [Int64]] = [:]
        for (id, tokens) in notes.sorted(by: { $0.key < $1.key }) {
            for token in tokens { holders[token, default: []].append(id) }
        }
        return holders
    }

    private func found(in db: Database) throws -> [UInt64: [Int64]] {
        var holders: [UInt64: [Int64]] = [:]
        for token in Self.tokens {
            let comments = try LinkNoteTable.comments(noting: token, in: db)
            if !comments.isEmpty { holders[token] = comments }
        }
        return holders
    }

    private func parts(in db: Database) throws -> [Int64: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT part, hex(notes) FROM linkNotePart")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
}
