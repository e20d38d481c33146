package import GRDB

/// Full-text search over comments: trigrams for three characters and more, a scan for shorter words.
///
/// The index is no part of the import. It holds what it has been fed, and is fed only what is new or changed.
package enum SearchIndex {
    /// Brings the index up to date.
    ///
    /// - Returns: how many comments were added or replaced.
    @discardableResult
    package static func update(in db: Database) throws -> Int {
        try create(in: db)
        try db.execute(
            sql: """
                CREATE TEMP TABLE stale AS
                    SELECT comment.id FROM comment LEFT JOIN searchState ON searchState.commentID = comment.id
                    WHERE searchState.contentHash IS NOT comment.contentHash;
                DELETE FROM searchText WHERE rowid IN (SELECT id FROM stale);
                INSERT INTO searchText (rowid, title, text)
                    SELECT id, title, text FROM comment WHERE id IN (SELECT id FROM stale);
                INSERT OR REPLACE INTO searchState
                    SELECT id, contentHash FROM comment WHERE id IN (SELECT id FROM stale);
                """
        )
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM stale") ?? 0
        try db.execute(sql: "DROP TABLE stale")
        return count
    }

    /// Row ids of comments that hold every word, newest first.
    ///
    /// Words are separated by white space and are taken literally. The index must be up to date.
    package static func search(_ query: String, limit: Int, in db: Database) throws -> [Int64] {
        let words = query.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.isEmpty { return [] }
        let long = words.filter { $0.unicodeScalars.count >= 3 }
        let short = words.filter { $0.unicodeScalars.count < 3 }
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if !long.isEmpty {
            conditions.append("comment.id IN (SELECT rowid FROM searchText WHERE searchText MATCH ?)")
            arguments += [long.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: " AND ")]
        }
        for word in short {
            conditions.append("instr(lower(coalesce(title, '') || char(10) || text), lower(?)) > 0")
            arguments += [word]
        }
        let sql = """
            SELECT comment.id FROM comment WHERE \(conditions.joined(separator: " AND "))
            ORDER BY postedAt DESC, source, externalID LIMIT ?
            """
        return try Int64.fetchAll(db, sql: sql, arguments: arguments + [limit])
    }

    private static func create(in db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE IF NOT EXISTS searchText
                    USING fts5 (title, text, tokenize = 'trigram');
                CREATE TABLE IF NOT EXISTS searchState (commentID INTEGER PRIMARY KEY, contentHash INTEGER NOT NULL);
                """
        )
    }
}
