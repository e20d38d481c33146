import Feedback
import Store
import Testing
import Workspace

@testable import Dashboard
@testable import Review

/// What the queue of links is ordered by is known before anybody asks for it.
struct ReadyMovesTests {
    @Test func movesAreKnownBeforeTheFirstQuestion() async throws {
        let workspace = try await ServedWorkspace.copy()
        let context = try workspace.context.readOnly()
        let moves = KeptMoves()
        func areKnown() throws -> Bool { try context.database.read { try moves.areKnown(in: $0) } }
        #expect(try !areKnown())
        let ready = ReadyMoves(moves: moves, context: context, work: BlockingWork())
        let running = Task { await ready.run() }
        while try !areKnown() { try await Task.sleep(for: .milliseconds(10)) }
        running.cancel()
        await running.value
        // A night imports and scores long before it links and measures.
        let late = Feedback.Comment(source: "late", externalID: "1", text: "late")
        try workspace.context.database.write { db in
            _ = try CommentTable.store([late], in: db)
            let id = try #require(try CommentTable.find("late:1", in: db).first).id
            #expect(try moves.areKnown(in: db))
            let link = CaseLink(
                relation: .about,
                caseID: "C-1",
                status: .review,
                milliBits: 1,
                marginMilliBits: nil,
                method: "",
                evidence: []
            )
            try LinkTable.store([(id, link)], in: db)
        }
        #expect(try !areKnown())
        try moves.prepare(in: context)
        #expect(try areKnown())
    }
}
