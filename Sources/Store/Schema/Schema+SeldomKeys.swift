import GRDB

extension Schema {
    /// Keys that few comments ask for lie apart from all others.
    ///
    /// Everything is linked once more, which stores them so.
    static func setSeldomKeysApart(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM fact WHERE name = 'link worked on'")
    }
}
