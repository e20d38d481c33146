package import Feedback

/// One facet and how a voice speaks of it.
package struct FacetPolarity: Hashable, Sendable {
    package let facet: Facet
    /// Mean of the mentions that praise or blame, −10,000…10,000.
    package let basisPoints: Int

    package init(facet: Facet, basisPoints: Int) {
        self.facet = facet
        self.basisPoints = basisPoints
    }
}

/// One customer about one case, or about one brand in one month.
///
/// All polarities are integers in basis points, −10,000…10,000; `nil` is unknown and is never counted as zero.
package struct Voice: Hashable, Sendable {
    /// What the support polarity was taken from.
    package enum SupportBasis: String, Hashable, Sendable, CaseIterable {
        case facets, handling, none
    }

    /// What the brand polarity was taken from.
    package enum BrandBasis: String, Hashable, Sendable, CaseIterable {
        case signals, rating, valence, none
    }

    /// Channel of a voice none of whose comments names one.
    package static let unknownChannel = "unknown"
    /// Channel of voices whose source calls it `*`.
    package static let starChannel = "＊"

    /// Readable, and the same in every run.
    package var id: String
    package var brand: String
    /// The case the voice stands to by `relation`; its own case only when `relation` joins it.
    package var caseID: String?
    package var author: String?
    /// Local day of the earliest dated comment.
    package var day: Day?
    /// Month of `day`; the period `all` for an undated voice.
    package var month: Period
    package var channel: String
    /// What the voice speaks of: product and version of the earliest comment that names a version, `nil` where it names
    /// no product; where no comment names a version, the product of the earliest that names one.
    package var product: String?
    package var version: String?
    package var supportPolarity: Int?
    package var supportBasis: SupportBasis
    package var brandPolarity: Int?
    package var brandBasis: BrandBasis
    /// Facets praised or blamed, each once, in the order of `Facet`.
    package var facetPolarity: [FacetPolarity]
    /// Facets named at all, bare mentions included.
    package var mentionedFacets: FacetSet
    package var signals: SignalSet
    /// Mean rating of the comments that carry one, −10,000…10,000 from the low end of the scale to the high one.
    package var rating: Int?
    /// Mean valence of the scored comments.
    package var valence: Int?
    /// The last answer to each declared survey question, by question.
    package var answers: [SurveyAnswer]
    package var relation: LinkRelation?
    /// Whether the voice enters any cell.
    package var isCounted: Bool
    /// Keys of the comments, oldest first, undated ones last.
    package var members: [String]

    package init(
        id: String,
        brand: String,
        caseID: String? = nil,
        author: String? = nil,
        day: Day? = nil,
        channel: String = Voice.unknownChannel,
        product: String? = nil,
        version: String? = nil,
        supportPolarity: Int? = nil,
        supportBasis: SupportBasis = .none,
        brandPolarity: Int? = nil,
        brandBasis: BrandBasis = .none,
        facetPolarity: [FacetPolarity] = [],
        mentionedFacets: FacetSet = [],
        signals: SignalSet = [],
        rating: Int? = nil,
        valence: Int? = nil,
        answers: [SurveyAnswer] = [],
        relation: LinkRelation? = nil,
        isCounted: Bool = true,
        members: [String] = []
    ) {
        self.id = id
        self.brand = brand
        self.caseID = caseID
        self.author = author
        self.day = day
        month = day.map { Period(.month, containing: $0) } ?? Period(length: .all, index: 0)
        self.channel = channel
        self.product = product
        self.version = version
        self.supportPolarity = supportPolarity
        self.supportBasis = supportBasis
        self.brandPolarity = brandPolarity
        self.brandBasis = brandBasis
        self.facetPolarity = facetPolarity
        self.mentionedFacets = mentionedFacets
        self.signals = signals
        self.rating = rating
        self.valence = valence
        self.answers = answers
        self.relation = relation
        self.isCounted = isCounted
        self.members = members
    }

    /// Who is resampled and clustered as one: the author within the brand, or the voice alone when nobody is named.
    package var customer: String { author ?? id }
    /// A code of ``customer`` in 64 bits: a hash of the bytes, mixed once more so that near names do not lie near.
    ///
    /// Cells are counted by it. Among ten million customers two share a code with a chance of about 3 in a million; they
    /// count as one.
    package var customerCode: UInt64 {
        var code = ByteHash.value(customer.utf8)
        return SeededGenerator.splitMix(&code)
    }
}
