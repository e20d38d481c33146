import Feedback
import Store
import Testing

struct SearchIndexTests {
    private func database(_ texts: [String]) throws -> KoeDatabase {
        let database = try KoeDatabase.inMemory()
        let comments = texts.enumerated().map {
            Feedback.Comment(source: "s", externalID: "\($0.offset)", text: $0.element)
        }
        try database.write { db in
            _ = try CommentTable.store(comments, in: db)
            try SearchIndex.update(in: db)
        }
        return database
    }

    @Test(arguments: [
        ("返金", [1]), ("丁寧", [2]), ("とても丁寧", [2]), ("refund", [3]), ("REFUND", [3]), ("返金 丁寧", []),
        ("no", [3]), ("100%", [4]), ("\"quoted\"", [4]), ("zzz", []),
    ])
    func findsWordsOfTwoCharactersAndMore(query: String, rows: [Int64]) throws {
        let database = try database([
            "返金されません", "とても丁寧でした", "No refund at all", "100% \"quoted\" _text_",
        ])
        let found = try database.read { try SearchIndex.search(query, limit: 10, in: $0) }
        #expect(found.sorted() == rows)
    }

    @Test func editedCommentIsIndexedAnew() throws {
        let database = try database(["first words"])
        try database.write { db in
            var edited = Feedback.Comment(source: "s", externalID: "0", text: "second words")
            edited.updatedAt = Timestamp(instant: Instant(seconds: 9), original: "9", zoneOrigin: .text)
            _ = try CommentTable.store([edited], in: db)
            #expect(try SearchIndex.update(in: db) == 1)
            #expect(try SearchIndex.update(in: db) == 0)
            #expect(try SearchIndex.search("first", limit: 5, in: db).isEmpty)
            #expect(try SearchIndex.search("second", limit: 5, in: db) == [1])
        }
    }
}
