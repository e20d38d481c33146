import Foundation
import GRDB
import Store
import Testing

@testable import Nightly

/// What changed is linked anew, and what hangs on it; the end is that of linking everything.
struct NightLinkingTests {
    /// How many sequences of nights are tried; `KOE_SEQUENCES` asks for more.
    private static let sequences = ProcessInfo.processInfo.environment["KOE_SEQUENCES"].flatMap { Int($0) } ?? 320

    @Test(arguments: 0..<8)
    func everySequenceOfNightsEndsWhereARebuildDoes(share: Int) async throws {
        let tools = try LinkedDatabase.tools()
        // A file can be read beside the night that writes it.
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "koe.db").path
        let database = share.isMultiple(of: 2) ? try KoeDatabase(path: path) : try .inMemory()
        var (nights, relinked, decided, merged) = (0, 0, 0, 0)
        for seed in stride(from: share, to: Self.sequences, by: 8) {
            var sequence = try LinkSequence(seed: UInt64(seed + 1), in: database)
            let linked = LinkedDatabase(sequence.database, tools)
            try await linked.rebuild()
            let before = try linked.picture()
            for _ in 0...seed % 4 {
                try sequence.change()
                if try await linked.night() { nights += 1 }
            }
            let picture = try linked.picture()
            if picture != before { relinked += 1 }
            decided += picture.count { $0.contains("\"decision\"") }
            merged += try database.read { try CaseAliasTable.roots(in: $0).count }
            #expect(try await linked.differences() == [], "sequence \(seed)")
        }
        #expect(nights > Self.sequences / 16, "most nights were rebuilds")
        #expect(relinked > Self.sequences / 16, "most nights changed nothing")
        #expect(decided > 0 && merged > 0, "nobody decided anything")
    }

    @Test func nothingNewTouchesNothing() async throws {
        var sequence = try LinkSequence(seed: 5, in: .inMemory())
        let linked = LinkedDatabase(sequence.database, try LinkedDatabase.tools())
        try await linked.rebuild()
        try sequence.change()
        _ = try await linked.night()
        let tools = try linked.tools
        try sequence.database.write { db in
            let before = db.totalChangesCount
            try NightLinking(tools: tools).run(in: db) { _ in }
            #expect(db.totalChangesCount == before)
        }
        #expect(try await linking(linked).run(writes: true) { _ in }.wasCurrent)
    }

    /// Most changed, or what decides all links did: everything is linked; else what changed is.
    @Test func whatIsStaleIsDecidedInOnePlace() async throws {
        var sequence = try LinkSequence(seed: 7, in: .inMemory())
        let linked = LinkedDatabase(sequence.database, try LinkedDatabase.tools())
        #expect(try await linking(linked).run(writes: true) { _ in }.wasCurrent == false)
        #expect(try await linking(linked).run(writes: true) { _ in }.wasCurrent)
        try sequence.change()
        #expect(try await linking(linked).run(writes: false) { _ in }.wasCurrent == false)
        let counts = try await linking(linked).run(writes: true) { _ in }
        let stored = try sequence.database.read { try LinkTable.counts(in: $0) }
        #expect(!counts.wasCurrent && counts.counts == stored)
        let others = LinkedDatabase(sequence.database, try LinkedDatabase.tools(people: "name\nMori Ken\n"))
        #expect(try await linking(others).run(writes: true) { _ in }.wasCurrent == false)
        #expect(try await others.differences() == [])
    }

    /// A night that is given up, for too much hangs on what changed, leaves the links and what has yet to be linked.
    @Test func nightThatIsGivenUpLeavesNothing() async throws {
        var sequence = try LinkSequence(seed: 7, in: .inMemory())
        let linked = LinkedDatabase(sequence.database, try LinkedDatabase.tools())
        try await linked.rebuild()
        for _ in 0..<3 { try sequence.change() }
        let (tools, before) = (try linked.tools, try linked.picture())
        #expect(throws: NightLinking.TooMany.self) {
            try sequence.database.write { try NightLinking(tools: tools).run(in: $0, limit: 0) { _ in } }
        }
        #expect(try linked.picture() == before)
        #expect(try sequence.database.read { try !LinkJournal.isEmpty(in: $0) })
        _ = try await linking(linked).run(writes: true) { _ in }
        #expect(try await linked.differences() == [])
    }

    private func linking(_ linked: LinkedDatabase) throws -> Linking {
        Linking(database: linked.database, tools: try linked.tools, workers: 2)
    }
}
