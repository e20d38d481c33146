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

/// A detected change in handling quality.
package struct FlagRow: Sendable {
    package let flagID: String
    package let brand: String
    package let measure: String
    package let channel: String
    package let kind: String
    package let state: String
    package let firstBadPeriod: String
    /// Everything else the flag carries, as a JSON object with sorted keys.
    package let detail: String

    package init(
        flagID: String,
        brand: String,
        measure: String,
        channel: String,
        kind: String,
        state: String,
        firstBadPeriod: String,
        detail: String
    ) {
        self.flagID = flagID
        self.brand = brand
        self.measure = measure
        self.channel = channel
        self.kind = kind
        self.state = state
        self.firstBadPeriod = firstBadPeriod
        self.detail = detail
    }
}

/// Flags and early signs of a workspace.
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

    package static func replaceFlags(_ flags: [FlagRow], in db: Database) throws {
        try db.execute(sql: "DELETE FROM flag")
        for flag in flags {
            try db.cachedStatement(sql: "INSERT INTO flag VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                flag.flagID, flag.brand, flag.measure, flag.channel, flag.kind, flag.state, flag.firstBadPeriod,
                flag.detail,
            ])
        }
    }

    package static func flags(in db: Database) throws -> [FlagRow] {
        try Row.fetchAll(db, sql: "SELECT * FROM flag ORDER BY brand, firstBadPeriod, flagID").map {
            FlagRow(
                flagID: $0["flagID"],
                brand: $0["brand"],
                measure: $0["measure"],
                channel: $0["channel"],
                kind: $0["kind"],
                state: $0["state"],
                firstBadPeriod: $0["firstBadPeriod"],
                detail: $0["detail"]
            )
        }
    }
}
