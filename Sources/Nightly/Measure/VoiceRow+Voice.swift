package import Feedback
import JSON
package import Measures
import Reporting
package import Store

extension VoiceMember {
    /// `zone`: of the workspace, for the local day.
    ///
    /// - Returns: `nil` for a comment without a brand, which belongs to no voice.
    package init?(_ comment: MeasuredComment, zone: Zone) {
        guard let brand = comment.brand else { return nil }
        self.init(
            commentKey: "\(comment.source):\(comment.externalID)",
            brand: brand,
            author: comment.person,
            caseID: comment.caseID,
            relation: comment.relation,
            role: comment.authorRole,
            postedAt: comment.postedAt,
            day: comment.postedAt.map { zone.local($0).day },
            channel: comment.channel,
            product: comment.product,
            version: comment.version,
            rating: comment.rating,
            answers: comment.answers,
            valence: comment.score?.valence,
            handlingValence: comment.score?.handlingValence,
            facets: comment.score?.facets ?? [],
            signals: comment.score?.signals ?? []
        )
    }
}

/// What a stored voice keeps of one of its comments.
struct CountedComment {
    let id: Int64
    let source: String
    let facets: [FacetMention]

    init(id: Int64, source: String, facets: [FacetMention]) {
        self.id = id
        self.source = source
        self.facets = facets
    }

    init(_ comment: MeasuredComment) {
        self.init(id: comment.id, source: comment.source, facets: comment.score?.facets ?? [])
    }
}

extension VoiceRow {
    /// `members`: the comments of the voice, and maybe others, by their keys.
    init(_ voice: Voice, members: [String: CountedComment]) {
        self.init(
            voiceID: voice.id,
            brand: voice.brand,
            month: voice.month.description,
            supportBasis: voice.supportBasis.rawValue,
            brandBasis: voice.brandBasis.rawValue
        )
        caseID = voice.caseID
        author = voice.author
        channel = voice.channel
        product = voice.product
        version = voice.version
        relation = voice.relation
        isCounted = voice.isCounted
        supportPolarity = voice.supportPolarity
        brandPolarity = voice.brandPolarity
        facets = Self.object(voice.facetPolarity.map { ($0.facet.rawValue, $0.basisPoints) })
        signals = Self.array(voice.signals.map(\.rawValue))
        day = voice.day?.number
        rating = voice.rating
        answers = voice.answers
        customerCode = Int64(bitPattern: voice.customerCode)
        memberSum = voice.members.reduce(0) { $0 &+ Int64(bitPattern: ByteHash.value($1.utf8)) }
        lot = VerbatimLot.of(voice.id)
        let own = voice.members.compactMap { members[$0] }
        memberIDs = own.map(\.id)
        sources = Self.counts(own.map(\.source))
        let mentioned = own.flatMap { $0.facets.map { "\($0.facet.rawValue) \($0.polarity.rawValue)" } }
        mentions = Self.counts(mentioned.sorted())
    }

    /// JSON object from each name to how often it stands in a list, the first met first.
    private static func counts(_ names: [String]) -> String {
        if names.isEmpty { return "{}" }
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        var writer = JSONWriter(.plain)
        writer.openObject()
        for name in names {
            if let count = counts.removeValue(forKey: name) { writer.member(name, count) }
        }
        writer.closeObject()
        return writer.text
    }

    /// Names of facets and signals need no escaping.
    private static func object(_ members: [(String, Int)]) -> String {
        "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func array(_ names: [String]) -> String {
        "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}

extension Voice {
    /// As much of a stored voice as cells and early signs count.
    init(_ row: VoiceRow) throws {
        self.init(
            id: row.voiceID,
            brand: row.brand,
            caseID: row.caseID,
            author: row.author,
            day: row.day.map(Day.init(number:)),
            channel: row.channel ?? Voice.unknownChannel,
            product: row.product,
            version: row.version,
            supportPolarity: row.supportPolarity,
            brandPolarity: row.brandPolarity,
            facetPolarity: try row.facetBasisPoints.compactMap { name, basisPoints in
                Facet(rawValue: name).map { FacetPolarity(facet: $0, basisPoints: basisPoints) }
            },
            signals: SignalSet(row.signalNames.compactMap(LoyaltySignal.init(rawValue:))),
            rating: row.rating,
            answers: row.answers,
            relation: row.relation,
            isCounted: row.isCounted
        )
    }
}
