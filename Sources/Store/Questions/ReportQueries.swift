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
        try VoiceTallyTable.rows(.mention, in: db).compactMap { row in
            let parts = row.name.split(separator: " ")
            guard parts.count == 2, let polarity = Int(parts[1]) else { return nil }
            return MentionCount(brand: row.brand, facet: String(parts[0]), polarity: polarity, mentions: row.n)
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
            SELECT name AS source, min(month) AS first, max(month) AS last, sum(n) AS voices FROM voiceTally
            WHERE brand = ? AND kind = 'source' GROUP BY name ORDER BY name
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
        try VoiceTallyTable.rows(.basis, of: brand, in: db).compactMap { row in
            let parts = row.name.split(separator: " ").map(String.init)
            guard parts.count == 2 else { return nil }
            return BasisCount(supportBasis: parts[0], brandBasis: parts[1], voices: row.n)
        }
    }

    /// Counted voices of some brands.
    package static func countedVoices(of brands: [String], in db: Database) throws -> Int {
        let sql = """
            SELECT coalesce(sum(n), 0) FROM voiceTally
            WHERE brand IN (\(brands.map { _ in "?" }.joined(separator: ", "))) AND kind = 'basis'
            """
        return try Int.fetchOne(db, sql: sql, arguments: StatementArguments(brands)) ?? 0
    }

    /// What a source holds now.
    package struct SourceState: Sendable {
        package let source: String
        package let comments: Int
        package let unknownLanguage: Int
        package let withLexiconHit: Int
        package let unlinked: Int
        package let newest: Instant?
        /// Comments whose time is not known.
        package let undated: Int
    }

    package static func sourceStates(in db: Database) throws -> [SourceState] {
        let sql = """
            SELECT source, sum(n) AS comments,
                (SELECT sum(n) FROM scoreTally WHERE scoreTally.source = commentTally.source AND isUnknown) AS unknownLanguage,
                (SELECT sum(n) FROM scoreTally WHERE scoreTally.source = commentTally.source AND hasHit) AS hits,
                sum(n) - coalesce((SELECT n FROM linkedTally WHERE linkedTally.source = commentTally.source), 0) AS unlinked,
                (SELECT \(SourceTimes.newest) FROM sourceTimes WHERE sourceTimes.source = commentTally.source) AS newest,
                (SELECT undated FROM sourceTimes WHERE sourceTimes.source = commentTally.source) AS undated
            FROM commentTally GROUP BY source HAVING sum(n) > 0 ORDER BY source
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            SourceState(
                source: row["source"],
                comments: row["comments"],
                unknownLanguage: (row["unknownLanguage"] as Int?) ?? 0,
                withLexiconHit: (row["hits"] as Int?) ?? 0,
                unlinked: row["unlinked"],
                newest: (row["newest"] as Int64?).map(Instant.init(milliseconds:)),
                undated: row["undated"]
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
        try ListTally.kinds.count(SQLPart("brand = ?", [CommentListing.noBrand]), in: db)
    }

    /// Comments that came since the last measuring, so that no number tells of them yet.
    package static func unmeasured(in db: Database) throws -> Int {
        try ContentSums.count(of: "comment", in: db) - ListTally.kinds.count(SQLPart("TRUE", []), in: db)
    }

    /// Cases of a brand, those told in a story first, then the latest.
    package static func caseIDs(of brand: String, limit: Int, in db: Database) throws -> [String] {
        let sql = """
            SELECT caseID FROM supportCase
            WHERE brand = ? AND EXISTS (SELECT 1 FROM link WHERE link.caseID = supportCase.caseID)
            ORDER BY (origin = 'story') DESC, openedAt DESC, caseID LIMIT ?
            """
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [brand, limit])
    }

    /// Row ids of the comments linked to a case, oldest first.
    package static func commentIDs(ofCase caseID: String, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT commentID FROM link JOIN comment ON comment.id = commentID
            WHERE caseID = ? ORDER BY postedAt, source, externalID
            """
        return try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [caseID])
    }

    /// Row ids of the comments of a case's own customer, in their order.
    package static func memberIDs(ofCase caseID: String, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT commentID FROM link WHERE caseID = ? AND relation IN ('same_case', 'follow_up')
                AND status IN ('auto', 'confirmed') ORDER BY commentID
            """
        return try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [caseID])
    }

    /// Row ids of the comments that answer a comment, oldest first.
    package static func replyIDs(to comment: Comment, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT id FROM comment WHERE source = ? AND inReplyTo = ? ORDER BY postedAt, externalID
            """
        return try Int64.fetchAll(db, sql: sql, arguments: [comment.source, comment.externalID])
    }
}
