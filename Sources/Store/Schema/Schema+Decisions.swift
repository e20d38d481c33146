import GRDB

extension Schema {
    /// What people have decided about links and cases, and the cases that are one by that.
    ///
    /// Links are counted once more: those that were only proposed count no longer.
    static func keepDecisions(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE reviewDecision (
                    id INTEGER PRIMARY KEY,
                    decisionID TEXT NOT NULL UNIQUE,
                    kind TEXT NOT NULL
                        CHECK (kind IN ('confirm', 'reject', 'link', 'unlink', 'merge', 'split', 'undo')),
                    source TEXT,
                    externalID TEXT,
                    caseID TEXT,
                    intoCaseID TEXT,
                    relation TEXT
                        CHECK (relation IN ('same_case', 'follow_up', 'about', 'similar_case', 'duplicate_of')),
                    undoes TEXT,
                    decidedBy TEXT NOT NULL,
                    decidedAt INTEGER NOT NULL,
                    note TEXT,
                    CHECK ((source IS NULL) = (externalID IS NULL))
                ) STRICT;
                CREATE INDEX reviewDecisionComment ON reviewDecision (source, externalID);
                CREATE INDEX reviewDecisionCase ON reviewDecision (caseID);
                CREATE TABLE caseAlias (
                    caseID TEXT NOT NULL PRIMARY KEY,
                    rootCaseID TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX caseAliasRoot ON caseAlias (rootCaseID);
                CREATE INDEX linkWaiting ON link (commentID) WHERE status = 'review';
                """
        )
    }
}
