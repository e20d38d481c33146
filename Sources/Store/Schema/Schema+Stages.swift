import GRDB

extension Schema {
    /// Gives what the stages remember one form: files stay read, links and measures are made once more.
    static func renameStageFacts(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM fact WHERE name IN ('linked', 'measured');
                UPDATE fact SET name = 'file ' || substr(name, 10) || ' read by', value = 'plan ' || value
                    WHERE name LIKE 'imported %';
                """
        )
    }
}
