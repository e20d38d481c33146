package import Feedback
package import GRDB

/// Counts that only reports ask for.
package enum ReportQueries {
    /// Mentions of a facet with one polarity, over the counted voices of a brand.
    package struct MentionCount: Sendable {
        package let brand: String
        package let facet: String
        package let polarity: Int
        package let mentions: Int
    }

    package static func mentionCounts(in db: Database) throws -> [MentionCount] {
        let sql = """
            SELECT voice.brand AS brand, json_extract(mention.value, '$.name') AS facet,
                json_extract(mention.value, '$.polarity') AS polarity, count(*) AS mentions
            FROM voice JOIN voiceMember ON voiceMember.voiceID = voice.id
            JOIN score ON score.commentID = voiceMember.commentID AND score.facets != '[]',
                json_each(score.facets) AS mention
            WHERE voice.isCounted GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """
        return try Row.fetchAll(db, sql: sql).map {
            MentionCount(brand: $0["brand"], facet: $0["facet"], polarity: $0["polarity"], mentions: $0["mentions"])
        }
    }

    /// Voices of a brand by what their polarities were taken from.
    package struct BasisCount: Sendable {
        package let supportBasis: String
        package let brandBasis: String
        package let voices: Int
    }

    package static func basisCounts(of brand: String, in db: Database) throws -> [BasisCount] {
        let sql = """
            SELECT supportBasis, brandBasis, count(*) AS voices FROM voice
            WHERE brand = ? AND isCounted GROUP BY 1, 2 ORDER BY 1, 2
            """
        return try Row.fetchAll(db, sql: sql, arguments: [brand]).map {
            BasisCount(supportBasis: $0["supportBasis"], brandBasis: $0["brandBasis"], voices: $0["voices"])
        }
    }

    /// Comments on one step of a five-step rating by the polarity of their text.
    package struct AgreementCount: Sendable {
        /// 1–5.
        package let step: Int
        /// −1, 0 or 1; `nil` where the text could not be scored.
        package let polarity: Int?
        package let comments: Int
    }

    /// `neutral`: valences strictly between −neutral and neutral count as 0, in thousandths.
    package static func agreementCounts(neutral: Int, in db: Database) throws -> [AgreementCount] {
        let sql = """
            SELECT 1 + CAST(round(4.0 * (ratingThousandths - 1000 * ratingLow) / (1000 * (ratingHigh - ratingLow)))
                    AS INTEGER) AS step,
                CASE WHEN valence >= :neutral THEN 1 WHEN valence <= -:neutral THEN -1
                    WHEN valence IS NOT NULL THEN 0 END AS polarity,
                count(*) AS comments
            FROM comment LEFT JOIN score ON score.commentID = comment.id
            WHERE ratingThousandths IS NOT NULL AND text != '' GROUP BY 1, 2 ORDER BY 1, 2
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["neutral": neutral]).map {
            AgreementCount(step: $0["step"], polarity: $0["polarity"], comments: $0["comments"])
        }
    }

    /// Row ids of comments whose rating and text disagree most, most first.
    package static func mismatches(limit: Int, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT comment.id FROM comment JOIN score ON score.commentID = comment.id
            WHERE ratingThousandths IS NOT NULL AND abs(valence) >= 300
                AND (valence > 0) != (ratingThousandths * 2 > 1000 * (ratingLow + ratingHigh))
                AND ratingThousandths * 2 != 1000 * (ratingLow + ratingHigh)
            ORDER BY abs(valence) DESC, source, externalID LIMIT ?
            """
        return try Int64.fetchAll(db, sql: sql, arguments: [limit])
    }

    /// What a source holds now.
    package struct SourceState: Sendable {
        package let source: String
        package let comments: Int
        package let unknownLanguage: Int
        package let withLexiconHit: Int
        package let unlinked: Int
        package let newest: Instant?
    }

    package static func sourceStates(in db: Database) throws -> [SourceState] {
        let sql = """
            SELECT source, count(*) AS comments, sum(score.language = 'und') AS unknownLanguage,
                sum(score.evidence != '[]' OR score.facets != '[]' OR score.signals != '[]') AS hits,
                sum(link.commentID IS NULL) AS unlinked, max(postedAt) AS newest
            FROM comment LEFT JOIN score ON score.commentID = comment.id
            LEFT JOIN link ON link.commentID = comment.id
            GROUP BY source ORDER BY source
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            SourceState(
                source: row["source"],
                comments: row["comments"],
                unknownLanguage: (row["unknownLanguage"] as Int?) ?? 0,
                withLexiconHit: (row["hits"] as Int?) ?? 0,
                unlinked: row["unlinked"],
                newest: (row["newest"] as Int64?).map(Instant.init(milliseconds:))
            )
        }
    }

    /// Quarantined rows by reason, with the place of the first.
    package struct QuarantineCount: Sendable {
        package let source: String
        package let file: String
        package let reason: String
        package let rows: Int
        package let line: Int
    }

    package static func quarantineCounts(in db: Database) throws -> [QuarantineCount] {
        let sql = """
            SELECT source, file, reason, count(*) AS rows, min(line) AS line FROM quarantine
            GROUP BY source, file, reason ORDER BY source, file, reason
            """
        return try Row.fetchAll(db, sql: sql).map {
            QuarantineCount(
                source: $0["source"],
                file: $0["file"],
                reason: $0["reason"],
                rows: $0["rows"],
                line: $0["line"]
            )
        }
    }

    /// Comments that name no brand, and so belong to no voice.
    package static func withoutBrand(in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM comment WHERE id NOT IN (SELECT commentID FROM voiceMember)"
        ) ?? 0
    }

    /// Cases of a brand, those told in a story first, then the latest.
    package static func caseIDs(of brand: String, limit: Int, in db: Database) throws -> [String] {
        let sql = """
            SELECT caseID FROM supportCase
            WHERE brand = ? AND EXISTS (SELECT 1 FROM link WHERE link.caseID = supportCase.caseID)
            ORDER BY origin = 'story' DESC, openedAt DESC, caseID LIMIT ?
            """
        return try String.fetchAll(db, sql: sql, arguments: [brand, limit])
    }

    /// Row ids of the comments linked to a case, oldest first.
    package static func commentIDs(ofCase caseID: String, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT commentID FROM link JOIN comment ON comment.id = commentID
            WHERE caseID = ? ORDER BY postedAt, source, externalID
            """
        return try Int64.fetchAll(db, sql: sql, arguments: [caseID])
    }

    /// Row ids of the comments that answer a comment, oldest first.
    package static func replyIDs(to comment: Comment, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT id FROM comment WHERE source = ? AND inReplyTo = ? ORDER BY postedAt, externalID
            """
        return try Int64.fetchAll(db, sql: sql, arguments: [comment.source, comment.externalID])
    }

    /// Instant of the newest comment, or `nil` without dated comments.
    package static func newest(in db: Database) throws -> Instant? {
        try Int64.fetchOne(db, sql: "SELECT max(postedAt) FROM comment").map(Instant.init(milliseconds:))
    }
}
