import Feedback
import Store
import Testing

struct CommentTableTests {
    private func comment(_ id: String, text: String = "good", updated: Int64? = nil) -> Feedback.Comment {
        var comment = Feedback.Comment(source: "shop", externalID: id, text: text)
        comment.brand = "Lotte"
        comment.rating = Rating(thousandths: 4_000, scale: .fiveStars)
        comment.postedAt = Timestamp(
            instant: Instant(seconds: 1_207_351_440),
            original: "2008/04/05 08:24",
            zoneOrigin: .workspace,
            certainty: .notAfter
        )
        comment.updatedAt = updated.map {
            Timestamp(instant: Instant(seconds: $0), original: "\($0)", zoneOrigin: .text)
        }
        return comment
    }

    @Test func whatIsStoredIsReadBack() throws {
        let database = try KoeDatabase.inMemory()
        let original = comment("a", text: "良い\"対応\"\n", updated: 5)
        _ = try database.write { try CommentTable.store([original], in: $0) }
        let found = try database.read { try CommentTable.comments(ids: [1], in: $0) }
        #expect(found.map(\.comment) == [original])
    }

    /// Each field has a value of its own, so that no two columns can be read for one another.
    @Test func everyFieldIsReadBackFromItsOwnColumn() throws {
        var original = comment("id", text: "text", updated: 5)
        original.product = "product"
        original.author = "author"
        original.authorID = "authorID"
        original.authorRole = .agent
        original.title = "title"
        original.declaredLanguage = "en"
        original.url = "url"
        original.threadID = "threadID"
        original.inReplyTo = "inReplyTo"
        original.caseNumber = "caseNumber"
        original.orderNumber = "orderNumber"
        original.channel = "channel"
        original.appVersion = "appVersion"
        original.replyText = "replyText"
        original.repliedAt = Timestamp(instant: Instant(seconds: 7), original: "7", zoneOrigin: .mapping)
        let database = try KoeDatabase.inMemory()
        _ = try database.write { try CommentTable.store([original], in: $0) }
        for name in ["id", "shop:id", "1"] {
            #expect(try database.read { try CommentTable.find(name, in: $0) }.map(\.comment) == [original])
        }
        #expect(try database.read { try CommentTable.comments(ids: [1, 9], in: $0) }.map(\.comment) == [original])
        #expect(try database.read { try CommentTable.find("shop:nobody", in: $0) }.isEmpty)
    }

    @Test func nothingBehindANullIsLost() throws {
        let database = try KoeDatabase.inMemory()
        _ = try database.write { try CommentTable.store([comment("a", text: "one\0two")], in: $0) }
        let found = try database.read { try CommentTable.find("a", in: $0) }
        #expect(found.map(\.comment.text) == ["one\u{FFFD}two"])
    }

    @Test func repeatedRowAddsNothing() throws {
        let database = try KoeDatabase.inMemory()
        let counts = try database.write { try CommentTable.store([comment("a"), comment("a")], in: $0) }
        #expect((counts.stored, counts.duplicate, counts.updated) == (1, 1, 0))
    }

    /// The same moment, which another reading takes from the zone of the mapping.
    @Test func aNewReadingTellsWhereTheZoneComesFrom() throws {
        try KoeDatabase.inMemory().write { db in
            let origin = RowOrigin(digest: 7, byte: 0)
            var posted = comment("a")
            for (zone, isReread) in [(Timestamp.ZoneOrigin.workspace, false), (.mapping, true)] {
                posted.postedAt = Timestamp(instant: Instant(seconds: 9), original: "9", zoneOrigin: zone)
                if isReread { try NewReading.begin(1, in: db) }
                _ = try CommentTable.store([posted], origins: [origin], input: 1, isReread: isReread, in: db)
                #expect(try CommentTable.find("a", in: db).map(\.comment.postedAt?.zoneOrigin) == [zone])
            }
            #expect(try ContentSums.differences(in: db) == [])
        }
    }

    @Test func laterStateWinsInEitherOrder() throws {
        let early = comment("a", text: "bad", updated: 1)
        let late = comment("a", text: "good after all", updated: 2)
        for order in [[early, late], [late, early]] {
            let database = try KoeDatabase.inMemory()
            for state in order { _ = try database.write { try CommentTable.store([state], in: $0) } }
            let found = try database.read { try CommentTable.find("a", in: $0) }
            #expect(found.map(\.comment.text) == ["good after all"])
        }
    }

    @Test func statesWithoutTimesEndTheSameInEitherOrder() throws {
        let states = [comment("a", text: "one"), comment("a", text: "two")]
        let texts = try [states, states.reversed()].map { order in
            let database = try KoeDatabase.inMemory()
            _ = try database.write { try CommentTable.store(order, in: $0) }
            return try database.read { try CommentTable.find("shop:a", in: $0) }.map(\.comment.text)
        }
        #expect(texts[0] == texts[1])
    }

    @Test func updateForgetsTheScore() throws {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            _ = try CommentTable.store([comment("a", updated: 1)], in: db)
            let scorer = try ScoreTable.scorerID(version: "v", in: db)
            try ScoreTable.store([(1, Score(language: .english, valence: 500))], scorerID: scorer, in: db)
            _ = try CommentTable.store([comment("a", text: "awful", updated: 2)], in: db)
            #expect(try ScoreTable.score(of: 1, in: db) == nil)
            for waiting in [ScoreTable.Waiting.all, .touched] {
                let unscored = try ScoreTable.unscored(by: scorer, among: waiting, after: 0, limit: 5, in: db)
                #expect(unscored.map(\.text) == ["awful"])
                #expect(try ScoreTable.unscoredCount(by: scorer, among: waiting, in: db) == 1)
            }
        }
    }
}
