package import Feedback

/// One comment with everything that was made of it, as the dashboard shows it.
package struct LiveComment: Sendable {
    /// Matched words and what they add.
    package struct Part: Sendable {
        package var thousandths: Int
        package var words: String
        package var entry: String
        package var rule: String

        package init(thousandths: Int, words: String, entry: String, rule: String) {
            self.thousandths = thousandths
            self.words = words
            self.entry = entry
            self.rule = rule
        }
    }

    /// A side of handling or a sign of loyalty that is spoken of.
    package struct Mention: Sendable {
        package enum Kind: Sendable {
            case facet(Facet)
            case signal(LoyaltySignal)
        }

        package var kind: Kind
        /// −1, 0 or +1.
        package var polarity: Int
        package var words: String
        package var entry: String

        package init(kind: Kind, polarity: Int, words: String, entry: String) {
            self.kind = kind
            self.polarity = polarity
            self.words = words
            self.entry = entry
        }
    }

    /// One reason for the link; both sides masked already.
    package struct Reason: Sendable {
        package var feature: String
        package var left: String
        package var right: String
        package var bits: Double

        package init(feature: String, left: String, right: String, bits: Double) {
            self.feature = feature
            self.left = left
            self.right = right
            self.bits = bits
        }
    }

    package struct Link: Sendable {
        /// As it is shown.
        package var caseID: String
        package var relation: LinkRelation
        package var status: LinkStatus
        package var method: String
        package var bits: Double
        /// `nil` without another case.
        package var margin: Double?
        package var reasons: [Reason]

        package init(
            caseID: String,
            relation: LinkRelation,
            status: LinkStatus,
            method: String,
            bits: Double,
            margin: Double?,
            reasons: [Reason]
        ) {
            self.caseID = caseID
            self.relation = relation
            self.status = status
            self.method = method
            self.bits = bits
            self.margin = margin
            self.reasons = reasons
        }
    }

    package struct Voice: Sendable {
        /// What the support polarity was taken from.
        package enum SupportBasis: String, Sendable {
            case facets, handling, none
        }

        /// What the brand polarity was taken from.
        package enum BrandBasis: String, Sendable {
            case signals, rating, valence, none
        }

        /// Such as `2008-04`.
        package var month: String
        package var isCounted: Bool
        /// −1…1; `nil` when unknown.
        package var support: Double?
        package var supportBasis: SupportBasis
        /// −1…1; `nil` when unknown.
        package var brand: Double?
        package var brandBasis: BrandBasis
        /// Ids of all its comments, as `source:id`.
        package var comments: [String]

        package init(
            month: String,
            isCounted: Bool,
            support: Double?,
            supportBasis: SupportBasis,
            brand: Double?,
            brandBasis: BrandBasis,
            comments: [String]
        ) {
            self.month = month
            self.isCounted = isCounted
            self.support = support
            self.supportBasis = supportBasis
            self.brand = brand
            self.brandBasis = brandBasis
            self.comments = comments
        }
    }

    /// The text with what the scorer matched.
    package var quote: Verbatim
    package var brand: String?
    /// Thousandths; `nil` when it was not scored.
    package var valence: Int?
    /// Thousandths, of the clauses about staff or handling.
    package var handlingValence: Int?
    package var parts: [Part]
    package var mentions: [Mention]
    package var link: Link?
    package var voice: Voice?
    package var timeline: CaseTimeline?

    package init(quote: Verbatim, brand: String?, valence: Int?, handlingValence: Int?) {
        self.quote = quote
        self.brand = brand
        self.valence = valence
        self.handlingValence = handlingValence
        parts = []
        mentions = []
    }

    /// The comment with personal data hidden in everything that people wrote.
    func masked(by masking: Masking) -> LiveComment {
        var copy = self
        copy.quote = quote.masked(by: masking)
        let masking = masking.hiding([quote.author].compactMap { $0 })
        copy.timeline = timeline?.masked(by: masking)
        copy.parts = parts.map { part in
            var part = part
            part.words = masking.masked(part.words)
            return part
        }
        copy.mentions = mentions.map { mention in
            var mention = mention
            mention.words = masking.masked(mention.words)
            return mention
        }
        return copy
    }
}
