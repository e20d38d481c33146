package import GRDB

/// The newest time and the number of undated comments of each source, kept by triggers while comments change.
///
/// An index of all times would cost a fifth of an import. `newest` is never before the time of a comment of its source;
/// where the newest comment goes or is dated back, `isKnown` is 0 until ``settle(in:)`` looks for it among the rest.
package enum SourceTimes {
    static var triggers: [KeptTriggers.Trigger] {
        [
            KeptTriggers.trigger("TimesInsert_comment", "AFTER INSERT", on: "comment", put),
            KeptTriggers.trigger(
                "TimesUpdate_comment",
                "AFTER UPDATE OF source, postedAt",
                on: "comment",
                "\(take) \(put)"
            ),
            KeptTriggers.trigger("TimesDelete_comment", "AFTER DELETE", on: "comment", take),
        ]
    }

    /// Takes in comments of one source, as their triggers would have done one by one: the source, the newest of their
    /// times, whether that is known, how many have none.
    static let countInserted = "INSERT INTO sourceTimes VALUES (?, ?, ?, ?) \(merged)"

    /// The newest time of a source, as an expression over its row: found among its comments where it is not kept.
    static let newest = """
        CASE WHEN sourceTimes.isKnown THEN sourceTimes.newest
        ELSE (SELECT max(postedAt) FROM comment WHERE comment.source = sourceTimes.source) END
        """

    /// Keeps the newest times that are not known: reads the comments of those sources.
    package static func settle(in db: Database) throws {
        try db.execute(sql: "UPDATE sourceTimes SET newest = \(newest), isKnown = 1 WHERE NOT isKnown")
    }

    /// Counts everything from the rows.
    static func rebuild(in db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM sourceTimes;
                INSERT INTO sourceTimes
                    SELECT source, max(postedAt), 1, count(*) - count(postedAt) FROM comment GROUP BY source;
                """
        )
    }

    private static let put = """
        INSERT INTO sourceTimes VALUES (NEW.source, NEW.postedAt, 1, NEW.postedAt IS NULL) \(merged);
        """

    /// A time that is not before the kept one is the newest, even where the kept one is no comment's any more.
    private static let merged = """
        ON CONFLICT DO UPDATE SET undated = undated + excluded.undated,
            isKnown = isKnown OR coalesce(excluded.newest >= newest, excluded.newest IS NOT NULL),
            newest = coalesce(max(newest, excluded.newest), newest, excluded.newest)
        """

    private static let take = """
        UPDATE sourceTimes SET undated = undated - (OLD.postedAt IS NULL),
            isKnown = isKnown AND (OLD.postedAt IS NULL OR OLD.postedAt < newest)
        WHERE source = OLD.source;
        """
}
