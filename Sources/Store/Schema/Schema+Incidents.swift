import GRDB

extension Schema {
    /// An index of what cases tell of their incidents, by which those of the same kind are found.
    ///
    /// Everything is linked once more, which fills it.
    static func keepIncidents(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE caseIncident (
                    token INTEGER NOT NULL,
                    supportCaseID INTEGER NOT NULL,
                    PRIMARY KEY (token, supportCaseID)
                ) STRICT, WITHOUT ROWID;
                DELETE FROM fact WHERE name = 'link worked on';
                """
        )
    }
}
