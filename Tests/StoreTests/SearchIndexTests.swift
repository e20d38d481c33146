import Feedback
import GRDB
import Testing

@testable import Store

struct SearchIndexTests {
    /// Lists all comments as they are without voices.
    private func list(_ db: Database) throws {
        var listed: [ListedComment] = []
        try MeasuredComments.forEach(in: db, person: { $0 }) { listed.append(ListedComment($0)) }
        try CommentListing.clear(in: db)
        try CommentListing.insert(listed, in: db)
        try CommentListing.index(in: db)
    }

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
        let found = try database.read { try SearchIndex.search(query, limit: 10, in: $0).ids }
        #expect(found.sorted() == rows)
    }

    /// The same with an index and without one; expected values from what the letters are.
    @Test(
        arguments: [
            ("サポート", [1, 2, 3]), ("ｻﾎﾟ", [1, 2, 3]), ("さぽ", [1, 2, 3]), ("ート", [1, 2, 3]), ("123", [4]), ("１２", [4]),
            ("23", [4]), ("ét", [5]), ("ÉTÉ", [5]), ("e\u{301}t", [5]), ("OK", [6]), ("k。", [6]), ("３", [4]),
            ("ab", []),
            ("サポート 窓口", [1]), ("ﾎﾟｰﾄ窓", [1]), ("a\"b", [7]), ("ト窓", [1]), ("早い対", [3]), ("口へ", []),
        ] as [(String, [Int64])]
    )
    func widthKanaAndCaseAreAlike(query: String, rows: [Int64]) throws {
        let texts = ["サポート窓口 へ", "ｻﾎﾟｰﾄ", "さぽーとは早い対応", "１２３", "ÉTÉ", "ok。", "A\"B"]
        let indexed = try database(texts)
        let bare = try KoeDatabase.inMemory()
        try bare.write { db in
            let comments = texts.enumerated().map {
                Feedback.Comment(source: "s", externalID: "\($0.offset)", text: $0.element)
            }
            _ = try CommentTable.store(comments, in: db)
        }
        for database in [indexed, bare] {
            let found = try database.read { try SearchIndex.search(query, limit: 10, in: $0).ids }
            #expect(found.sorted() == rows)
            #expect(try database.read { try SearchIndex.search(query, limit: 1, in: $0).total } == rows.count)
        }
    }

    /// The last comment comes after the index was made.
    @Test(arguments: [("refund", [1, 3]), ("返金", [2, 4]), ("refund please", [3])])
    func whatTheIndexDoesNotHoldYetIsFoundAsWell(query: String, rows: [Int64]) throws {
        let database = try database(["refund", "返金"])
        try database.write { db in
            let late = ["Refund, please", "返金してください"].enumerated().map {
                Feedback.Comment(source: "late", externalID: "\($0.offset)", text: $0.element)
            }
            _ = try CommentTable.store(late, in: db)
            #expect(try SearchIndex.search(query, limit: 5, in: db).ids.sorted() == rows)
        }
    }

    /// Ids 1 and 2 are in the index, 3 is not, and 1 has changed since.
    @Test(arguments: [("refund", [2, 3]), ("repair", [1]), ("refund now", [3])])
    func whatHasChangedSinceIsReadAsItIs(query: String, rows: [Int64]) throws {
        let database = try database(["full refund", "no refund"])
        try database.write { db in
            var edited = Feedback.Comment(source: "s", externalID: "0", text: "repair only")
            edited.updatedAt = Timestamp(instant: Instant(seconds: 9), original: "9", zoneOrigin: .text)
            let late = Feedback.Comment(source: "late", externalID: "0", text: "refund now")
            _ = try CommentTable.store([edited, late], in: db)
            #expect(try SearchIndex.search(query, limit: 5, in: db).ids.sorted() == rows)
        }
    }

    @Test func searchNeedsNoIndex() throws {
        let database = try KoeDatabase.inMemory()
        var comment = Feedback.Comment(source: "s", externalID: "0", text: "full refund")
        comment.brand = "Lotte"
        try database.write { db in
            _ = try CommentTable.store([comment], in: db)
            #expect(try SearchIndex.search("refund", limit: 5, in: db).ids == [1])
            #expect(try SearchIndex.search("refund", brand: "Lotte", limit: 5, in: db).ids == [1])
            #expect(try SearchIndex.search("refund", brand: "Uber", limit: 5, in: db).ids.isEmpty)
        }
    }

    @Test func editedCommentIsIndexedAnew() throws {
        let database = try database(["first words"])
        try database.write { db in
            var edited = Feedback.Comment(source: "s", externalID: "0", text: "second words")
            edited.updatedAt = Timestamp(instant: Instant(seconds: 9), original: "9", zoneOrigin: .text)
            _ = try CommentTable.store([edited], in: db)
            #expect(try SearchIndex.update(in: db) == 1)
            #expect(try SearchIndex.update(in: db) == 0)
            #expect(try SearchIndex.search("first", limit: 5, in: db).ids.isEmpty)
            #expect(try SearchIndex.search("second", limit: 5, in: db).ids == [1])
        }
    }

    /// What a run feeds is what a whole update would, and nothing where nobody made an index.
    @Test func aRunFeedsAnIndexThatIsThere() throws {
        let bare = try KoeDatabase.inMemory()
        try bare.write { db in
            _ = try CommentTable.store([Feedback.Comment(source: "s", externalID: "0", text: "refund")], in: db)
            #expect(try SearchIndex.catchUp(in: db) == nil)
            #expect(try SearchIndex.search("refund", limit: 5, in: db).ids == [1])
        }
        let database = try database(["full refund", "no refund"])
        try database.write { db in
            #expect(try SearchIndex.catchUp(in: db) == 0)
            var edited = Feedback.Comment(source: "s", externalID: "0", text: "repair only")
            edited.updatedAt = Timestamp(instant: Instant(seconds: 9), original: "9", zoneOrigin: .text)
            let late = Feedback.Comment(source: "late", externalID: "0", text: "refund now")
            _ = try CommentTable.store([edited, late], in: db)
            #expect(try SearchIndex.catchUp(in: db) == 2)
            #expect(try SearchIndex.update(in: db) == 0)
            #expect(try SearchIndex.search("refund", limit: 5, in: db).ids.sorted() == [2, 3])
            #expect(try SearchIndex.search("repair", limit: 5, in: db).ids == [1])
        }
    }

    /// Newest first, those of one time by source and id, undated ones last; the same of a list, of what waits and of both.
    @Test(arguments: [0, 100, 200])
    func theNewestAreShown(listed: Int) throws {
        let database = try KoeDatabase.inMemory()
        // Twenty times for 180 of 200 comments.
        let comments = (0..<200).map { number in
            var comment = Feedback.Comment(source: "s\(number % 3)", externalID: "\(number)", text: "refund \(number)")
            comment.brand = number % 2 == 0 ? "Lotte" : nil
            guard number >= 20 else { return comment }
            let time = Instant(seconds: Int64(number * 7 % 20))
            comment.postedAt = Timestamp(instant: time, original: "", zoneOrigin: .text)
            return comment
        }
        let ordered = comments.sorted { left, right in
            let times = (left.postedAt?.instant.milliseconds ?? -1, right.postedAt?.instant.milliseconds ?? -1)
            return times.0 == times.1
                ? (left.source, left.externalID) < (right.source, right.externalID) : times.0 > times.1
        }
        try database.write { db in
            _ = try CommentTable.store(Array(comments.prefix(listed)), in: db)
            try list(db)
            try SearchIndex.update(in: db)
            _ = try CommentTable.store(Array(comments.dropFirst(listed)), in: db)
            for limit in [1, 7, 50, 199, 300] {
                for brand in [nil, "Lotte"] {
                    let expected = ordered.filter { brand == nil || $0.brand == brand }
                    let found = try SearchIndex.search("refund", brand: brand, limit: limit, in: db)
                    let names = try CommentTable.comments(ids: found.ids, in: db).map(\.comment.externalID)
                    #expect(names == expected.prefix(limit).map(\.externalID), "\(limit) \(brand ?? "all")")
                    #expect(found.total == expected.count)
                }
            }
        }
    }

    /// A comment that went is found no more, also before the index is brought up to date.
    @Test func whatWentIsNotCounted() throws {
        let database = try database(["refund", "no refund"])
        try database.write { db in
            try list(db)
            try db.execute(sql: "DELETE FROM comment WHERE id = 1")
            #expect(try SearchIndex.search("refund", limit: 5, in: db) == SearchIndex.Found(ids: [2], total: 1))
        }
    }
}
