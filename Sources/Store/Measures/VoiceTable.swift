package import Feedback
package import GRDB

/// A voice as it is stored: see `Measures` for what the numbers mean.
package struct VoiceRow: Sendable {
    package var voiceID: String
    package var brand: String
    package var caseID: String?
    package var author: String?
    /// Such as `2008-04`.
    package var month: String
    package var channel: String?
    package var relation: LinkRelation?
    package var isCounted: Bool
    /// Basis points, −10,000…10,000; `nil` when unknown.
    package var supportPolarity: Int?
    package var supportBasis: String
    package var brandPolarity: Int?
    package var brandBasis: String
    /// JSON object from facet to basis points.
    package var facets: String
    /// JSON array of names.
    package var signals: String
    package var memberIDs: [Int64]

    package init(voiceID: String, brand: String, month: String, supportBasis: String, brandBasis: String) {
        self.voiceID = voiceID
        self.brand = brand
        self.month = month
        self.supportBasis = supportBasis
        self.brandBasis = brandBasis
        isCounted = true
        facets = "{}"
        signals = "[]"
        memberIDs = []
    }
}

/// One comment as the measures see it.
package struct MeasuredComment: Sendable {
    package let id: Int64
    package let source: String
    package let externalID: String
    package let brand: String
    package let author: String?
    package let authorID: String?
    /// The person that the id or else the name tells; `nil` for nobody in particular.
    package let person: String?
    package let authorRole: AuthorRole
    package let postedAt: Instant?
    package let channel: String?
    package let rating: Rating?
    package let answers: [SurveyAnswer]
    package let caseID: String?
    package let relation: LinkRelation?
    package let score: Score?
}

/// The voices of a workspace, rebuilt as a whole by each measuring.
package enum VoiceTable {
    /// Calls the body with every comment that names a brand, grouped by brand, own case and author.
    ///
    /// A case has one brand: its own, or else the first that its customer names. Order: brand, joined case (none first), person, external id. Comments without a brand belong to no voice.
    ///
    /// `person`: who a name stands for; `nil` for nobody in particular.
    package static func forEachMeasuredComment(
        in db: Database,
        person: @escaping @Sendable (String?) -> String?,
        _ body: (MeasuredComment) throws -> Void
    ) throws {
        db.add(
            function: DatabaseFunction("personOfName", argumentCount: 1, pure: true) { values in
                person(String.fromDatabaseValue(values[0]))
            }
        )
        let sql = """
            SELECT comment.id, source, externalID,
                CASE WHEN link.relation IN ('same_case', 'follow_up') THEN coalesce(supportCase.brand,
                    (SELECT min(told.brand) FROM link AS other JOIN comment AS told ON told.id = other.commentID
                    WHERE other.caseID = link.caseID AND other.relation IN ('same_case', 'follow_up')))
                ELSE comment.brand END AS voiceBrand,
                author, authorID, coalesce(authorID, personOfName(author)) AS person, authorRole, postedAt, comment.channel,
                ratingThousandths, ratingLow, ratingHigh, answers,
                link.caseID, link.relation,
                score.language, score.valence, score.handlingValence, score.facets, score.signals
            FROM comment
            LEFT JOIN score ON score.commentID = comment.id
            LEFT JOIN link ON link.commentID = comment.id AND link.status IN ('auto', 'confirmed')
            LEFT JOIN supportCase ON supportCase.caseID = link.caseID
            WHERE voiceBrand IS NOT NULL
            ORDER BY voiceBrand, CASE WHEN link.relation IN ('same_case', 'follow_up') THEN link.caseID ELSE '' END,
                coalesce(person, ''), source, externalID
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() { try body(measuredComment(row)) }
    }

    /// Removes all voices, and the index of their members, which ``indexMembers(in:)`` makes again.
    package static func clear(in db: Database) throws {
        try db.execute(sql: "DROP INDEX IF EXISTS voiceMemberComment; DELETE FROM voiceMember; DELETE FROM voice")
    }

    /// Makes the way from a comment to its voice: at once for all is much faster than one by one.
    package static func indexMembers(in db: Database) throws {
        try db.execute(sql: Schema.voiceMemberIndex)
    }

    package static func insert(_ voices: [VoiceRow], in db: Database) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO voice (voiceID, brand, caseID, author, month, channel, relation, isCounted,
                    supportPolarity, supportBasis, brandPolarity, brandBasis, facets, signals)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        let insertMember = try db.cachedStatement(sql: "INSERT INTO voiceMember VALUES (?, ?)")
        for voice in voices {
            insert.setUncheckedArguments([
                voice.voiceID, voice.brand, voice.caseID, voice.author, voice.month, voice.channel,
                voice.relation?.rawValue, voice.isCounted, voice.supportPolarity, voice.supportBasis,
                voice.brandPolarity, voice.brandBasis, voice.facets, voice.signals,
            ])
            try insert.execute()
            let id = db.lastInsertedRowID
            for memberID in voice.memberIDs {
                insertMember.setUncheckedArguments([id, memberID])
                try insertMember.execute()
            }
        }
    }

    /// Voices of a brand in the order of month and id; all brands where none is named.
    package static func forEach(brand: String?, in db: Database, _ body: (VoiceRow) throws -> Void) throws {
        let sql = """
            SELECT * FROM voice WHERE :brand IS NULL OR brand = :brand ORDER BY brand, month, voiceID
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: ["brand": brand])
        while let row = try rows.next() {
            var voice = VoiceRow(row: row)
            voice.memberIDs = try memberIDs(of: row["id"], in: db)
            try body(voice)
        }
    }

    /// The voice a comment belongs to, or `nil`.
    package static func voice(ofComment id: Int64, in db: Database) throws -> VoiceRow? {
        let sql = """
            SELECT voice.* FROM voice JOIN voiceMember ON voiceMember.voiceID = voice.id WHERE commentID = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else { return nil }
        var voice = VoiceRow(row: row)
        voice.memberIDs = try memberIDs(of: row["id"], in: db)
        return voice
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM voice") ?? 0
    }

    /// Brands that have a voice, in the order of their names.
    package static func brands(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT brand FROM voice ORDER BY brand")
    }

    private static func memberIDs(of voice: Int64, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT commentID FROM voiceMember JOIN comment ON comment.id = commentID
                WHERE voiceID = ? ORDER BY postedAt, source, externalID
                """
        )
        return try Int64.fetchAll(statement, arguments: [voice])
    }

    private static func measuredComment(_ row: Row) throws -> MeasuredComment {
        var columns = ColumnReader(row)
        return MeasuredComment(
            id: columns.value(),
            source: columns.value(),
            externalID: columns.value(),
            brand: columns.value(),
            author: columns.optional(),
            authorID: columns.optional(),
            person: columns.optional(),
            authorRole: AuthorRole(rawValue: columns.value()) ?? .customer,
            postedAt: columns.instant(),
            channel: columns.optional(),
            rating: columns.rating(),
            answers: try columns.answers(),
            caseID: columns.optional(),
            relation: columns.optional().flatMap(LinkRelation.init(rawValue:)),
            score: try score(&columns)
        )
    }

    /// The score in the last columns; `nil` before the comment is scored.
    private static func score(_ columns: inout ColumnReader) throws -> Score? {
        guard let language: String = columns.optional() else { return nil }
        return Score(
            language: Language(rawValue: language) ?? .unknown,
            valence: columns.optional(),
            handlingValence: columns.optional(),
            facets: try JSONText.facetMentions(columns.value()),
            signals: try JSONText.signalMentions(columns.value())
        )
    }
}

extension VoiceRow {
    init(row: Row) {
        self.init(
            voiceID: row["voiceID"],
            brand: row["brand"],
            month: row["month"],
            supportBasis: row["supportBasis"],
            brandBasis: row["brandBasis"]
        )
        caseID = row["caseID"]
        author = row["author"]
        channel = row["channel"]
        relation = (row["relation"] as String?).flatMap(LinkRelation.init(rawValue:))
        isCounted = row["isCounted"]
        supportPolarity = row["supportPolarity"]
        brandPolarity = row["brandPolarity"]
        facets = row["facets"]
        signals = row["signals"]
    }
}
