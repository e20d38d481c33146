import GRDB

/// Comments that were inserted and are not counted yet: their ids lie behind one another.
struct InsertedComments {
    private var ids: ClosedRange<Int64>?
    private var count = 0
    private var sum = RowSum()

    mutating func add(_ id: Int64, _ row: CommentRow, in db: Database) throws {
        if let known = ids, id == known.upperBound + 1 {
            ids = known.lowerBound...id
        } else {
            try settle(in: db)
            ids = id...id
        }
        count += 1
        sum = sum + row.sum
    }

    /// Counts them before one of them changes, so that the triggers find it counted.
    mutating func settle(before id: Int64, in db: Database) throws {
        if ids?.contains(id) == true { try settle(in: db) }
    }

    /// Counts them, as the triggers would have done one by one.
    mutating func settle(in db: Database) throws {
        guard let ids else { return }
        let range: StatementArguments = [ids.lowerBound, ids.upperBound]
        try ContentSums.add(sum, rows: count, to: "comment", in: db)
        for sql in [KeptTriggers.touchInserted, ReportTallies.countInserted] {
            try db.cachedStatement(sql: sql).execute(arguments: range)
        }
        self = InsertedComments()
    }
}
