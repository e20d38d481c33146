import Feedback

/// A table whose rows count in the hash of the content.
///
/// A table takes part by being named in ``all``: triggers then keep its sum in the transaction that changes its rows,
/// whoever changes them.
///
/// Row ids, the history of runs, the ledger of flags with its acknowledgements, journals and search indexes are no
/// content, so two databases that were filled by other batches, in another order or through a crash give one hash.
struct HashedTable {
    let name: String
    /// What counts of a row: SQL expressions over the columns of `row`.
    ///
    /// Columns that come later stand last: values at the end that are NULL count as if they were not there, so that
    /// content without them keeps its hash.
    let values: [String]

    static let all = [
        HashedTable("comment", columns: ["source", "externalID"] + CommentColumns.hashed + added),
        HashedTable(
            "score",
            ["(\(commentKey(of: "id = row.commentID")))", "(SELECT version FROM scorer WHERE id = row.scorerID)"],
            columns: ["language", "valence", "handlingValence", "facets", "signals", "evidence"]
        ),
        HashedTable(
            "link",
            ["(\(commentKey(of: "id = row.commentID")))"],
            columns: ["caseID", "relation", "status", "milliBits", "marginMilliBits", "method", "evidence"]
        ),
        HashedTable(
            "supportCase",
            columns: [
                "caseID", "origin", "number", "orderNumber", "brand", "product", "customer", "customerHandle",
                "channel",
                "openedAt", "openedAtText", "openedAtCertainty", "closedAt", "closedAtText", "subject",
            ]
        ),
        HashedTable(
            "caseEvent",
            ["(SELECT caseID FROM supportCase WHERE id = row.supportCaseID)"],
            columns: [
                "position", "at", "atText", "kind", "actor", "channel", "note", "amountThousandths", "currency",
            ]
        ),
        // Not where a row stood: the same rows divided among other files are the same content.
        HashedTable("quarantine", columns: ["source", "reason", "message", "raw"]),
        HashedTable(
            "voice",
            columns: [
                "voiceID", "brand", "caseID", "author", "month", "channel", "relation", "isCounted", "supportPolarity",
                "supportBasis", "brandPolarity", "brandBasis", "facets", "signals", "memberSum", "product", "version",
            ]
        ),
        HashedTable("periodCell", columns: ["brand", "periodLength", "period", "channel", "sums"]),
        HashedTable(
            "sealedCell",
            columns: [
                "brand", "periodLength", "period", "channel", "measure", "n", "sum", "sumOfSquares", "customers",
                "customerSumSquares", "customerSumCounts", "customerCountSquares",
            ]
        ),
        HashedTable("earlySign", columns: ["brand", "voiceID", "postedAt", "reason"]),
        HashedTable("flag", columns: ["flagID", "brand", "measure", "channel", "kind", "firstBadPeriod", "product"]),
        HashedTable(
            "reviewDecision",
            columns: [
                "decisionID", "kind", "source", "externalID", "caseID", "intoCaseID", "relation", "undoes", "decidedBy",
                "decidedAt", "note",
            ]
        ),
        HashedTable("caseAlias", columns: ["caseID", "rootCaseID"]),
    ]

    /// A query for the name of the comment that a row belongs to; the length tells where its source ends.
    static func commentKey(of condition: String) -> String {
        "SELECT length(source) || ':' || source || externalID FROM comment WHERE \(condition)"
    }

    private static let added = CommentColumn.added.flatMap(CommentColumns.names(of:))

    private init(_ name: String, _ expressions: [String] = [], columns: [String]) {
        self.name = name
        values = expressions + columns.map { "row.\($0)" }
    }

    /// The values as arguments of a function.
    ///
    /// `row`: name of the row where they stand: `NEW` or `OLD` in a trigger, an alias in a query.
    func arguments(of row: String) -> String {
        values.map { $0.replacing("row.", with: "\(row).") }.joined(separator: ", ")
    }
}
