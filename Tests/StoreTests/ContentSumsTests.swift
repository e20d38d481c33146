import Feedback
import GRDB
import Testing

@testable import Store

struct ContentSumsTests {
    private func content(_ batches: [[Feedback.Comment]]) throws -> String {
        let database = try KoeDatabase.inMemory()
        for batch in batches { _ = try database.write { try CommentTable.store(batch, in: $0) } }
        return try database.read { db in
            #expect(try ContentSums.differences(in: db) == [])
            return try ContentSums.text(in: db)
        }
    }

    private func comment(_ id: String, _ text: String) -> Feedback.Comment {
        Feedback.Comment(source: "s", externalID: id, text: text)
    }

    @Test func orderAndBatchesDoNotMatter() throws {
        let comments = (0..<20).map { comment("\($0)", "text \($0)") }
        let whole = try content([comments])
        #expect(try content([comments.reversed()]) == whole)
        #expect(try content(comments.map { [$0] }) == whole)
        #expect(try content([comments, comments]) == whole)
    }

    @Test func everyTextMatters() throws {
        #expect(
            try content([[comment("1", "ab"), comment("2", "c")]])
                != content([[comment("1", "a"), comment("2", "bc")]])
        )
    }

    /// SHA-256 of "i1;s1:a" as `printf 'i1;s1:a' | sha256sum` prints them.
    @Test func aRowIsItsTypesLengthsAndContents() throws {
        let sum = try DatabaseQueue(configuration: KoeDatabase.configuration).read { db in
            try String.fetchOne(db, sql: "SELECT lower(hex(rowSum(1, 'a', NULL, NULL)))")
        }
        #expect(sum == "aa885f421c32de3310bad6740fbe9f008abb05e8a9e04ea84a0d8b2b98c0920d")
    }

    @Test(arguments: [0, 1, 255, 256, 65_535] as [Int])
    func whatIsPutInIsTakenOut(number: Int) throws {
        var row = RowBytes()
        row.add(Int64(number))
        let digest = RowSum(row: row)
        #expect(RowSum() + digest - digest == RowSum())
        #expect(RowSum(digest.bytes) == digest)
        #expect((RowSum() - digest) + digest == RowSum())
    }

    /// Rows that count under the name of their comment go with it, and so does what they add.
    @Test func aCommentTakesWithItWhatCountsUnderItsName() throws {
        let database = try KoeDatabase.inMemory()
        let empty = try database.read { try ContentSums.text(in: $0) }
        try database.write { db in
            _ = try CommentTable.store([comment("1", "a")], in: db)
            let scorer = try ScoreTable.scorerID(version: "1", in: db)
            for valence in [1, 2] {
                try ScoreTable.store([(1, Score(language: .english, valence: valence))], scorerID: scorer, in: db)
            }
            try LinkTable.store([(1, link("C-1"))], in: db)
            try LinkTable.store([(1, link("C-2"))], in: db)
            #expect(try ContentSums.differences(in: db) == [])
            try db.execute(sql: "UPDATE comment SET externalID = '2'")
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM score") == 0)
            #expect(try ContentSums.differences(in: db) == [])
            try db.execute(sql: "DELETE FROM comment")
            #expect(try ContentSums.text(in: db) == empty)
        }
    }

    @Test func aCaseTakesItsEventsWithIt() throws {
        let database = try KoeDatabase.inMemory()
        let empty = try database.read { try ContentSums.text(in: $0) }
        try database.write { db in
            let supportCase = SupportCase(caseID: "C-1", origin: .imported, events: [CaseEvent(kind: "call")])
            _ = try CaseTable.store([supportCase], in: db)
            #expect(try ContentSums.count(of: "caseEvent", in: db) == 1)
            try CaseTable.delete(caseID: "C-1", in: db)
            #expect(try ContentSums.text(in: db) == empty)
        }
    }

    /// A batch counts by hand what it inserts; making the sums and tallies anew from the rows finds the same.
    @Test func aBatchCountsWhatTheTriggersWouldCount() throws {
        var full = comment("1\0", "text\0 and more")
        full.author = "an\0 author"
        full.brand = ""
        full.rating = Rating(thousandths: -500, scale: .fiveStars)
        let answered = try #require(Rating(thousandths: 4_000, scale: .fiveStars))
        full.answers = [try #require(SurveyAnswer(instrument: .satisfaction, rating: answered))]
        full.postedAt = Timestamp(instant: Instant(seconds: -3), original: "before 1970", zoneOrigin: .mapping)
        full.repliedAt = Timestamp(instant: Instant(seconds: 9), original: "9", zoneOrigin: .text)
        var rated = comment("2", "first")
        rated.rating = Rating(thousandths: 1_000, scale: .fiveStars)
        var edited = rated
        edited.text = "then"
        edited.rating = Rating(thousandths: 5_000, scale: .fiveStars)
        edited.updatedAt = full.repliedAt
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            let counts = try CommentTable.store([full, rated, edited, comment("3", "words")], in: db)
            #expect(counts.stored == 3 && counts.updated == 1)
            // What others insert is counted by the triggers again.
            try db.execute(
                sql: """
                    INSERT INTO comment (source, externalID, authorRole, text, contentHash)
                    VALUES ('s', '4', 'customer', 'more', 0)
                    """
            )
            #expect(try Int64.fetchAll(db, sql: "SELECT commentID FROM touchedComment ORDER BY 1") == [1, 2, 3, 4])
            #expect(try ContentSums.differences(in: db) == [])
            let tallies = "SELECT * FROM commentTally WHERE n <> 0 ORDER BY source, thousandths, low, high"
            let kept = try Row.fetchAll(db, sql: tallies)
            try ReportTallies.rebuild(in: db)
            #expect(try Row.fetchAll(db, sql: tallies) == kept)
            let found = try Row.fetchOne(db, sql: "SELECT externalID, text, author FROM comment WHERE id = 1")
            #expect(
                found == ["externalID": "1\u{FFFD}", "text": "text\u{FFFD} and more", "author": "an\u{FFFD} author"]
            )
        }
    }

    /// A batch goes in without the triggers, and comments that it inserts are noted for the next linking even so.
    @Test func whatABatchInsertsIsNotedForTheNextLinking() throws {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            func noted() throws -> [Int64] {
                try Int64.fetchAll(db, sql: "SELECT commentID FROM unlinkedComment ORDER BY commentID")
            }
            _ = try CommentTable.store([comment("1", "a")], in: db)
            #expect(try noted().isEmpty)
            try db.execute(sql: "INSERT INTO fact VALUES ('link worked on', 'x')")
            var edited = comment("1", "b")
            edited.updatedAt = Timestamp(instant: Instant(seconds: 9), original: "9", zoneOrigin: .text)
            _ = try CommentTable.store([comment("2", "a"), comment("3", "a"), edited, comment("4", "a")], in: db)
            #expect(try noted() == [1, 2, 3, 4])
            try db.execute(
                sql: "DELETE FROM unlinkedComment; UPDATE comment SET text = 'c', contentHash = 7 WHERE id = 2"
            )
            #expect(try noted() == [2])
            #expect(try ContentSums.differences(in: db) == [])
        }
    }

    /// Every trigger on a new comment is one whose work the writer of a batch does itself.
    @Test func theTriggersOnANewCommentAreThoseCountedByHand() throws {
        let names = try KoeDatabase.inMemory().read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'comment' AND sql LIKE '% INSERT ON %'
                    ORDER BY name
                    """
            )
        }
        #expect(
            names == [
                "keptSumInsert_comment", "keptTallyInsert_comment", "keptTimesInsert_comment",
                "keptTouchInsert_comment",
                "keptUnlinkInsert_comment",
            ]
        )
    }

    @Test func rowsThatSomebodyElseChangedAreFound() throws {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            _ = try CommentTable.store([comment("1", "a")], in: db)
            try KeptTriggers.without(on: ["comment"], in: db) { try db.execute(sql: "UPDATE comment SET text = 'b'") }
            #expect(try ContentSums.differences(in: db) == ["comment"])
        }
    }

    /// What was written without the triggers counts from the next opening on, and is measured.
    @Test func databaseWithoutTriggersGetsThemAndItsSums() throws {
        let queue = try DatabaseQueue(configuration: KoeDatabase.configuration)
        try KoeDatabase.bringUpToDate(queue)
        let (kept, made) = try queue.write { (db: Database) throws -> (String, String) in
            _ = try CommentTable.store([comment("1", "a")], in: db)
            let kept = try ContentSums.text(in: db)
            try KeptTriggers.remove(in: db)
            try db.execute(sql: "DELETE FROM contentSum")
            return (kept, try ContentSums.text(in: db))
        }
        #expect(kept == made)
        try KoeDatabase.bringUpToDate(queue)
        try queue.read { (db: Database) throws -> Void in
            #expect(try KeptTriggers.areThere(in: db))
            #expect(try ContentSums.text(in: db) == kept)
            #expect(try ContentSums.differences(in: db) == [])
        }
    }

    private func link(_ caseID: String) -> CaseLink {
        CaseLink(
            relation: .sameCase,
            caseID: caseID,
            status: .auto,
            milliBits: 1,
            marginMilliBits: nil,
            method: "m",
            evidence: []
        )
    }
}
