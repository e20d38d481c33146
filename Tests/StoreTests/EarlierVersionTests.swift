import Feedback
import Store
import Testing

/// Rows as written, their states, and taking an import back.
struct EarlierVersionTests {
    private func comment(_ id: String, _ text: String, posted: Int64 = 100, author: String? = "Mori")
        -> Feedback.Comment
    {
        var comment = Feedback.Comment(source: "shop", externalID: id, text: text)
        comment.author = author
        comment.postedAt = Timestamp(instant: Instant(seconds: posted), original: "\(posted)", zoneOrigin: .text)
        return comment
    }

    private func texts(_ database: KoeDatabase, _ id: String) throws -> [String] {
        try database.read { try CommentTable.find("shop:\(id)", in: $0) }.map(\.comment.text)
    }

    @discardableResult
    private func store(
        _ comment: Feedback.Comment,
        digest: Int64,
        input: Int64,
        in database: KoeDatabase
    ) throws -> StoreCounts {
        try database.write {
            try CommentTable.store([comment], origins: [RowOrigin(digest: digest, byte: 9)], input: input, in: $0)
        }
    }

    @Test func theNewestReadingOfOneRowCounts() throws {
        let database = try KoeDatabase.inMemory()
        for text in ["z read wrongly", "a read rightly"] {
            try store(comment("r1", text), digest: 7, input: 1, in: database)
        }
        #expect(try texts(database, "r1") == ["a read rightly"])
    }

    @Test func anEditWithoutTimesCountsByOrderOfImport() throws {
        let database = try KoeDatabase.inMemory()
        try store(comment("r1", "z first"), digest: 7, input: 1, in: database)
        #expect(try store(comment("r1", "a then"), digest: 8, input: 2, in: database).updated == 1)
        // The first file once more, in whatever copy: an old state stays an old state.
        #expect(try store(comment("r1", "z first"), digest: 7, input: 3, in: database).duplicate == 1)
        #expect(try texts(database, "r1") == ["a then"])
    }

    @Test func anAnsweredRowIsLaterThanTheSameWithoutAnswer() throws {
        var answered = comment("r1", "bad")
        answered.replyText = "sorry"
        for order in [[answered, comment("r1", "bad")], [comment("r1", "bad"), answered]] {
            let database = try KoeDatabase.inMemory()
            for (place, state) in order.enumerated() {
                try store(state, digest: state.replyText == nil ? 1 : 2, input: Int64(place + 1), in: database)
            }
            let found = try database.read { try CommentTable.find("shop:r1", in: $0) }
            #expect(found.map(\.comment.replyText) == ["sorry"])
        }
    }

    /// Running numbers that start anew each month, in either order.
    @Test func anotherCommentUnderTheSameNumberIsKeptBeside() throws {
        let months = [
            comment("1", "January", posted: 100, author: "A"), comment("1", "February", posted: 200, author: "B"),
        ]
        for order in [months, months.reversed()] {
            let database = try KoeDatabase.inMemory()
            var restarted = 0
            for (place, one) in order.enumerated() {
                restarted += try store(
                    one,
                    digest: one.text == "January" ? 1 : 2,
                    input: Int64(place + 1),
                    in: database
                )
                .remarks.restarted
            }
            #expect(restarted == 1)
            #expect(try texts(database, "1") == ["January"])
            #expect(try texts(database, "1@200000") == ["February"])
        }
    }

    @Test func undoBringsTheEarlierStateBack() throws {
        let database = try KoeDatabase.inMemory()
        func begin(_ hash: String) throws -> Int64 {
            try database.write {
                try InputTable.begin(
                    hash,
                    source: "shop",
                    file: "/data/\(hash).csv",
                    run: 1,
                    choices: "{}",
                    at: Instant(seconds: 1),
                    in: $0
                )
            }
        }
        let (first, second) = (try begin("aa"), try begin("bb"))
        try store(comment("r1", "before"), digest: 1, input: first, in: database)
        try store(comment("r1", "after"), digest: 2, input: second, in: database)
        try store(comment("r2", "new"), digest: 3, input: second, in: database)
        let undone = try #require(try database.read(InputTable.all).last)
        let counts = try database.write { try ImportUndo.undo(undone, in: $0) }
        #expect((counts.comments, counts.restored) == (1, 1))
        #expect(try texts(database, "r1") == ["before"])
        #expect(try texts(database, "r2") == [])
    }

    @Test func whatIsKeptIsReadBack() throws {
        let database = try KoeDatabase.inMemory()
        let bytes = Array(repeating: Array("来ない。".utf8), count: 2_000).flatMap { $0 }
        try database.write { db in
            let id = try InputTable.begin(
                "aa",
                source: "shop",
                file: "a",
                run: 1,
                choices: "{}",
                at: Instant(seconds: 1),
                in: db
            )
            try InputTable.keep(InputPiece(bytes, at: 0), of: id, in: db)
            #expect(try InputTable.piece(of: id, at: 0, in: db) == bytes)
            #expect(try InputTable.piece(of: id, at: bytes.count, in: db) == nil)
        }
    }
}
