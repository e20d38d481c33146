import Feedback
import Foundation
import Store
import Testing

@testable import Nightly

/// Shares that are sorted side by side come in the order of all comments sorted at once.
struct SortedCommentsTests {
    private struct Enough: Error {}

    /// Names that are alike to a reader and not to SQLite, in brands that are so too, or in none.
    private static func comments(sources: [String]) -> [Feedback.Comment] {
        let names = ["ガ", "カ\u{3099}", "山田", "", "Mori", nil]
        return sources.flatMap { source in
            (0..<120).map { number in
                var comment = Feedback.Comment(source: source, externalID: "\(number * 37 % 120)", text: "text")
                comment.brand = ["Inn", "Ｉｎｎ", nil, "がぞう", "か\u{3099}ぞう"][number % 5]
                comment.author = names[number % 6]
                return comment
            }
        }
    }

    private func database(_ comments: [Feedback.Comment], in folder: TemporaryFolder) throws -> KoeDatabase {
        let database = try KoeDatabase(path: folder.url.appending(path: "koe.db").path)
        var sequence = try NightSequence(seed: 9, in: database)
        for _ in 0..<6 { try sequence.change() }
        try database.write { _ = try CommentTable.store(comments, in: $0) }
        return database
    }

    @Test func sharesMeetInOneOrder() throws {
        let folder = try TemporaryFolder()
        let database = try database(Self.comments(sources: ["shop", "app"]), in: folder)
        var expected: [Int64] = []
        try database.read { db in
            try MeasuredComments.forEach(in: db, person: { $0 }) { expected.append($0.id) }
        }
        #expect(expected.count > 240)
        for shares in [1, 2, 3, 4] {
            var found: [Int64] = []
            try SortedComments(.beside(database, shares: shares), person: { $0 }).forEach { found.append($0.id) }
            #expect(found == expected, "\(shares) shares")
        }
    }

    /// Each share holds more than waits ahead, and there are fewer connections than shares that are asked for.
    @Test(.timeLimit(.minutes(5)))
    func moreSharesThanConnectionsDoNotWaitForEachOther() throws {
        let folder = try TemporaryFolder()
        let database = try KoeDatabase(path: folder.url.appending(path: "koe.db").path)
        let comments = (0..<16_000).map { Feedback.Comment(source: "s", externalID: "\($0)", text: "text") }
        try database.write { _ = try CommentTable.store(comments, in: $0) }
        var count = 0
        try SortedComments(.beside(database, shares: 64), person: { $0 }).forEach { _ in count += 1 }
        #expect(count == comments.count)
    }

    @Test func noCommentsAreNone() throws {
        let folder = try TemporaryFolder()
        let database = try KoeDatabase(path: folder.url.appending(path: "koe.db").path)
        try SortedComments(.beside(database, shares: 2), person: { $0 }).forEach { _ in Issue.record("a comment") }
    }

    @Test func whoeverStopsGetsTheErrorAndLeavesTheDatabaseFree() throws {
        let folder = try TemporaryFolder()
        let database = try database(Self.comments(sources: (0..<40).map { "\($0)" }), in: folder)
        for _ in 0..<20 {
            #expect(throws: Enough.self) {
                try SortedComments(.beside(database, shares: 2), person: { $0 }).forEach { _ in throw Enough() }
            }
        }
        let count = try database.read { try ContentSums.count(of: "comment", in: $0) }
        #expect(count > 4_800)
    }
}
