/// Why a single voice is an early sign.
package enum EarlySignReason: String, Codable, Hashable, Sendable, CaseIterable {
    /// The facets it blames are ones the brand was praised for.
    case contradictsRecord
    /// Its words say that handling used to be better.
    case suspectsChange
}

/// A single voice that contradicts a brand's record: shown, never called a flag.
package struct EarlySign: Codable, Hashable, Sendable {
    /// Stable over runs.
    package var id: String
    package var period: String
    package var reason: EarlySignReason
    /// Raw values of `Facet`.
    package var blamedFacets: [String]
    /// The brand's S before it.
    package var record: Strength?
    /// The case it resembles.
    package var similarCaseID: String?
    package var verbatim: Verbatim
    /// Other voices of the same thread, such as the writer's answer.
    package var related: [Verbatim]
    package var command: String

    package init(
        id: String,
        period: String,
        reason: EarlySignReason,
        blamedFacets: [String],
        record: Strength? = nil,
        similarCaseID: String? = nil,
        verbatim: Verbatim,
        related: [Verbatim] = [],
        command: String
    ) {
        self.id = id
        self.period = period
        self.reason = reason
        self.blamedFacets = blamedFacets
        self.record = record
        self.similarCaseID = similarCaseID
        self.verbatim = verbatim
        self.related = related
        self.command = command
    }
}
