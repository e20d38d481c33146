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

    /// Forgets a comment whose text is about to change, so that a search reads the text itself.
    static func forget(_ commentID: Int64, in db: Database) throws {
        guard try db.tableExists("searchState") else { return }
        for sql in ["DELETE FROM searchText WHERE rowid = ?", "DELETE FROM searchState WHERE commentID = ?"] {
            try db.cachedStatement(sql: sql).execute(arguments: [commentID])
        }
    }

    /// Row ids of comments that hold every word, newest first.
    ///
    /// Words are separated by white space and are taken literally. Comments that came or changed after the last update
    /// of the index are searched by a scan, and so are all where there is no index yet.
    ///
    /// `brand`: only comments of this brand; `nil` for all.
    package static func search(
        _ query: String,
        brand: String? = nil,
        limit: Int,
        in db: Database
    ) throws -> [Int64] {
        let words = query.split(whereSeparator: \.isWhitespace).map(String.init)
        if words.isEmpty { return [] }
        var scanned = SearchCondition(scanning: words)
        let long = words.filter { $0.unicodeScalars.count >= 3 }
        if !long.isEmpty, let newest = try newestIndexed(in: db) {
            let indexed = SearchCondition(matching: long)
                .and(SearchCondition(scanning: words.filter { $0.unicodeScalars.count < 3 }))
            let changed = SearchCondition(ids: try forgotten(upTo: newest, in: db))
            scanned = indexed.or(SearchCondition(after: newest).or(changed).and(scanned))
        }
        if let brand { scanned = scanned.and(SearchCondition(brand: brand)) }
        let sql = """
            SELECT comment.id FROM comment WHERE \(scanned.sql)
            ORDER BY postedAt DESC, source, externalID LIMIT ?
            """
        return try Int64.fetchAll(db, sql: sql, arguments: scanned.arguments + [limit])
    }

    /// Row id of the newest comment in the index; `nil` without an index.
    private static func newestIndexed(in db: Database) throws -> Int64? {
        guard try db.tableExists("searchState") else { return nil }
        return try Int64.fetchOne(db, sql: "SELECT max(commentID) FROM searchState")
    }

    /// Row ids of comments that are not in the index though later ones are, in their order.
    private static func forgotten(upTo newest: Int64, in db: Database) throws -> [Int64] {
        let counts = "SELECT (SELECT count(*) FROM comment WHERE id <= ?) = (SELECT count(*) FROM searchState)"
        if try Bool.fetchOne(db, sql: counts, arguments: [newest]) ?? false { return [] }
        let sql = "SELECT id FROM comment WHERE id <= ? AND id NOT IN (SELECT commentID FROM searchState) ORDER BY id"
        return try Int64.fetchAll(db, sql: sql, arguments: [newest])
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

/// One part of the condition of a search.
private struct SearchCondition {
    private(set) var sql: String
    private(set) var arguments: StatementArguments

    /// Comments that hold every word, found by looking at each; true without words.
    init(scanning words: [String]) {
        let one = "instr(lower(coalesce(title, '') || char(10) || text), lower(?)) > 0"
        sql = words.isEmpty ? "TRUE" : words.map { _ in one }.joined(separator: " AND ")
        arguments = StatementArguments(words)
    }

    /// Comments that hold every word, found in the index; words of three characters or more.
    init(matching words: [String]) {
        sql = "comment.id IN (SELECT rowid FROM searchText WHERE searchText MATCH ?)"
        arguments = [words.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: " AND ")]
    }

    init(after id: Int64) {
        sql = "comment.id > ?"
        arguments = [id]
    }

    init(ids: [Int64]) {
        sql = "comment.id IN (\(ids.map(String.init).joined(separator: ", ")))"
        arguments = []
    }

    init(brand: String) {
        sql = "brand = ?"
        arguments = [brand]
    }

    func and(_ other: SearchCondition) -> SearchCondition { joined("AND", other) }

    func or(_ other: SearchCondition) -> SearchCondition { joined("OR", other) }

    private func joined(_ word: String, _ other: SearchCondition) -> SearchCondition {
        var both = self
        both.sql = "((\(sql)) \(word) (\(other.sql)))"
        both.arguments = arguments + other.arguments
        return both
    }
}
