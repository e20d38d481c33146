package import GRDB

/// What changed since the last measuring: triggers note every comment, score, link and case that came, changed or went.
package enum TouchedTables {
    /// Whether nothing has changed.
    package static func areEmpty(in db: Database) throws -> Bool {
        let sql = """
            SELECT NOT EXISTS (SELECT 1 FROM touchedComment) AND NOT EXISTS (SELECT 1 FROM touchedCase)
                AND NOT EXISTS (SELECT 1 FROM touchedVoice)
            """
        return try Bool.fetchOne(db, sql: sql) ?? false
    }

    /// Number of comments that are noted.
    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM touchedComment") ?? 0
    }

    /// Notes what depends on what is noted: the comments of cases, and the voices of comments.
    package static func spread(in db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO touchedComment
                    SELECT commentID FROM touchedCase CROSS JOIN link ON link.caseID = touchedCase.caseID
                    WHERE relation IN ('same_case', 'follow_up');
                INSERT OR IGNORE INTO touchedVoice
                    SELECT voiceID FROM touchedComment CROSS JOIN voiceMember
                        ON voiceMember.commentID = touchedComment.commentID;
                """
        )
    }

    /// Notes the voices that have some names, and then the comments of all noted voices.
    ///
    /// - Returns: the comments that were not noted before.
    package static func note(voices names: some Sequence<String>, in db: Database) throws -> [Int64] {
        let note = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO touchedVoice SELECT id FROM voice WHERE voiceID = ?"
        )
        for name in names { try note.execute(arguments: [name]) }
        return try Int64.fetchAll(
            db,
            sql: """
                INSERT OR IGNORE INTO touchedComment
                    SELECT commentID FROM touchedVoice CROSS JOIN voiceMember
                        ON voiceMember.voiceID = touchedVoice.voiceID
                    RETURNING commentID
                """
        )
    }

    /// The noted voices that there are, with their row ids, in the order of these.
    package static func voices(in db: Database) throws -> [(id: Int64, voice: VoiceRow)] {
        let sql = """
            SELECT \(VoiceRow.selection) FROM voice WHERE id IN (SELECT touchedVoice.voiceID FROM touchedVoice)
            ORDER BY id
            """
        let members = try db.cachedStatement(
            sql: "SELECT commentID FROM voiceMember WHERE voiceID = ? ORDER BY commentID"
        )
        return try Row.fetchAll(db, sql: sql).map { row in
            let id: Int64 = row[0]
            var voice = try VoiceRow(row: row)
            voice.memberIDs = try Int64.fetchAll(members, arguments: [id])
            return (id, voice)
        }
    }

    /// Forgets what was noted; comments that still wait for a score stay noted, since scoring looks for them here.
    package static func clear(in db: Database) throws {
        try ReportJournal.noteTouched(in: db)
        try db.execute(
            sql: """
                DELETE FROM touchedCase;
                DELETE FROM touchedVoice;
                DELETE FROM touchedComment WHERE
                    EXISTS (SELECT 1 FROM score WHERE score.commentID = touchedComment.commentID)
                    OR NOT EXISTS (SELECT 1 FROM comment WHERE comment.id = touchedComment.commentID);
                """
        )
    }
}
