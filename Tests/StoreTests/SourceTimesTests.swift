import Feedback
import GRDB
import Testing

@testable import Store

struct SourceTimesTests {
    private func comment(_ id: String, _ seconds: Int64?, source: String = "s") -> Feedback.Comment {
        var comment = Feedback.Comment(source: source, externalID: id, text: "text \(id)")
        comment.postedAt = seconds.map {
            Timestamp(instant: Instant(seconds: $0), original: "\($0)", zoneOrigin: .text)
        }
        return comment
    }

    private func dated(_ seconds: Int64...) -> [Feedback.Comment] {
        seconds.map { comment("\($0)", $0) }
    }

    /// `source newest undated`, the newest in seconds.
    private func states(in db: Database) throws -> [String] {
        try ReportQueries.sourceStates(in: db).map { state in
            "\(state.source) \(state.newest.map { "\($0.milliseconds / 1_000)" } ?? "–") \(state.undated)"
        }
    }

    @Test func eachSourceHasItsNewestTimeAndItsUndatedComments() throws {
        try KoeDatabase.inMemory().write { db in
            _ = try CommentTable.store([comment("1", 20), comment("2", nil), comment("3", 10)], in: db)
            #expect(try states(in: db) == ["s 20 1"])
            _ = try CommentTable.store([comment("1", -5, source: "r"), comment("4", 30), comment("5", 25)], in: db)
            #expect(try states(in: db) == ["r -5 0", "s 30 1"])
            _ = try CommentTable.store([comment("1", nil, source: "q")], in: db)
            #expect(try states(in: db) == ["q – 1", "r -5 0", "s 30 1"])
        }
    }

    @Test func theNewestThatGoesIsFollowedByTheNext() throws {
        try KoeDatabase.inMemory().write { db in
            _ = try CommentTable.store(dated(10, 20, 30), in: db)
            try db.execute(sql: "DELETE FROM comment WHERE externalID = '30'")
            #expect(try states(in: db) == ["s 20 0"])
            // Older than what went: no sign of the newest.
            _ = try CommentTable.store([comment("25", 25)], in: db)
            #expect(try states(in: db) == ["s 25 0"])
            try SourceTimes.settle(in: db)
            #expect(try states(in: db) == ["s 25 0"])
            #expect(try Bool.fetchOne(db, sql: "SELECT isKnown FROM sourceTimes") == true)
        }
    }

    @Test func aTimeThatChangesMovesWithItsComment() throws {
        try KoeDatabase.inMemory().write { db in
            _ = try CommentTable.store(dated(10, 20, 30) + [comment("0", nil)], in: db)
            try db.execute(sql: "UPDATE comment SET postedAt = 15000 WHERE externalID = '30'")
            #expect(try states(in: db) == ["s 20 1"])
            try db.execute(sql: "UPDATE comment SET postedAt = 90000 WHERE externalID = '0'")
            #expect(try states(in: db) == ["s 90 0"])
            try db.execute(sql: "UPDATE comment SET source = 'r' WHERE externalID = '0'")
            #expect(try states(in: db) == ["r 90 0", "s 20 0"])
            try db.execute(sql: "UPDATE comment SET postedAt = NULL WHERE source = 's'")
            #expect(try states(in: db) == ["r 90 0", "s – 3"])
        }
    }

    /// What is kept is what the rows say, after any changes in any order: 300 of them by a generator with a fixed seed.
    @Test func keptTimesAreThoseOfTheRows() throws {
        var state: UInt64 = 7
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        try KoeDatabase.inMemory().write { db in
            for step in 0..<300 {
                let (id, source) = ("\(draw(12))", ["a", "b", "c"][draw(3)])
                let seconds = draw(5) == 0 ? nil : Int64(draw(40))
                switch draw(5) {
                case 0: try db.execute(sql: "DELETE FROM comment WHERE externalID = ?", arguments: [id])
                case 1:
                    try db.execute(
                        sql: "UPDATE comment SET postedAt = ? WHERE externalID = ? AND source = ?",
                        arguments: [seconds.map { $0 * 1_000 }, id, source]
                    )
                case 2: try SourceTimes.settle(in: db)
                default: _ = try CommentTable.store([comment(id, seconds, source: source)], in: db)
                }
                let kept = try states(in: db)
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT source, max(postedAt) / 1000 AS newest, sum(postedAt IS NULL) AS undated FROM comment
                        GROUP BY source ORDER BY source
                        """
                )
                let counted = rows.map { row in
                    "\(row["source"] as String) \((row["newest"] as Int64?).map(String.init) ?? "–") \(row["undated"] as Int)"
                }
                #expect(kept == counted, "step \(step)")
            }
        }
    }
}
