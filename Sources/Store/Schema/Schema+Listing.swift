import GRDB

extension Schema {
    /// What lists of comments are chosen by, who looks after a flag, and a search that knows widths and cases.
    ///
    /// The next measuring fills the list. A search index of an older program folded nothing; `koe index` makes it anew.
    static func keepListing(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE listedComment (
                    brand TEXT NOT NULL,
                    postedAt INTEGER NOT NULL,
                    commentID INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
                    voiceID INTEGER,
                    month TEXT,
                    channel TEXT NOT NULL,
                    stars INTEGER,
                    language TEXT,
                    isLinked INTEGER NOT NULL CHECK (isLinked IN (0, 1)),
                    measures INTEGER NOT NULL,
                    praise INTEGER NOT NULL,
                    named INTEGER NOT NULL,
                    blame INTEGER NOT NULL,
                    signals INTEGER NOT NULL,
                    PRIMARY KEY (brand, postedAt, commentID)
                ) STRICT, WITHOUT ROWID;
                \(listedIndex)
                ALTER TABLE flagRecord ADD COLUMN assignee TEXT;
                DROP TABLE IF EXISTS searchText;
                DROP TABLE IF EXISTS searchState;
                DELETE FROM fact WHERE name = 'measure worked on';
                """
        )
    }

    static let listedIndex = "CREATE UNIQUE INDEX listedCommentID ON listedComment (commentID);"
}
