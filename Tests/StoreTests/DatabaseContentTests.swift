import Feedback
import Store
import Testing

struct DatabaseContentTests {
    private func content(_ batches: [[Feedback.Comment]]) throws -> [UInt8] {
        let database = try KoeDatabase.inMemory()
        for batch in batches { _ = try database.write { try CommentTable.store(batch, in: $0) } }
        var bytes: [UInt8] = []
        try database.read { db in try DatabaseContent.forEachPiece(in: db) { bytes += $0 } }
        return bytes
    }

    @Test func orderAndBatchesDoNotMatter() throws {
        let comments = (0..<20).map { Feedback.Comment(source: "s", externalID: "\($0)", text: "text \($0)") }
        let whole = try content([comments])
        #expect(try content([comments.reversed()]) == whole)
        #expect(try content(comments.map { [$0] }) == whole)
        #expect(try content([comments, comments]) == whole)
    }

    @Test func everyTextMatters() throws {
        let one = [
            Feedback.Comment(source: "s", externalID: "1", text: "ab"),
            Feedback.Comment(source: "s", externalID: "2", text: "c"),
        ]
        let other = [
            Feedback.Comment(source: "s", externalID: "1", text: "a"),
            Feedback.Comment(source: "s", externalID: "2", text: "bc"),
        ]
        #expect(try content([one]) != content([other]))
    }
}
