import Feedback
import GRDB

/// The states in which a source showed one comment: the one that counts in the table of comments, the others beside it.
enum CommentVersions {
    /// What is copied between both tables.
    static let columns = (CommentColumns.names + ["contentHash", "inputID", "byte", "rowDigest"]).joined(
        separator: ", "
    )

    /// Puts the state that counts now among the earlier ones.
    static func putAside(_ commentID: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO earlierVersion (commentID, \(columns))
                SELECT id, \(columns) FROM comment WHERE id = ?
                """
        ).execute(arguments: [commentID])
    }

    /// Makes the latest of all states the one that counts.
    ///
    /// - Returns: Whether another state counts now.
    @discardableResult
    static func settle(_ commentID: Int64, in db: Database) throws -> Bool {
        guard let best = try latest(of: commentID, in: db),
            let stored = try VersionState.stored(id: commentID, in: db), best.state > stored
        else { return false }
        try putAside(commentID, in: db)
        try bringBack(best.row, to: commentID, in: db)
        return true
    }

    /// Makes the latest earlier state the one that counts, and forgets the present one.
    ///
    /// - Returns: Whether there was an earlier one.
    static func takeBack(_ commentID: Int64, in db: Database) throws -> Bool {
        guard let best = try latest(of: commentID, in: db) else { return false }
        try bringBack(best.row, to: commentID, in: db)
        return true
    }

    /// Forgets the state that counts, and the comment with it where there is no earlier one.
    ///
    /// - Returns: Whether the comment is gone.
    static func remove(_ commentID: Int64, in db: Database) throws -> Bool {
        if try takeBack(commentID, in: db) { return false }
        try forgetDerived(commentID, in: db)
        try db.cachedStatement(sql: "DELETE FROM comment WHERE id = ?").execute(arguments: [commentID])
        return true
    }

    /// Gives a comment another id in its source; where that is there already, its states become such of the other one.
    static func rename(_ commentID: Int64, in source: String, to externalID: String, in db: Database) throws {
        guard let other = try CommentTable.id(source: source, externalID: externalID, in: db) else {
            try forgetDerived(commentID, in: db)
            return try db.cachedStatement(sql: "UPDATE comment SET externalID = ? WHERE id = ?")
                .execute(arguments: [externalID, commentID])
        }
        try putAside(commentID, in: db)
        try db.cachedStatement(sql: "UPDATE OR REPLACE earlierVersion SET commentID = ? WHERE commentID = ?")
            .execute(arguments: [other, commentID])
        try forgetDerived(commentID, in: db)
        try db.cachedStatement(sql: "DELETE FROM comment WHERE id = ?").execute(arguments: [commentID])
        try settle(other, in: db)
    }

    /// Forgets everything that was derived from a comment.
    static func forgetDerived(_ commentID: Int64, in db: Database) throws {
        try SearchIndex.forget(commentID, in: db)
        for table in ["score", "link", "voiceMember"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE commentID = ?").execute(arguments: [commentID])
        }
    }

    private static func bringBack(_ row: Int64, to commentID: Int64, in db: Database) throws {
        try forgetDerived(commentID, in: db)
        // The name stays: of two comments that share an id in their source, one has another name here.
        let names = columns.split(separator: ", ").filter { $0 != "externalID" && $0 != "source" }
            .joined(separator: ", ")
        try db.cachedStatement(
            sql: """
                UPDATE comment SET (\(names)) = (SELECT \(names) FROM earlierVersion WHERE rowid = ?) WHERE id = ?
                """
        ).execute(arguments: [row, commentID])
        try db.cachedStatement(sql: "DELETE FROM earlierVersion WHERE rowid = ?").execute(arguments: [row])
    }

    private static func latest(of commentID: Int64, in db: Database) throws -> (row: Int64, state: VersionState)? {
        let select = try db.cachedStatement(
            sql: "SELECT rowid, \(VersionState.selection) FROM earlierVersion WHERE commentID = ?"
        )
        let versions = try Row.fetchAll(select, arguments: [commentID])
        return versions.map { (row: $0["rowid"] as Int64, state: VersionState($0)) }.max { $0.state < $1.state }
    }
}

/// What decides between two states of one comment, the first difference first.
struct VersionState: Comparable {
    static let selection = """
        updatedAt, postedAt, replyText IS NOT NULL OR answers IS NOT NULL AS isAnswered, inputID, byte, contentHash
        """

    let updatedAt: Int64
    let postedAt: Int64
    /// Whether it holds the company's answer, or answers of a survey.
    let isAnswered: Bool
    /// Number of the import that first brought it.
    var input: Int64
    /// Where it stands in that input.
    var byte: Int64
    let contentHash: Int64

    static func < (left: Self, right: Self) -> Bool {
        (left.updatedAt, left.postedAt, left.isAnswered ? 1 : 0, left.input, left.byte, left.contentHash)
            < (right.updatedAt, right.postedAt, right.isAnswered ? 1 : 0, right.input, right.byte, right.contentHash)
    }

    /// `row`: the columns of ``selection``.
    init(_ row: Row) {
        updatedAt = row["updatedAt"] ?? .min
        postedAt = row["postedAt"] ?? .min
        isAnswered = row["isAnswered"]
        input = row["inputID"] ?? 0
        byte = row["byte"] ?? 0
        contentHash = row["contentHash"]
    }

    init(_ row: CommentRow, input: Int64) {
        updatedAt = row.updatedAt ?? .min
        postedAt = row.postedAt ?? .min
        isAnswered = row.isAnswered
        self.input = input
        byte = Int64(row.origin.byte)
        contentHash = row.contentHash
    }

    static func stored(id: Int64, in db: Database) throws -> VersionState? {
        let select = try db.cachedStatement(sql: "SELECT \(selection) FROM comment WHERE id = ?")
        return try Row.fetchOne(select, arguments: [id]).map(VersionState.init)
    }
}
