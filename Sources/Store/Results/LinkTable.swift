package import Feedback
package import GRDB

/// The decision about each linked comment.
package enum LinkTable {
    /// Replaces the decisions about some comments; `nil` means that a comment stays without a case.
    ///
    /// A decision that stands as it is is not written again, so that nothing made of it becomes stale.
    ///
    /// `areNew`: whether no comment has a decision yet.
    package static func store(
        _ links: [(commentID: Int64, link: CaseLink?)],
        areNew: Bool = false,
        in db: Database
    ) throws {
        let changed = areNew ? links : try links.filter { try !isStored($0.link, of: $0.commentID, in: db) }
        if !areNew {
            let delete = try db.cachedStatement(sql: "DELETE FROM link WHERE commentID = ?")
            for (commentID, _) in changed { try delete.execute(arguments: [commentID]) }
        }
        let come = changed.compactMap { item in item.link.map { (item.commentID, $0) } }
        if !come.isEmpty { try HandCount.runWithoutTriggers(in: db) { try insert(come, in: db) } }
    }

    /// Makes ready for a linking of everything, which ends with ``index(in:)``: where no comment has a decision yet, rows
    /// come much faster than into an index by case.
    package static func prepare(in db: Database) throws {
        if try isEmpty(in: db) { try db.execute(sql: "DROP INDEX IF EXISTS linkCaseID") } else { try index(in: db) }
    }

    /// Finds links by their cases, unless that is so already.
    package static func index(in db: Database) throws { try db.execute(sql: Schema.linkIndex) }

    private static func isStored(_ link: CaseLink?, of commentID: Int64, in db: Database) throws -> Bool {
        try self.link(of: commentID, in: db) == link
    }

    /// Whether no comment has a decision.
    package static func isEmpty(in db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM link)") ?? true
    }

    /// Inserts links and counts them, as the triggers would have done one by one.
    private static func insert(_ links: [(commentID: Int64, link: CaseLink)], in db: Database) throws {
        var keys = try CommentKeyReader(in: db)
        var rows = try RowWriter("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: db)
        for (commentID, link) in links {
            rows.count(try keys.key(of: commentID))
            try rows.add(commentID, counts: false)
            try rows.add(link.caseID)
            try rows.add(link.relation.rawValue)
            try rows.add(link.status.rawValue)
            try rows.add(link.milliBits)
            try rows.add(link.marginMilliBits)
            try rows.add(link.method)
            try rows.add(JSONText.encode(link.evidence))
            try rows.store()
        }
        try ContentSums.add(rows.sum, rows: rows.rows, to: "link", in: db)
        try IDList.run(
            [KeptTriggers.touchListed, KeptTriggers.touchCases] + ReportTallies.countLinks,
            links.map(\.commentID),
            in: db
        )
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

    /// What a link that waits is chosen and ordered by.
    package struct WaitingLink: Sendable {
        package let commentID: Int64
        /// The names and the brand of the comment.
        package let source: String
        package let externalID: String
        package let brand: String?
        package let caseID: String
        package let relation: LinkRelation
        package let milliBits: Int
    }

    /// The same links without their evidence.
    package static func waitingLinks(in db: Database) throws -> [WaitingLink] {
        let sql = """
            SELECT commentID, source, externalID, comment.brand AS brand, caseID, relation, milliBits
            FROM link CROSS JOIN comment ON comment.id = commentID WHERE status = 'review' ORDER BY commentID
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            guard let relation = LinkRelation(rawValue: row["relation"]) else { throw FlatObjectReader.corrupt("link") }
            return WaitingLink(
                commentID: row["commentID"],
                source: row["source"],
                externalID: row["externalID"],
                brand: row["brand"],
                caseID: row["caseID"],
                relation: relation,
                milliBits: row["milliBits"]
            )
        }
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
