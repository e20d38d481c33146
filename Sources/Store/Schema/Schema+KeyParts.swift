import GRDB

extension Schema {
    /// From keys to the cases that have them, many in a row, where each was a row.
    ///
    /// Everything is linked once more, which fills them.
    static func keepKeysInParts(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP TABLE caseKey;
                CREATE TABLE caseKeyPart (part INTEGER NOT NULL PRIMARY KEY, holders BLOB NOT NULL) STRICT;
                DELETE FROM fact WHERE name = 'link worked on';
                """
        )
    }
}
