import GRDB

extension Schema {
    /// Counts that reports show, kept while comments, scores, links and voices change.
    ///
    /// Voices are made once more, with what they add to the counts of their brand.
    static func keepTallies(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE commentTally (
                    source TEXT NOT NULL,
                    thousandths INTEGER NOT NULL,
                    low INTEGER NOT NULL,
                    high INTEGER NOT NULL,
                    n INTEGER NOT NULL,
                    PRIMARY KEY (source, thousandths, low, high)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE scoreTally (
                    source TEXT NOT NULL,
                    thousandths INTEGER NOT NULL,
                    low INTEGER NOT NULL,
                    high INTEGER NOT NULL,
                    valence INTEGER NOT NULL,
                    isUnknown INTEGER NOT NULL CHECK (isUnknown IN (0, 1)),
                    hasHit INTEGER NOT NULL CHECK (hasHit IN (0, 1)),
                    n INTEGER NOT NULL,
                    PRIMARY KEY (source, thousandths, low, high, valence, isUnknown, hasHit)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE linkedTally (
                    source TEXT NOT NULL PRIMARY KEY,
                    n INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE ratingMismatch (
                    commentID INTEGER NOT NULL PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
                    stars REAL NOT NULL,
                    words INTEGER NOT NULL,
                    source TEXT NOT NULL,
                    externalID TEXT NOT NULL
                ) STRICT;
                CREATE INDEX ratingMismatchDistance ON ratingMismatch (abs(stars - words) DESC, source, externalID);
                CREATE INDEX commentNewest ON comment (source, postedAt);
                CREATE TABLE voiceTally (
                    brand TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('basis', 'comment', 'mention', 'source')),
                    name TEXT NOT NULL,
                    month TEXT NOT NULL,
                    n INTEGER NOT NULL,
                    PRIMARY KEY (brand, kind, name, month)
                ) STRICT, WITHOUT ROWID;
                ALTER TABLE voice ADD COLUMN mentions TEXT;
                ALTER TABLE voice ADD COLUMN sources TEXT;
                ALTER TABLE voice ADD COLUMN lot INTEGER;
                \(voiceOrders)
                DELETE FROM fact WHERE name = 'measure worked on';
                """
        )
    }

    /// The voices of a brand as they are chosen to be quoted: those of greatest weight, and those that are drawn.
    static let voiceOrders = """
        CREATE INDEX IF NOT EXISTS voicePraise ON voice (
            brand, \(ReportVoices.weight) DESC, \(ReportVoices.richness) DESC, voiceID
        ) WHERE isCounted AND \(ReportVoices.direction) > 0;
        CREATE INDEX IF NOT EXISTS voiceBlame ON voice (
            brand, \(ReportVoices.weight) DESC, \(ReportVoices.richness) DESC, voiceID
        ) WHERE isCounted AND \(ReportVoices.direction) < 0;
        CREATE INDEX IF NOT EXISTS voiceLot ON voice (brand, lot DESC, voiceID) WHERE isCounted;
        """
}
