import Feedback
package import GRDB

/// A value of an exported row.
package enum ExportValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    /// JSON text that goes out as it is.
    case json(String)
}

/// A set of rows that leaves the database, in an order that depends on the content alone.
package enum ExportQuery: String, CaseIterable, Sendable {
    case comments, scores, voices, links, cases, cells, versions, flags

    /// Calls the body with every row: names and values in the order of the columns.
    package func forEachRow(
        in db: Database,
        _ body: ([(name: String, value: ExportValue)]) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            try body(row.map { name, value in (name, exportValue(value, isJSON: Self.jsonColumns.contains(name))) })
        }
    }

    private static let jsonColumns: Set<String> = [
        "facets", "signals", "evidence", "events", "comments", "channels", "alsoIn",
    ]

    private func exportValue(_ value: DatabaseValue, isJSON: Bool) -> ExportValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): isJSON ? .json(text) : .text(text)
        case .blob(let data): .text(String(decoding: data, as: UTF8.self))
        }
    }

    private var sql: String {
        switch self {
        case .comments: Self.commentSQL
        case .scores: Self.scoreSQL
        case .voices: Self.voiceSQL
        case .links: Self.linkSQL
        case .cases: Self.caseSQL
        case .cells:
            """
            SELECT * FROM cell WHERE \(CellTable.isShown) ORDER BY brand, periodLength, period, channel, measure
            """
        case .versions: Self.versionSQL
        case .flags: Self.flagSQL
        }
    }

    /// ISO 8601 in UTC of a column of milliseconds.
    static func time(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%SZ', \(column) / 1000, 'unixepoch')"
    }

    /// The number that answers a survey question, with its highest value behind a slash on any but the usual scale.
    static func answer(_ instrument: SurveyInstrument) -> String {
        let usual = instrument.usualScale
        func part(_ name: String) -> String { "json_extract(value, '$.\(name)')" }
        return """
            (SELECT CASE WHEN \(part("low")) || '..' || \(part("high")) = '\(usual.low)..\(usual.high)'
                THEN \(part("thousandths")) / 1000.0
                ELSE \(part("thousandths")) / 1000.0 || '/' || \(part("high")) END
                FROM json_each(answers) WHERE \(part("instrument")) = '\(instrument.rawValue)')
            """
    }

    private static let commentSQL = """
        SELECT \(CommentColumn.allCases.flatMap(CommentColumns.exported).joined(separator: ", "))
        FROM comment ORDER BY source, externalID
        """

    private static let scoreSQL = """
        SELECT externalID AS id, source, language AS lang, valence, valence / 1000.0 AS score,
            handlingValence AS handling_valence, facets, signals, evidence, scorer.version AS scorer
        FROM score JOIN comment ON comment.id = commentID JOIN scorer ON scorer.id = scorerID
        ORDER BY source, externalID
        """

    private static let voiceSQL = """
        SELECT voiceID AS voice_id, brand, caseID AS case_id, author, month, channel, product,
            version AS app_version, relation, isCounted AS is_counted, supportPolarity / 10000.0 AS support_polarity, supportBasis AS support_basis,
            brandPolarity / 10000.0 AS brand_polarity, brandBasis AS brand_basis, facets, signals,
            (SELECT json_group_array(key) FROM (
                SELECT source || ':' || externalID AS key FROM voiceMember JOIN comment ON comment.id = commentID
                WHERE voiceMember.voiceID = voice.id ORDER BY postedAt, source, externalID)) AS comments,
            EXISTS (SELECT 1 FROM earlySign WHERE earlySign.voiceID = voice.voiceID) AS is_early_sign
        FROM voice ORDER BY brand, month, voice_id
        """

    private static let linkSQL = """
        SELECT externalID AS comment_id, source,
            CASE WHEN relation != 'similar_case' AND status IN ('auto', 'confirmed') THEN caseID END AS case_id,
            CASE WHEN relation = 'similar_case' THEN caseID END AS similar_to,
            CASE WHEN relation != 'similar_case' AND status = 'review' THEN caseID END AS proposed,
            relation, status, milliBits / 1000.0 AS score,
            marginMilliBits / 1000.0 AS margin, method AS reason, evidence
        FROM link JOIN comment ON comment.id = commentID ORDER BY source, externalID
        """

    /// Days are local.
    private static let versionSQL = """
        SELECT brand, nullif(product, '') AS product, version, date(firstDay * 86400, 'unixepoch') AS first_day,
            date(lastDay * 86400, 'unixepoch') AS last_day, voices, n, sum, sumOfSquares, customers,
            customerSumSquares, customerSumCounts, customerCountSquares
        FROM versionSum ORDER BY brand, product, firstDay, version
        """

    private static let flagSQL = """
        SELECT flag.*, \(flagState) AS state,
            (SELECT json_group_array(subject) FROM (
                SELECT subject FROM flagSeries WHERE flagSeries.flagID = flag.flagID ORDER BY position)) AS alsoIn,
            (SELECT json_group_array(json_object('channel', channelName, 'within', within, 'mix', mix,
                'change', change, 'voices', voices))
            FROM (SELECT flagChannel.channel AS channelName, within, mix, change, voices FROM flagChannel
                WHERE flagChannel.flagID = flag.flagID ORDER BY position)) AS channels,
            (SELECT json_group_array(json_object('facet', facet, 'change', change, 'voices', voices))
            FROM (SELECT facet, change, voices FROM flagFacet
                WHERE flagFacet.flagID = flag.flagID ORDER BY position)) AS facets
        FROM flag LEFT JOIN flagRecord ON flagRecord.id = flag.recordID
        ORDER BY flag.brand, firstBadPeriod, flagID
        """

    /// As ``FlagRecord`` tells it to a reader of the latest run.
    private static let flagState = """
        CASE WHEN state IS NULL THEN 'new'
            WHEN state = 'new' AND firstReported < (SELECT max(id) FROM run) THEN 'ongoing' ELSE state END
        """

    private static let caseSQL = """
        SELECT caseID AS case_id, origin, number, orderNumber AS order_no, brand, product, customer,
            customerHandle AS customer_handle, channel, \(time("openedAt")) AS opened_at,
            openedAtCertainty AS opened_at_certainty, \(time("closedAt")) AS closed_at, subject,
            (SELECT json_group_array(json_object('at', \(time("at")), 'kind', kind, 'actor', actor,
                'channel', caseChannel, 'note', note, 'amount', amountThousandths / 1000.0, 'currency', currency))
            FROM (SELECT at, kind, actor, channel AS caseChannel, note, amountThousandths, currency FROM caseEvent
                WHERE supportCaseID = supportCase.id ORDER BY position)) AS events
        FROM supportCase ORDER BY caseID
        """
}
