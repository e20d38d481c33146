import Feedback

/// A row of the list of comments: what they are chosen and counted by.
package struct ListedComment: Sendable {
    private(set) var brand: String
    /// Milliseconds, or ``CommentListing/undated``.
    let postedAt: Int64
    package let commentID: Int64
    private(set) var voiceID: Int64?
    private(set) var month: String?
    private(set) var channel: String
    /// Thousandths of a star, from 1,000 at the low end of any scale to 5,000 at its high end.
    let stars: Int?
    let language: Language?
    /// Whether it belongs to a case or speaks of one.
    let isLinked: Bool
    /// What its voice counts for, as bits of ``ListedMeasure`` and ``CommentListing/firstOfVoice``.
    private(set) var measures = 0
    /// Facets that it praises, only names, and blames.
    private(set) var praise = FacetSet()
    private(set) var named = FacetSet()
    private(set) var blame = FacetSet()
    private(set) var signals = SignalSet()
    private(set) var product: String?
    private(set) var version: String?

    /// A comment that belongs to no voice.
    package init(_ comment: MeasuredComment) {
        brand = comment.brand ?? CommentListing.noBrand
        postedAt = comment.postedAt?.milliseconds ?? CommentListing.undated
        commentID = comment.id
        channel = comment.channel ?? CommentListing.noChannel
        stars = comment.rating.map(Self.stars)
        language = comment.score?.language
        isLinked = comment.relation.map { $0.joinsCase || $0 == .about } ?? false
        product = comment.product
        version = comment.version
        if let score = comment.score { addMentions(of: score) }
    }

    private mutating func addMentions(of score: Score) {
        for mention in score.facets {
            switch mention.polarity {
            case .positive: _ = praise.insert(mention.facet)
            case .bare: _ = named.insert(mention.facet)
            case .negative: _ = blame.insert(mention.facet)
            }
        }
        for mention in score.signals { _ = signals.insert(mention.signal) }
    }

    /// The comments of a voice: they stand under the brand, the channel, the product and the version of their voice, as the
    /// measures count it, even where the voice has none and the comment has.
    ///
    /// - Parameters:
    ///   - voice: with its members.
    ///   - id: row id of the voice.
    ///   - comments: those of the voice and maybe others, by row ids.
    /// - Returns: the members that are among the comments, in their order.
    /// - Throws: `JSONError` when the polarities of the voice are none.
    package static func comments(
        of voice: VoiceRow,
        id: Int64,
        among comments: [Int64: ListedComment]
    ) throws -> [ListedComment] {
        let measures = voice.isCounted ? try Self.measures(of: voice) : 0
        let first = voice.isCounted ? voice.memberIDs.min() : nil
        return voice.memberIDs.compactMap { comments[$0] }.map { comment in
            var listed = comment
            listed.voiceID = id
            (listed.brand, listed.month) = (voice.brand, voice.month)
            listed.channel = voice.channel ?? comment.channel
            (listed.product, listed.version) = (voice.product, voice.version)
            listed.measures = measures | (comment.commentID == first ? CommentListing.firstOfVoice : 0)
            return listed
        }
    }

    /// Whether it stands before another one of the same brand.
    package func isBefore(_ other: ListedComment) -> Bool {
        (postedAt, commentID) < (other.postedAt, other.commentID)
    }

    private static func measures(of voice: VoiceRow) throws -> Int {
        let facets = try voice.facetBasisPoints.compactMap { Facet(rawValue: $0.name) }
        return ListedMeasure.counted.bit
            | (voice.supportPolarity == nil ? 0 : ListedMeasure.support.bit)
            | (voice.brandPolarity == nil ? 0 : ListedMeasure.brand.bit)
            | facets.reduce(0) { $0 | ListedMeasure.facet($1).bit }
    }

    private static func stars(_ rating: Rating) -> Int {
        let (low, high) = (rating.scale.low, rating.scale.high)
        return 1_000 + 4 * (rating.thousandths - 1_000 * low) / (high - low)
    }
}
