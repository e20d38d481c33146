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

    /// The time from which a source speaks of a brand.
    package struct SourceSpan: Sendable {
        package let source: String
        /// First and last month with a counted voice, such as `2014-03`.
        package let first: String
        package let last: String
        package let voices: Int
    }

    /// The sources of a brand's dated, counted voices, in the order of their names.
    package static func sourceSpans(of brand: String, in db: Database) throws -> [SourceSpan] {
        let sql = """
            SELECT source, min(month) AS first, max(month) AS last, count(DISTINCT voice.id) AS voices
            FROM voice JOIN voiceMember ON voiceMember.voiceID = voice.id JOIN comment ON comment.id = commentID
            WHERE voice.brand = ? AND isCounted AND month != 'all' GROUP BY source ORDER BY source
            """
        return try Row.fetchAll(db, sql: sql, arguments: [brand]).map {
            SourceSpan(source: $0["source"], first: $0["first"], last: $0["last"], voices: $0["voices"])
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
