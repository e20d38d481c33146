import GRDB

/// Comments that were inserted and are not counted yet: their ids lie behind one another.
struct InsertedComments {
    private var ids: ClosedRange<Int64>?
    private var count = 0
    private var sum = RowSum()
    private var stars: [TalliedSource: Int64] = [:]
    private var times: [String: InsertedTimes] = [:]

    mutating func add(_ id: Int64, _ row: CommentRow, in db: Database) throws {
        if let known = ids, id == known.upperBound + 1 {
            ids = known.lowerBound...id
        } else {
            try settle(in: db)
            ids = id...id
        }
        count += 1
        sum = sum + row.sum
        stars[TalliedSource(source: row.source, stars: row.stars), default: 0] += 1
        times[row.source, default: InsertedTimes()].add(row.postedAt)
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
        for sql in KeptTriggers.noteInserted { try db.cachedStatement(sql: sql).execute(arguments: range) }
        let tally = try db.cachedStatement(sql: ReportTallies.countInserted)
        for (key, n) in stars {
            try tally.execute(arguments: [key.source, key.stars.thousandths, key.stars.low, key.stars.high, n])
        }
        let newest = try db.cachedStatement(sql: SourceTimes.countInserted)
        for (source, times) in times { try newest.execute(arguments: [source, times.newest, true, times.undated]) }
        self = InsertedComments()
    }
}

private struct TalliedSource: Hashable {
    let source: String
    let stars: TalliedRating
}

/// When the inserted comments of a source were posted, in milliseconds since 1970.
private struct InsertedTimes {
    private(set) var newest: Int64?
    private(set) var undated = 0

    mutating func add(_ postedAt: Int64?) {
        guard let postedAt else { return undated += 1 }
        newest = max(newest ?? postedAt, postedAt)
    }
}
