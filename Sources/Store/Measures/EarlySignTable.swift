package import Feedback
package import GRDB

/// A single voice that contradicts a brand's record: shown, never a flag.
package struct EarlySignRow: Sendable {
    package let brand: String
    package let voiceID: String
    package let commentID: Int64?
    package let postedAt: Instant?
    package let reason: String

    package init(brand: String, voiceID: String, commentID: Int64?, postedAt: Instant?, reason: String) {
        self.brand = brand
        self.voiceID = voiceID
        self.commentID = commentID
        self.postedAt = postedAt
        self.reason = reason
    }
}

/// Flags and early signs that the last measuring found.
package enum FindingTable {
    package static func clearEarlySigns(in db: Database) throws {
        try db.execute(sql: "DELETE FROM earlySign")
    }

    /// Puts these in the place of the signs of a brand.
    package static func replaceEarlySigns(_ signs: [EarlySignRow], of brand: String, in db: Database) throws {
        try db.execute(sql: "DELETE FROM earlySign WHERE brand = ?", arguments: [brand])
        for sign in signs {
            try db.cachedStatement(sql: "INSERT INTO earlySign VALUES (?, ?, ?, ?, ?)").execute(arguments: [
                sign.brand, sign.voiceID, sign.commentID, sign.postedAt?.milliseconds, sign.reason,
            ])
        }
    }

    package static func earlySigns(in db: Database) throws -> [EarlySignRow] {
        try Row.fetchAll(db, sql: "SELECT * FROM earlySign ORDER BY brand, postedAt, voiceID").map {
            EarlySignRow(
                brand: $0["brand"],
                voiceID: $0["voiceID"],
                commentID: $0["commentID"],
                postedAt: ($0["postedAt"] as Int64?).map(Instant.init(milliseconds:)),
                reason: $0["reason"]
            )
        }
    }
}
