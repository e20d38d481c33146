import Feedback
import Foundation
import GRDB
import Linkage
import Store
import Testing
import Workspace

@testable import Nightly

/// What changed is linked anew, and what hangs on it; the end is that of linking everything.
struct NightLinkingTests {
    /// How many sequences of nights are tried; `KOE_SEQUENCES` asks for more.
    private static let sequences = ProcessInfo.processInfo.environment["KOE_SEQUENCES"].flatMap { Int($0) } ?? 320

    /// The lists of the repository; a key that more than three cases have finds none.
    private static func tools(people: String = "name\nnobody\n") throws -> LinkTools {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var model = LinkModel()
        model.hotKey = 3
        return try LinkTools(
            names: Array(Data(contentsOf: root.appending(path: "Lexicons/names.tsv"))),
            people: PersonNames(table: Data(people.utf8)),
            model: model
        )
    }

    private func rebuild(_ database: KoeDatabase, _ tools: LinkTools) async throws {
        _ = try await FullLinking(database: database, tools: tools, workers: 1).run(writes: true) { _ in }
    }

    /// Links what changed; whether that was a night's work.
    private func night(_ database: KoeDatabase, _ tools: LinkTools) async throws -> Bool {
        let isDecidedAlike = try database.read { try tools.input(tools.steps(in: $0)).isUnchanged(in: $0) }
        guard isDecidedAlike else {
            try await rebuild(database, tools)
            return false
        }
        try database.write { try NightLinking(tools: tools).run(in: $0) { _ in } }
        return true
    }

    /// Everything that a linking writes, but what the journals hold.
    private func picture(_ database: KoeDatabase) throws -> [String] {
        let name = "(SELECT source || ':' || externalID FROM comment WHERE id = commentID)"
        let tables = [
            "SELECT json_array('link', \(name), caseID, relation, status, milliBits, marginMilliBits, method, evidence) FROM link",
            "SELECT json_array('key', key, (SELECT caseID FROM supportCase WHERE id = supportCaseID)) FROM caseKey",
            "SELECT json_array('count', value, n) FROM caseCount",
            "SELECT json_array('brand', sound, script, n) FROM caseBrand",
            "SELECT json_array('lent', supportCaseID, handle) FROM lentHandle",
            "SELECT json_array('node', \(name), name, answered, own, parent, thread, twin) FROM threadNode",
            "SELECT json_array('note', \(name), token) FROM linkNote",
            "SELECT json_array('notes', \(name), hex(tokens)) FROM linkNotes",
            "SELECT json_array('tally', relation, status, n) FROM linkTally WHERE n != 0",
        ]
        return try database.read { db in
            #expect(try ContentSums.differences(in: db) == [])
            return try [ContentSums.text(in: db)] + tables.flatMap { try String.fetchAll(db, sql: $0 + " ORDER BY 1") }
        }
    }

    @Test(arguments: 0..<8)
    func everySequenceOfNightsEndsWhereARebuildDoes(share: Int) async throws {
        let tools = try Self.tools()
        var (nights, relinked) = (0, 0)
        for seed in stride(from: share, to: Self.sequences, by: 8) {
            var sequence = try LinkSequence(seed: UInt64(seed + 1))
            try await rebuild(sequence.database, tools)
            for night in 0...seed % 4 {
                try sequence.change()
                let before = try picture(sequence.database)
                if try await self.night(sequence.database, tools) { nights += 1 }
                let linked = try picture(sequence.database)
                try await rebuild(sequence.database, tools)
                let rebuilt = try picture(sequence.database)
                if linked != before { relinked += 1 }
                let missing = Set(rebuilt).subtracting(linked).map { "only rebuilt: \($0)" }
                let extra = Set(linked).subtracting(rebuilt).map { "only linked: \($0)" }
                #expect((missing + extra).sorted() == [], "sequence \(seed), night \(night)")
            }
        }
        #expect(nights > Self.sequences / 16, "few nights were no rebuild")
        #expect(relinked > nights / 2)
    }
}
