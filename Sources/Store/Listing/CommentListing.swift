import Feedback
package import GRDB

/// One narrow row a comment, by which lists of comments are chosen and counted without reading what people wrote.
///
/// The measuring makes it in its transaction, so that a list and the measures speak of the same voices. No part of the
/// content that is hashed.
package enum CommentListing {
    /// Where comments without a time stand: before all others.
    static let undated: Int64 = -1 << 53
    /// Stands for the brand of comments that name none.
    static let noBrand = ""
    /// Stands for the channel of comments that name none, as voices have it.
    package static let noChannel = "unknown"
    /// Stands at the comment with the least row id of each counted voice: one a voice.
    static let firstOfVoice = 1 << 30

    /// Removes all rows; ``index(in:)`` follows once the others are there.
    package static func clear(in db: Database) throws {
        try KeptTriggers.without(on: ["listedComment"], in: db) {
            try db.execute(sql: "DROP INDEX IF EXISTS listedCommentID; DELETE FROM listedComment")
        }
    }

    /// Stores rows of stored comments that are not listed, between ``clear(in:)`` and ``index(in:)``.
    ///
    /// The more of them come at once in the order of brand, time and id, the faster.
    package static func insert(_ comments: [ListedComment], in db: Database) throws {
        if comments.isEmpty { return }
        try HandCount.runWithoutLooking(in: db) {
            var rows = try RowWriter("INSERT INTO listedComment (\(columns)) VALUES (\(places))", in: db)
            for comment in comments { try rows.store(comment) }
        }
    }

    /// Makes the way from comments to their rows and counts what is listed, once all rows are there.
    package static func index(in db: Database) throws {
        try db.execute(sql: Schema.listedIndex)
        try ListTally.rebuild(in: db)
    }

    /// Stores the rows of comments that changed, where they are others; those of comments that went go with them.
    package static func replace(_ comments: [ListedComment], in db: Database) throws {
        var old = try RowWriter(
            "DELETE FROM listedComment WHERE (\(columns)) IS NOT (\(places)) AND commentID = ?3",
            in: db
        )
        // Does nothing where the row has stayed.
        var new = try RowWriter("INSERT OR IGNORE INTO listedComment (\(columns)) VALUES (\(places))", in: db)
        for comment in comments {
            try old.store(comment)
            try new.store(comment)
        }
    }

    /// Comments that came or changed since the last measuring, and are not listed as they are now.
    package static func waiting(in db: Database) throws -> Int { try TouchedTables.count(in: db) }

    /// How many comments are listed: what is stored, less what waits and is not listed yet.
    static func count(in db: Database) throws -> Int {
        let unlisted = """
            SELECT count(*) FROM touchedComment CROSS JOIN comment ON comment.id = touchedComment.commentID
            LEFT JOIN listedComment ON listedComment.commentID = comment.id WHERE listedComment.commentID IS NULL
            """
        return try ContentSums.count(of: "comment", in: db) - (Int.fetchOne(db, sql: unlisted) ?? 0)
    }

    /// In the order in which ``RowWriter`` takes them.
    private static let columns = """
        brand, postedAt, commentID, voiceID, month, channel, stars, language, isLinked, measures, praise, named, blame,
        signals, product, version
        """

    private static let places = (1...16).map { "?\($0)" }.joined(separator: ", ")
}

extension RowWriter {
    fileprivate mutating func store(_ comment: ListedComment) throws {
        try add(comment.brand, counts: false)
        try add(comment.postedAt, counts: false)
        try add(comment.commentID, counts: false)
        try add(comment.voiceID, counts: false)
        try add(comment.month, counts: false)
        try add(comment.channel, counts: false)
        try add(comment.stars, counts: false)
        try add(comment.language?.rawValue, counts: false)
        try add(comment.isLinked ? 1 : 0, counts: false)
        try add(comment.measures, counts: false)
        try add(comment.praise.rawValue)
        try add(comment.named.rawValue)
        try add(comment.blame.rawValue)
        try add(comment.signals.rawValue)
        try add(comment.product, counts: false)
        try add(comment.version, counts: false)
        try store()
    }
}
