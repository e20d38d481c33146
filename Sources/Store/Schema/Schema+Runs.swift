import GRDB

extension Schema {
    /// How long each stage of a run took, and what went wrong in it.
    static func keepStagesOfRuns(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE runStage (
                    runID INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    stage TEXT NOT NULL,
                    milliseconds INTEGER NOT NULL,
                    PRIMARY KEY (runID, position)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE runProblem (
                    runID INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
                    position INTEGER NOT NULL,
                    problem TEXT NOT NULL,
                    PRIMARY KEY (runID, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX ledgerRun ON ledger (runID);
                """
        )
    }
}
