package import Feedback
package import GRDB

/// Comments chosen by a filter, counted and in pages.
package struct CommentList {
    /// How many comments a filter chooses.
    package struct Size: Hashable, Sendable {
        package let comments: Int
        /// Voices that the comments belong to, as measures count them; `nil` where the filter asks for no measure.
        package let voices: Int?
    }

    private let filter: CommentFilter
    private let chosen: SQLPart

    /// What a filter chooses in the present transaction.
    package init(of filter: CommentFilter, in db: Database) throws {
        self.filter = filter
        chosen = try filter.rows(in: db)
    }

    /// Counts the comments.
    package func size(in db: Database) throws -> Size {
        if filter == CommentFilter() { return Size(comments: try CommentListing.count(in: db), voices: nil) }
        if let (tally, condition) = filter.tally {
            return Size(comments: try tally.count(condition, in: db), voices: nil)
        }
        let voices =
            if filter.measure == nil {
                "NULL"
            } else if filter.isAboutVoices {
                "coalesce(sum(measures & \(CommentListing.firstOfVoice) != 0), 0)"
            } else {
                "count(DISTINCT voiceID)"
            }
        let sql = "SELECT count(*), \(voices) FROM \(chosen.sql)"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: chosen.arguments) else {
            return Size(comments: 0, voices: nil)
        }
        return Size(comments: row[0], voices: row[1])
    }

    /// Row ids of comments, newest first, undated ones last.
    ///
    /// `total`: how many there are, where that is known: what lies behind the middle is then looked for from the end.
    package func ids(limit: Int, offset: Int = 0, total: Int = .max, in db: Database) throws -> [Int64] {
        let count = min(limit, max(0, total - offset))
        let behind = total - offset - count
        let isFromEnd = behind < offset
        if isFromEnd { return try ids(of: chosen, "ASC", count, behind, in: db).reversed() }
        if filter.isAcrossBrands, behind > 0, let recent = try recentIDs(count, offset, in: db) { return recent }
        return try ids(of: chosen, "DESC", count, offset, in: db)
    }

    /// The same among the latest comments alone, in stretches of time that grow; `nil` where they are too few.
    ///
    /// The key has the times brand by brand: without an end, the comments of all brands would be read and sorted for one
    /// page of the newest.
    private func recentIDs(_ count: Int, _ offset: Int, in db: Database) throws -> [Int64]? {
        guard let latest = try Self.latest(in: db) else { return nil }
        for days in Self.stretches {
            var recent = chosen
            recent.add("postedAt >= ?", latest - days * Self.millisecondsPerDay)
            let found = try ids(of: recent, "DESC", count, offset, in: db)
            if found.count == count { return found }
        }
        return nil
    }

    /// Days; each stretch holds the one before, which so costs little beside it.
    private static let stretches: [Int64] = [1, 8, 64, 512]

    private static let millisecondsPerDay: Int64 = 86_400_000

    /// When the latest comment was posted.
    private static func latest(in db: Database) throws -> Int64? {
        let brands = IndexedValues.query(of: "brand", in: "listedComment")
        let sql = "SELECT max((SELECT max(postedAt) FROM listedComment WHERE brand = name)) FROM (\(brands))"
        return try Int64.fetchOne(db, sql: sql)
    }

    private func ids(
        of part: SQLPart,
        _ order: String,
        _ count: Int,
        _ skipped: Int,
        in db: Database
    ) throws -> [Int64] {
        let sql = """
            SELECT commentID FROM \(part.sql) ORDER BY postedAt \(order), commentID \(order) LIMIT ? OFFSET ?
            """
        return try Int64.fetchAll(db, sql: sql, arguments: part.arguments + [count, skipped])
    }

    /// Brands under which comments stand, sorted; an empty name stands for those that name none.
    package static func brands(in db: Database) throws -> [String] {
        try IndexedValues.all(of: "brand", in: "listedComment", db)
    }

    /// Whether comments stand under a brand.
    package static func holds(brand: String, in db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM listedComment WHERE brand = ?)"
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [brand]) ?? false
    }

    /// Channels that voices came by, sorted.
    package static func channels(in db: Database) throws -> [String] {
        // The cells over all time are few, and an index leads to them brand by brand.
        let brands = try brands(in: db)
        let sql = """
            SELECT DISTINCT channel FROM periodCell WHERE brand IN (\(brands.map { _ in "?" }.joined(separator: ", ")))
                AND periodLength = '\(PeriodLength.all.rawValue)' AND channel != '*' ORDER BY channel
            """
        return try String.fetchAll(db, sql: sql, arguments: StatementArguments(brands))
    }
}

extension CommentList {
    /// Comments that speak of each facet and signal.
    package struct Mentions: Sendable {
        fileprivate var counts: [Int]

        /// Comments that speak of a facet in a tone, which is not `any`.
        package func comments(of facet: Facet, _ tone: CommentFilter.Tone) -> Int {
            let column = [.praise: 0, .blame: 1, .named: 2][tone] ?? 0
            return counts[3 * facet.order + column]
        }

        package func comments(of signal: LoyaltySignal) -> Int { counts[3 * Facet.allCases.count + signal.order] }
    }

    /// Counts what the comments of a brand speak of.
    package static func mentions(of brand: String, in db: Database) throws -> Mentions {
        let facets = Facet.inOrder.flatMap { facet in
            ["praise", "blame", "named"].map { "sum(n * (\($0) & \(FacetSet.bit(facet)) != 0))" }
        }
        let signals = LoyaltySignal.allCases.map { "sum(n * (signals & \(SignalSet.bit($0)) != 0))" }
        let sql = "SELECT \((facets + signals).joined(separator: ", ")) FROM mentionTally WHERE brand = ?"
        let row = try Row.fetchOne(db, sql: sql, arguments: [brand])
        return Mentions(counts: (0..<facets.count + signals.count).map { row?[$0] ?? 0 })
    }
}
