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
        let late = Feedback.Comment(source: "late", externalID: "1", text: "late")
        _ = try workspace.context.database.write { try CommentTable.store([late], in: $0) }
        #expect(try !areKnown())
        try moves.prepare(in: context)
        #expect(try areKnown())
    }
}
