package import GRDB

/// One line that changes whenever the input of a stage changes, so that a stage with nothing new can be passed over.
package enum StageFingerprint {
    /// Fingerprint of all comments and cases; the same whatever order they came in.
    package static func ofInput(in db: Database) throws -> String {
        let comments = try sums(of: "comment", in: db)
        let cases = try sums(of: "supportCase", in: db)
        return "comments \(comments); cases \(cases)"
    }

    /// Fingerprint of the input with its scores and links.
    package static func ofScored(in db: Database) throws -> String {
        let scores = try String.fetchOne(
            db,
            sql: """
                SELECT count(*) || ' ' || coalesce(group_concat(DISTINCT scorer.version), '')
                FROM score JOIN scorer ON scorer.id = scorerID
                """
        )
        let links = try String.fetchOne(
            db,
            sql: "SELECT count(*) || ' ' || coalesce(sum(milliBits), 0) FROM link"
        )
        return "\(try ofInput(in: db)); scores \(scores ?? ""); links \(links ?? "")"
    }

    /// Count and sums of both halves of the content hashes; halves, so that a sum cannot overflow.
    private static func sums(of table: String, in db: Database) throws -> String {
        let sql = """
            SELECT count(*) || ' ' || coalesce(sum(contentHash & 4294967295), 0) || ' '
                || coalesce(sum(contentHash >> 32), 0)
            FROM \(table)
            """
        return try String.fetchOne(db, sql: sql) ?? ""
    }
}
