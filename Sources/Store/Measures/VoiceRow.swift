package import Feedback
import GRDB

/// A voice as it is stored: see `Measures` for what the numbers mean.
package struct VoiceRow: Hashable, Sendable {
    package var voiceID: String
    package var brand: String
    package var caseID: String?
    package var author: String?
    /// Such as `2008-04`.
    package var month: String
    package var channel: String?
    package var product: String?
    package var version: String?
    package var relation: LinkRelation?
    package var isCounted: Bool
    /// Basis points, −10,000…10,000; `nil` when unknown.
    package var supportPolarity: Int?
    package var supportBasis: String
    package var brandPolarity: Int?
    package var brandBasis: String
    /// JSON object from facet to basis points.
    package var facets: String
    /// JSON array of names.
    package var signals: String
    /// Number of the local day of the earliest dated comment; `nil` for an undated voice.
    package var day: Int?
    /// Basis points, −10,000…10,000.
    package var rating: Int?
    package var answers: [SurveyAnswer]
    /// Code of the customer whom the voice is counted with.
    package var customerCode: Int64
    /// Changes with the names of the comments.
    package var memberSum: Int64
    /// JSON object from facet and polarity, such as `speed -1`, to the number of mentions in the comments.
    package var mentions: String
    /// JSON object from source to the number of its comments, the source of the earliest comment first.
    package var sources: String
    /// A number drawn by a hash of the id: the greatest of a brand are quoted.
    package var lot: Int64
    package var memberIDs: [Int64]

    /// Changes with the form in which voices are stored: all are then made anew.
    package static let form = 2

    package init(voiceID: String, brand: String, month: String, supportBasis: String, brandBasis: String) {
        self.voiceID = voiceID
        self.brand = brand
        self.month = month
        self.supportBasis = supportBasis
        self.brandBasis = brandBasis
        isCounted = true
        facets = "{}"
        signals = "[]"
        answers = []
        customerCode = 0
        memberSum = 0
        mentions = "{}"
        sources = "{}"
        lot = 0
        memberIDs = []
    }
}

extension VoiceRow {
    /// The columns of a voice after its row id, as ``init(row:)`` takes them.
    static let selection = [
        "id", "voiceID", "brand", "month", "supportBasis", "brandBasis", "caseID", "author", "channel", "product",
        "version", "relation", "isCounted", "supportPolarity", "brandPolarity", "facets", "signals", "day", "rating",
        "answers", "coalesce(customerCode, 0)", "coalesce(memberSum, 0)", "coalesce(mentions, '{}')",
        "coalesce(sources, '{}')", "coalesce(lot, 0)",
    ].joined(separator: ", ")

    /// A voice without its members.
    ///
    /// `row`: the columns of ``selection``; the row id is passed over.
    init(row: Row) throws {
        var columns = ColumnReader(row, from: 1)
        self.init(
            voiceID: columns.value(),
            brand: columns.value(),
            month: columns.value(),
            supportBasis: columns.value(),
            brandBasis: columns.value()
        )
        caseID = columns.optional()
        author = columns.optional()
        channel = columns.optional()
        product = columns.optional()
        version = columns.optional()
        relation = columns.optional().flatMap(LinkRelation.init(rawValue:))
        isCounted = columns.value()
        supportPolarity = columns.optional()
        brandPolarity = columns.optional()
        facets = columns.value()
        signals = columns.value()
        day = columns.optional()
        rating = columns.optional()
        answers = try columns.answers()
        customerCode = columns.value()
        memberSum = columns.value()
        mentions = columns.value()
        sources = columns.value()
        lot = columns.value()
    }
}

extension VoiceRow {
    /// Names of the facets it praises or blames, with their polarities in basis points.
    package var facetBasisPoints: [(name: String, basisPoints: Int)] {
        get throws { try JSONText.integers(facets) }
    }

    /// Names need no escaping, so they are what stands between quotation marks.
    package var signalNames: [String] {
        signals.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}
