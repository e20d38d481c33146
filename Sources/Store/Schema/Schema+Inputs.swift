import GRDB

extension Schema {
    /// What sources wrote, kept as it came; which row of which input a comment was made of; and its earlier versions.
    static func keepInputs(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE input (
                    id INTEGER PRIMARY KEY,
                    inputHash TEXT NOT NULL,
                    source TEXT NOT NULL,
                    file TEXT NOT NULL,
                    runID INTEGER NOT NULL,
                    importedAt INTEGER NOT NULL,
                    choices TEXT NOT NULL,
                    byteCount INTEGER NOT NULL,
                    readBy TEXT,
                    isKept INTEGER NOT NULL CHECK (isKept IN (0, 1)),
                    UNIQUE (inputHash, source)
                ) STRICT;
                CREATE TABLE inputPiece (
                    inputID INTEGER NOT NULL REFERENCES input (id) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    byteCount INTEGER NOT NULL,
                    bytes BLOB NOT NULL,
                    PRIMARY KEY (inputID, position)
                ) STRICT, WITHOUT ROWID;
                ALTER TABLE comment ADD COLUMN inputID INTEGER;
                ALTER TABLE comment ADD COLUMN byte INTEGER;
                ALTER TABLE comment ADD COLUMN rowDigest INTEGER;
                ALTER TABLE supportCase ADD COLUMN inputID INTEGER;
                ALTER TABLE quarantine ADD COLUMN externalID TEXT;
                CREATE INDEX commentInput ON comment (inputID);
                CREATE INDEX commentWithoutOrigin ON comment (source, contentHash) WHERE rowDigest IS NULL;
                CREATE TABLE earlierVersion (
                    commentID INTEGER NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
                    inputID INTEGER,
                    byte INTEGER,
                    rowDigest INTEGER,
                    externalID TEXT NOT NULL,
                    source TEXT NOT NULL,
                    brand TEXT,
                    product TEXT,
                    author TEXT,
                    authorID TEXT,
                    authorRole TEXT NOT NULL,
                    postedAt INTEGER,
                    postedAtText TEXT,
                    postedAtZone TEXT,
                    postedAtCertainty TEXT,
                    updatedAt INTEGER,
                    updatedAtText TEXT,
                    updatedAtZone TEXT,
                    text TEXT NOT NULL,
                    title TEXT,
                    ratingThousandths INTEGER,
                    ratingLow INTEGER,
                    ratingHigh INTEGER,
                    declaredLanguage TEXT,
                    url TEXT,
                    threadID TEXT,
                    inReplyTo TEXT,
                    caseNumber TEXT,
                    orderNumber TEXT,
                    channel TEXT,
                    appVersion TEXT,
                    replyText TEXT,
                    repliedAt INTEGER,
                    repliedAtText TEXT,
                    repliedAtZone TEXT,
                    answers TEXT,
                    contentHash INTEGER NOT NULL,
                    UNIQUE (commentID, rowDigest)
                ) STRICT;
                CREATE INDEX earlierVersionInput ON earlierVersion (inputID);
                """
        )
    }
}
