package import GRDB

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

    /// Row ids of comments that hold every word, newest first.
    ///
    /// Words are separated by white space and are taken literally but for width, kana and case. Comments that came or
    /// changed after the last update of the index are searched by a scan, and so are all where there is no index yet.
    ///
    /// `brand`: only comments of this brand; `nil` for all.
    package static func search(
        _ query: String,
        brand: String? = nil,
        limit: Int,
        in db: Database
    ) throws -> [Int64] {
        guard let found = try found(query, brand: brand, in: db) else { return [] }
        let sql = """
            SELECT id FROM comment WHERE \(found.sql) ORDER BY postedAt DESC, source, externalID LIMIT ?
            """
        return try Int64.fetchAll(db, sql: sql, arguments: found.arguments + [limit])
    }

    /// How many comments hold every word.
    ///
    /// `query`, `brand`: as for ``search(_:brand:limit:in:)``.
    package static func count(_ query: String, brand: String? = nil, in db: Database) throws -> Int {
        guard let found = try found(query, brand: brand, in: db) else { return 0 }
        let sql = "SELECT count(*) FROM comment WHERE \(found.sql)"
        return try Int.fetchOne(db, sql: sql, arguments: found.arguments) ?? 0
    }

    private static func found(_ query: String, brand: String?, in db: Database) throws -> SQLPart? {
        let words = query.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.isEmpty { return nil }
        let ids = try ids(holding: words, in: db)
        var part = SQLPart("id IN (\(ids.sql))", ids.arguments)
        if let brand { part.add("brand = ?", brand) }
        return part
    }

    /// A query for the row ids of the comments in which every word stands.
    static func ids(holding words: [String], in db: Database) throws -> SQLPart {
        func scan(_ comments: String) -> String {
            let one = "instr(folded(coalesce(title, '') || char(10) || text), folded(?)) > 0"
            return "SELECT id FROM comment WHERE \(comments) AND \(words.map { _ in one }.joined(separator: " AND "))"
        }
        guard let newest = try newestIndexed(in: db) else { return SQLPart(scan("TRUE"), StatementArguments(words)) }
        let forgotten = "id IN (SELECT commentID FROM searchForgotten)"
        return SQLPart(
            """
            SELECT rowid FROM searchText WHERE searchText MATCH ?
            UNION ALL \(scan("id > ?")) UNION ALL \(scan(forgotten))
            """,
            [words.map(pattern).joined(separator: " AND "), newest] + StatementArguments(words)
                + StatementArguments(words)
        )
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
