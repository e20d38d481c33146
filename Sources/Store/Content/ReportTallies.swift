import Feedback
import GRDB

/// Counts of comments that reports show, kept by triggers while comments, scores and links change.
///
/// A rating counts where a customer wrote a text beside it; other comments stand under the scale 0…0. A comment whose
/// rating or text changes loses its score before, so that a score is taken out of the count it was put into.
enum ReportTallies {
    /// Stands for a text that could not be scored.
    static let noValence = -32_768

    static var triggers: [KeptTriggers.Trigger] {
        [
            KeptTriggers.trigger("TallyInsert_comment", "AFTER INSERT", on: "comment", body([comment("NEW", 1)])),
            KeptTriggers.trigger(
                "TallyUpdate_comment",
                "AFTER UPDATE OF source, text, authorRole, ratingThousandths, ratingLow, ratingHigh",
                on: "comment",
                body([comment("OLD", -1), comment("NEW", 1)])
            ),
            KeptTriggers.trigger("TallyDelete_comment", "AFTER DELETE", on: "comment", body([comment("OLD", -1)])),
            KeptTriggers.trigger("TallyInsert_score", "AFTER INSERT", on: "score", body(put("NEW"))),
            KeptTriggers.trigger("TallyUpdate_score", "AFTER UPDATE", on: "score", body(take("OLD") + put("NEW"))),
            KeptTriggers.trigger("TallyDelete_score", "BEFORE DELETE", on: "score", body(take("OLD"))),
            KeptTriggers.trigger("TallyInsert_link", "AFTER INSERT", on: "link", body(link("NEW", 1))),
            KeptTriggers.trigger("TallyDelete_link", "BEFORE DELETE", on: "link", body(link("OLD", -1))),
        ]
    }

    /// Counts comments of one source and rating, as their triggers would have done one by one.
    static let countInserted = """
        INSERT INTO commentTally VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n
        """

    /// Count the scores of a list of comments, as their triggers would have done.
    static let countScores = [
        """
        INSERT INTO scoreTally SELECT source, \(rating("comment")), \(kinds("score")), count(*) FROM json_each(?) AS listed
        CROSS JOIN score ON score.commentID = listed.value CROSS JOIN comment ON comment.id = listed.value
        GROUP BY 1, 2, 3, 4, 5, 6, 7 ON CONFLICT DO UPDATE SET n = n + excluded.n
        """,
        "INSERT INTO ratingMismatch "
            + mismatches(
                "score.valence",
                from: """
                    json_each(?) AS listed CROSS JOIN score ON score.commentID = listed.value
                    CROSS JOIN comment ON comment.id = listed.value
                    """
            ),
    ]

    /// Count the links of a list of comments, as their triggers would have done.
    static let countLinks = [
        """
        INSERT INTO linkedTally SELECT source, count(*) FROM json_each(?) AS listed
        CROSS JOIN link ON link.commentID = listed.value CROSS JOIN comment ON comment.id = listed.value
        WHERE \(isLinked("link")) GROUP BY 1 ON CONFLICT DO UPDATE SET n = n + excluded.n
        """,
        """
        INSERT INTO linkTally SELECT relation, status, count(*) FROM json_each(?) AS listed
        CROSS JOIN link ON link.commentID = listed.value GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n
        """,
    ]

    /// Counts everything from the rows.
    static func rebuild(in db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM commentTally;
                DELETE FROM scoreTally;
                DELETE FROM linkedTally;
                DELETE FROM linkTally;
                DELETE FROM ratingMismatch;
                INSERT INTO commentTally
                    SELECT source, \(rating("comment")), count(*) FROM comment GROUP BY 1, 2, 3, 4;
                INSERT INTO scoreTally
                    SELECT source, \(rating("comment")), \(kinds("score")), count(*)
                    FROM score JOIN comment ON comment.id = score.commentID GROUP BY 1, 2, 3, 4, 5, 6, 7;
                INSERT INTO linkedTally
                    SELECT source, count(*) FROM link JOIN comment ON comment.id = link.commentID
                    WHERE \(isLinked("link")) GROUP BY 1;
                INSERT INTO linkTally SELECT relation, status, count(*) FROM link GROUP BY 1, 2;
                INSERT INTO ratingMismatch \(mismatches("score.valence", from: "comment JOIN score ON score.commentID = comment.id"));
                """
        )
    }

    private static func body(_ statements: [String]) -> String {
        statements.map { "\($0);" }.joined(separator: "\n")
    }

    private static func comment(_ row: String, _ n: Int) -> String {
        """
        INSERT INTO commentTally SELECT \(row).source, \(rating(row)), \(n) WHERE TRUE
        ON CONFLICT DO UPDATE SET n = n + excluded.n
        """
    }

    private static func put(_ row: String) -> [String] {
        let own = "comment WHERE comment.id = \(row).commentID"
        return [score(row, 1), "INSERT INTO ratingMismatch \(mismatches("\(row).valence", from: own, "AND"))"]
    }

    private static func take(_ row: String) -> [String] {
        [score(row, -1), "DELETE FROM ratingMismatch WHERE commentID = \(row).commentID"]
    }

    private static func score(_ row: String, _ n: Int) -> String {
        """
        INSERT INTO scoreTally SELECT source, \(rating("comment")), \(kinds(row)), \(n) FROM comment
        WHERE id = \(row).commentID ON CONFLICT DO UPDATE SET n = n + excluded.n
        """
    }

    private static func link(_ row: String, _ n: Int) -> [String] {
        [
            """
            INSERT INTO linkedTally SELECT source, \(n) FROM comment WHERE id = \(row).commentID AND \(isLinked(row))
            ON CONFLICT DO UPDATE SET n = n + excluded.n
            """,
            """
            INSERT INTO linkTally VALUES (\(row).relation, \(row).status, \(n))
            ON CONFLICT DO UPDATE SET n = n + excluded.n
            """,
        ]
    }

    /// Whether a link leads to a case: one that is only proposed or refused does not, nor one to a case that resembles
    /// the customer's own.
    private static func isLinked(_ row: String) -> String {
        "\(row).status IN ('auto', 'confirmed') AND \(row).relation != '\(LinkRelation.similarCase.rawValue)'"
    }

    /// Rating and both ends of its scale.
    private static func rating(_ row: String) -> String {
        ["ratingThousandths", "ratingLow", "ratingHigh"].map { column in
            "CASE WHEN \(isRated(row)) THEN \(row).\(column) ELSE 0 END"
        }
        .joined(separator: ", ")
    }

    private static func isRated(_ row: String) -> String {
        """
        \(row).ratingThousandths IS NOT NULL AND \(row).ratingLow < \(row).ratingHigh AND \(row).text != '' \
        AND \(row).authorRole = '\(AuthorRole.customer.rawValue)'
        """
    }

    private static func kinds(_ row: String) -> String {
        """
        coalesce(\(row).valence, \(noValence)), \(row).language = 'und', \
        \(row).evidence != '[]' OR \(row).facets != '[]' OR \(row).signals != '[]'
        """
    }

    /// Comments whose stars and words point in opposite directions, both in basis points.
    private static func mismatches(_ valence: String, from rows: String, _ joint: String = "WHERE") -> String {
        let stars = """
            10000.0 * (2 * ratingThousandths - 1000 * (ratingLow + ratingHigh)) / (1000 * (ratingHigh - ratingLow))
            """
        return """
            SELECT comment.id, \(stars), 10 * \(valence), source, externalID FROM \(rows)
            \(joint) \(isRated("comment")) AND \(stars) * \(valence) < 0
            """
    }
}
