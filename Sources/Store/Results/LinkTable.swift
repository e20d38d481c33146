package import Feedback
package import GRDB

/// The decision about each linked comment.
package enum LinkTable {
    /// Replaces the decisions about some comments; `nil` means that a comment stays without a case.
    ///
    /// A decision that stands as it is is not written again, so that nothing made of it becomes stale.
    package static func store(_ links: [(commentID: Int64, link: CaseLink?)], in db: Database) throws {
        let delete = try db.cachedStatement(sql: "DELETE FROM link WHERE commentID = ?")
        let insert = try db.cachedStatement(sql: "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        let isStored = try db.cachedStatement(
            sql: """
                SELECT 1 FROM link WHERE commentID = ? AND caseID = ? AND relation = ? AND status = ? AND milliBits = ?
                    AND marginMilliBits IS ? AND method = ? AND evidence = ?
                """
        )
        for (commentID, link) in links {
            guard let link else {
                try delete.execute(arguments: [commentID])
                continue
            }
            let values: StatementArguments = [
                commentID, link.caseID, link.relation.rawValue, link.status.rawValue, link.milliBits,
                link.marginMilliBits, link.method, JSONText.encode(link.evidence),
            ]
            if try Int.fetchOne(isStored, arguments: values) != nil { continue }
            try delete.execute(arguments: [commentID])
            insert.setUncheckedArguments(values)
            try insert.execute()
        }
    }

    package static func link(of commentID: Int64, in db: Database) throws -> CaseLink? {
        let statement = try db.cachedStatement(sql: "SELECT * FROM link WHERE commentID = ?")
        return try Row.fetchOne(statement, arguments: [commentID]).map(CaseLink.init(row:))
    }

    /// How the comments stand to cases.
    package static func counts(in db: Database) throws -> LinkCounts {
        var counts = LinkCounts()
        for row in try Row.fetchAll(db, sql: "SELECT relation, status, n FROM linkTally") {
            counts.add(LinkRelation(rawValue: row["relation"]), LinkStatus(rawValue: row["status"]), row["n"])
        }
        counts.add(nil, nil, try ContentSums.count(of: "comment", in: db) - counts.comments)
        return counts
    }

    /// Links that wait for a person's decision, by comment, in the order of these.
    package static func waiting(in db: Database) throws -> [(commentID: Int64, link: CaseLink)] {
        try Row.fetchAll(db, sql: "SELECT * FROM link WHERE status = 'review' ORDER BY commentID")
            .map { ($0["commentID"], try CaseLink(row: $0)) }
    }
}

extension CaseLink {
    init(row: Row) throws {
        guard let relation = LinkRelation(rawValue: row["relation"]), let status = LinkStatus(rawValue: row["status"])
        else { throw FlatObjectReader.corrupt("link") }
        self.init(
            relation: relation,
            caseID: row["caseID"],
            status: status,
            milliBits: row["milliBits"],
            marginMilliBits: row["marginMilliBits"],
            method: row["method"],
            evidence: try JSONText.linkEvidence(row["evidence"])
        )
    }
}
