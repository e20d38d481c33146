package import GRDB
import GRDBSQLite

/// Full-text search over comments, by an index of runs of three characters; see ``SearchTokenizer``.
///
/// The index is no part of the import, and no content. It holds what it has been fed, and is fed only what is new or
/// changed.
package enum SearchIndex {
    /// Brings the index up to date.
    ///
    /// - Returns: how many comments were added or replaced.
    @discardableResult
    package static func update(in db: Database) throws -> Int {
        try create(in: db)
        return try feed(
            """
            SELECT comment.id FROM comment LEFT JOIN searchState ON searchState.commentID = comment.id
            WHERE searchState.contentHash IS NOT comment.contentHash
            """,
            in: db
        )
    }

    /// Feeds an index that somebody made with what a search would have to scan, without a look at the other comments.
    ///
    /// - Returns: how many comments were added or replaced; `nil` where there is no index.
    package static func catchUp(in db: Database) throws -> Int? {
        guard try db.tableExists("searchState") else { return nil }
        let newest = try newestIndexed(in: db) ?? 0
        return try feed(
            """
            SELECT id FROM comment WHERE id > \(newest)
            UNION SELECT id FROM comment WHERE id IN (SELECT commentID FROM searchForgotten)
            """,
            in: db
        )
    }

    /// `stale`: a query for the row ids of the comments to read anew.
    private static func feed(_ stale: String, in db: Database) throws -> Int {
        let ids = try Int64.fetchAll(db, sql: stale)
        let statements = try [
            "DELETE FROM searchText WHERE rowid = ?",
            "INSERT INTO searchText (rowid, title, text) SELECT id, title, text FROM comment WHERE id = ?",
            "INSERT OR REPLACE INTO searchState SELECT id, contentHash FROM comment WHERE id = ?",
        ].map { try db.cachedStatement(sql: $0) }
        for id in ids {
            for statement in statements { try statement.execute(arguments: [id]) }
        }
        try db.execute(sql: "DELETE FROM searchForgotten")
        return ids.count
    }

    /// Forgets a comment whose text is about to change, so that a search reads the text itself.
    static func forget(_ commentID: Int64, in db: Database) throws {
        guard try db.tableExists("searchState") else { return }
        let statements = [
            "DELETE FROM searchText WHERE rowid = ?", "DELETE FROM searchState WHERE commentID = ?",
            "INSERT OR IGNORE INTO searchForgotten VALUES (?)",
        ]
        for sql in statements { try db.cachedStatement(sql: sql).execute(arguments: [commentID]) }
    }

    /// What a search found.
    package struct Found: Hashable, Sendable {
        /// Row ids of the newest comments that hold every word, newest first.
        package let ids: [Int64]
        /// How many comments hold every word.
        package let total: Int
    }

    /// Finds comments that hold every word.
    ///
    /// Words are separated by white space and are taken literally but for width, kana and case. Comments that came or
    /// changed after the last update of the index are searched by a scan, and so are all where there is no index yet.
    ///
    /// `brand`: only comments that stand under this brand; `nil` for all.
    package static func search(_ query: String, brand: String? = nil, limit: Int, in db: Database) throws -> Found {
        let words = query.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.isEmpty { return Found(ids: [], total: 0) }
        var newest = NewestRows(limit: limit)
        try NumberQuery.forEach(times(of: ids(holding: words, in: db), brand: brand), in: db) { row in
            // A comment that went is in the index until that is brought up to date.
            if sqlite3_column_type(row, 1) != SQLITE_NULL {
                newest.add(sqlite3_column_int64(row, 0), at: sqlite3_column_int64(row, 1))
            }
            return true
        }
        let sql = """
            SELECT id FROM comment WHERE id IN (SELECT value FROM json_each(?))
            ORDER BY postedAt DESC, source, externalID LIMIT ?
            """
        let ids = try Int64.fetchAll(db, sql: sql, arguments: [IDList.text(of: newest.ids), limit])
        return Found(ids: ids, total: newest.count)
    }

    /// A query for comments with their times, NULL for one that is not there: lists know them by an index, without a
    /// look at what people wrote.
    private static func times(of found: SQLPart, brand: String?) -> SQLPart {
        func known(_ column: String, _ missing: String) -> String {
            "coalesce(listed.\(column), (SELECT coalesce(\(column), \(missing)) FROM comment WHERE id = found.id))"
        }
        var part = SQLPart(
            """
            SELECT found.id, \(known("postedAt", "\(CommentListing.undated)")) FROM (\(found.sql)) AS found
            LEFT JOIN listedComment AS listed ON listed.commentID = found.id WHERE TRUE
            """,
            found.arguments
        )
        if let brand { part.add("\(known("brand", "'\(CommentListing.noBrand)'")) = ?", brand) }
        return part
    }

    /// A query for the row ids of the comments in which every word stands.
    static func ids(holding words: [String], in db: Database) throws -> SQLPart {
        guard let newest = try newestIndexed(in: db) else {
            return SQLPart(listed, [IDList.text(of: try scanned("TRUE", for: words, in: db))])
        }
        let scanned =
            try scanned("id > \(newest)", for: words, in: db)
            + scanned("id IN (SELECT commentID FROM searchForgotten)", for: words, in: db)
        return SQLPart(
            "SELECT rowid AS id FROM searchText WHERE searchText MATCH ? UNION ALL \(listed)",
            [words.map(pattern).joined(separator: " AND "), IDList.text(of: scanned)]
        )
    }

    private static let listed = "SELECT value AS id FROM json_each(?)"

    /// Row ids of the comments in which every word stands, among those of which a condition holds.
    private static func scanned(_ comments: String, for words: [String], in db: Database) throws -> [Int64] {
        let one = "instr(folded(coalesce(title, '') || char(10) || text), folded(?)) > 0"
        let all = words.map { _ in one }.joined(separator: " AND ")
        let sql = "SELECT id FROM comment WHERE \(comments) AND \(all)"
        return try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(words))
    }

    /// A word as FTS5 looks for it: whole runs one after another, or the beginning of a run.
    private static func pattern(_ word: String) -> String {
        let isShort = FoldedText.folded(word).unicodeScalars.count < SearchTokenizer.length
        return "\"\(word.replacing("\"", with: "\"\""))\"" + (isShort ? " *" : "")
    }

    /// Row id of the newest comment in the index; `nil` without an index.
    private static func newestIndexed(in db: Database) throws -> Int64? {
        guard try db.tableExists("searchState") else { return nil }
        return try Int64.fetchOne(db, sql: "SELECT max(commentID) FROM searchState")
    }

    private static func create(in db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE IF NOT EXISTS searchText
                    USING fts5 (title, text, tokenize = '\(SearchTokenizer.name)');
                CREATE TABLE IF NOT EXISTS searchState (commentID INTEGER PRIMARY KEY, contentHash INTEGER NOT NULL);
                CREATE TABLE IF NOT EXISTS searchForgotten (commentID INTEGER PRIMARY KEY);
                """
        )
    }
}
