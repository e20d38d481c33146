package import Feedback
package import GRDB

/// What became of rows that were offered to a table.
package struct StoreCounts: Hashable, Sendable {
    /// New rows.
    package var stored = 0
    /// Rows that were there already, or an older state of one that is.
    package var duplicate = 0
    /// Rows that replaced an older state.
    package var updated = 0
    /// Rows that their source took back.
    package var withdrawn = 0
    package var remarks = RowRemarks()

    package init() {}

    package static func += (left: inout StoreCounts, right: StoreCounts) {
        left.stored += right.stored
        left.duplicate += right.duplicate
        left.updated += right.updated
        left.withdrawn += right.withdrawn
        left.remarks += right.remarks
    }
}

/// The comments of a workspace.
package enum CommentTable {
    private static let columns = CommentColumns.names + ["contentHash"]
    /// What a query selects to read a ``StoredComment``.
    static let selection = (["id"] + columns).joined(separator: ", ")

    /// Stores comments; of two states of one comment the later one counts, and the other is kept beside it.
    ///
    /// The later state is the one with the later `updatedAt`, else with the later `postedAt`, else the one that holds an
    /// answer, else the one that was imported later. Of one row as written the newest reading counts. A comment that
    /// changes loses its score, link and place in a voice.
    ///
    /// `origins`: where each comment was written, `nil` or a shorter list where that is not known; `input`: number of the
    /// import they came with; `isReread`: whether that input was read before and ``NewReading`` takes down what is met.
    package static func store(
        _ comments: [Comment],
        origins: [RowOrigin?] = [],
        input: Int64 = 0,
        isReread: Bool = false,
        in db: Database
    ) throws -> StoreCounts {
        var (packer, comments) = (CommentPacker(), comments)
        let rows = packer.pack(&comments, origins: origins)
        return try store(rows, input: input, isReread: isReread, in: db)
    }

    /// Stores comments whose hashes are made, as the function above.
    package static func store(
        _ rows: [CommentRow],
        input: Int64,
        isReread: Bool,
        in db: Database
    ) throws -> StoreCounts {
        try HandCount.runWithoutTriggers(in: db) {
            var storing = try CommentStoring(input: input, isReread: isReread, db: db)
            for row in rows { try storing.store(row) }
            try storing.finish()
            return storing.counts
        }
    }

    package static func contains(source: String, externalID: String, in db: Database) throws -> Bool {
        try id(source: source, externalID: externalID, in: db) != nil
    }

    static func id(source: String, externalID: String, in db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT id FROM comment WHERE source = ? AND externalID = ?")
        return try Int64.fetchOne(statement, arguments: [source, externalID])
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM comment") ?? 0
    }

    /// The comments with the given row ids, in the order of the ids asked for; unknown ids are left out.
    package static func comments(ids: [Int64], in db: Database) throws -> [StoredComment] {
        let statement = try db.cachedStatement(sql: "SELECT \(selection) FROM comment WHERE id = ?")
        return try ids.compactMap { id in
            try Row.fetchOne(statement, arguments: [id]).map(StoredComment.init(row:))
        }
    }

    /// The first `source:id`, by source and id, that something is true of.
    package static func firstKey(in db: Database, where isFound: (String) -> Bool) throws -> String? {
        let sql = "SELECT source || ':' || externalID FROM comment ORDER BY source, externalID"
        let keys = try String.fetchCursor(db, sql: sql)
        while let key = try keys.next() {
            if isFound(key) { return key }
        }
        return nil
    }

    /// Comments whose id in their source, or `source:id`, or row id is the given text, by source and id.
    package static func find(_ name: String, in db: Database) throws -> [StoredComment] {
        // Each branch is answered by the index of both names; there are few sources.
        let sources = IndexedValues.query(of: "source", in: "comment")
        var branches = ["SELECT id FROM comment WHERE source IN (\(sources)) AND externalID = ?"]
        var arguments: StatementArguments = [name]
        for colon in name.indices where name[colon] == ":" {
            branches.append("SELECT id FROM comment WHERE source = ? AND externalID = ?")
            arguments += [String(name[..<colon]), String(name[name.index(after: colon)...])]
        }
        if let id = Int64(name), String(id) == name {
            branches.append("SELECT id FROM comment WHERE id = ?")
            arguments += [id]
        }
        let sql = """
            SELECT \(selection) FROM comment WHERE id IN (\(branches.joined(separator: " UNION ")))
            ORDER BY source, externalID
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map(StoredComment.init(row:))
    }
}
