import GRDB

extension Schema {
    /// What a night needs to link what changed and nothing else: the keys and counts of cases, how comments hang
    /// together, what each thread asked of the cases, and journals of what changed since the last linking.
    ///
    /// Everything is linked once more, which fills them.
    static func keepLinkKeys(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE caseKey (
                    key INTEGER NOT NULL,
                    supportCaseID INTEGER NOT NULL,
                    PRIMARY KEY (key, supportCaseID)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE caseCount (
                    value INTEGER NOT NULL PRIMARY KEY,
                    n INTEGER NOT NULL CHECK (n > 0)
                ) STRICT;
                CREATE TABLE caseBrand (
                    sound INTEGER NOT NULL,
                    script INTEGER NOT NULL,
                    n INTEGER NOT NULL CHECK (n > 0),
                    PRIMARY KEY (sound, script)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE lentHandle (
                    supportCaseID INTEGER NOT NULL PRIMARY KEY,
                    handle INTEGER NOT NULL
                ) STRICT;
                CREATE TABLE threadNode (
                    commentID INTEGER NOT NULL PRIMARY KEY,
                    name INTEGER NOT NULL,
                    answered INTEGER,
                    own INTEGER NOT NULL,
                    parent INTEGER,
                    thread INTEGER,
                    twin INTEGER
                ) STRICT;
                \(threadNodeIndexes)
                CREATE TABLE linkNote (
                    token INTEGER NOT NULL,
                    commentID INTEGER NOT NULL,
                    PRIMARY KEY (token, commentID)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE linkNotes (
                    commentID INTEGER NOT NULL PRIMARY KEY,
                    tokens BLOB NOT NULL
                ) STRICT;
                CREATE TABLE unlinkedComment (commentID INTEGER NOT NULL PRIMARY KEY) STRICT;
                CREATE TABLE unlinkedCase (
                    caseID TEXT NOT NULL PRIMARY KEY,
                    oldID INTEGER,
                    number TEXT,
                    orderNumber TEXT,
                    brand TEXT,
                    product TEXT,
                    customer TEXT,
                    customerHandle TEXT,
                    openedAt INTEGER,
                    closedAt INTEGER,
                    subject TEXT
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE linkTally (
                    relation TEXT NOT NULL,
                    status TEXT NOT NULL,
                    n INTEGER NOT NULL,
                    PRIMARY KEY (relation, status)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX supportCaseOpened ON supportCase (openedAt);
                DELETE FROM fact WHERE name = 'link worked on';
                """
        )
    }

    /// The indexes that a linking of everything drops and makes again.
    static let threadNodeIndexes = """
        CREATE INDEX IF NOT EXISTS threadNodeName ON threadNode (name);
        CREATE INDEX IF NOT EXISTS threadNodeAnswered ON threadNode (answered) WHERE answered IS NOT NULL;
        CREATE INDEX IF NOT EXISTS threadNodeOwn ON threadNode (own);
        CREATE INDEX IF NOT EXISTS threadNodeParent ON threadNode (parent) WHERE parent IS NOT NULL;
        CREATE INDEX IF NOT EXISTS threadNodeThread ON threadNode (thread) WHERE thread IS NOT NULL;
        CREATE INDEX IF NOT EXISTS threadNodeTwin ON threadNode (twin) WHERE twin IS NOT NULL;
        """
}
