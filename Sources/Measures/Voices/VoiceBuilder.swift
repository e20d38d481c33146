import Feedback

/// Makes voices of comments.
package enum VoiceBuilder {
    /// All voices of a set of comments, sorted by id.
    ///
    /// The order of the comments does not matter.
    package static func voices(of members: [VoiceMember]) -> [Voice] {
        var groups: [VoiceKey: [VoiceMember]] = [:]
        for member in members { groups[VoiceKey.key(for: member), default: []].append(member) }
        return groups.values.map(voice(of:)).sorted { $0.id < $1.id }
    }

    /// The voice of comments that share one `VoiceKey`.
    ///
    /// Takes at least one comment, all of one key, in any order.
    package static func voice(of members: [VoiceMember]) -> Voice {
        precondition(!members.isEmpty, "a voice needs at least one comment")
        let ordered = members.sorted(by: isEarlier)
        let first = ordered[0]
        let facetPolarity = facetPolarities(of: ordered)
        let signals = signals(of: ordered)
        let rating = mean(ordered.compactMap { $0.rating?.basisPoints })
        let valence = mean(ordered.compactMap { $0.valence.map { $0 * 10 } })
        let (support, supportBasis) = support(facetPolarity, handling: ordered.compactMap(\.handlingValence))
        let (brand, brandBasis) = brand(signals, rating: rating, valence: valence)
        let (product, version) = subject(of: ordered)
        return Voice(
            id: VoiceKey.key(for: first).id,
            brand: first.brand,
            caseID: ordered.lazy.compactMap(\.caseID).first,
            author: ordered.lazy.compactMap(\.author).first,
            day: first.day,
            channel: channel(of: ordered),
            product: product,
            version: version,
            supportPolarity: support,
            supportBasis: supportBasis,
            brandPolarity: brand,
            brandBasis: brandBasis,
            facetPolarity: facetPolarity,
            mentionedFacets: facets(of: ordered),
            signals: signals,
            rating: rating,
            valence: valence,
            answers: lastAnswers(of: ordered),
            relation: relation(of: ordered),
            isCounted: first.isCounted,
            members: ordered.map(\.commentKey)
        )
    }

    private static func signals(of members: [VoiceMember]) -> SignalSet {
        var signals = SignalSet()
        for member in members { for mention in member.signals { _ = signals.insert(mention.signal) } }
        return signals
    }

    private static func facets(of members: [VoiceMember]) -> FacetSet {
        var facets = FacetSet()
        for member in members { for mention in member.facets { _ = facets.insert(mention.facet) } }
        return facets
    }

    /// The first that is named; cells know `*` as all channels together, so one of this name is another.
    private static func channel(of members: [VoiceMember]) -> String {
        let first = members.lazy.compactMap(\.channel).first ?? Voice.unknownChannel
        return first == "*" ? Voice.starChannel : first
    }

    /// Oldest first; undated comments last; ties by key.
    private static func isEarlier(_ left: VoiceMember, _ right: VoiceMember) -> Bool {
        let leftTime = left.postedAt?.milliseconds ?? Int64.max
        let rightTime = right.postedAt?.milliseconds ?? Int64.max
        return leftTime == rightTime ? left.commentKey < right.commentKey : leftTime < rightTime
    }

    /// Product and version as one comment has them, so that nobody's version is told of another product: the earliest
    /// that names a version, or else the earliest that names a product.
    private static func subject(of members: [VoiceMember]) -> (product: String?, version: String?) {
        let named = members.first { $0.version != nil } ?? members.first { $0.product != nil }
        return (named?.product, named?.version)
    }

    /// Per facet the mean of the mentions that praise or blame; bare mentions do not count.
    private static func facetPolarities(of members: [VoiceMember]) -> [FacetPolarity] {
        guard members.contains(where: { !$0.facets.isEmpty }) else { return [] }
        var sums = [Int](repeating: 0, count: Facet.inOrder.count)
        var counts = sums
        for member in members {
            for mention in member.facets where mention.polarity != .bare {
                sums[mention.facet.order] += mention.polarity.rawValue
                counts[mention.facet.order] += 1
            }
        }
        return Facet.inOrder.filter { counts[$0.order] > 0 }.map {
            FacetPolarity(facet: $0, basisPoints: sums[$0.order].roundedRatio(times: 10_000, over: counts[$0.order]))
        }
    }

    private static func support(_ facets: [FacetPolarity], handling: [Int]) -> (Int?, Voice.SupportBasis) {
        if let polarity = mean(facets.map(\.basisPoints)) { return (polarity, .facets) }
        if let polarity = mean(handling.map { $0 * 10 }) { return (polarity, .handling) }
        return (nil, .none)
    }

    private static func brand(_ signals: SignalSet, rating: Int?, valence: Int?) -> (Int?, Voice.BrandBasis) {
        if let polarity = mean(signals.map { $0.direction * 10_000 }) { return (polarity, .signals) }
        if let rating { return (rating, .rating) }
        if let valence { return (valence, .valence) }
        return (nil, .none)
    }

    private static func lastAnswers(of members: [VoiceMember]) -> [SurveyAnswer] {
        let given = members.flatMap(\.answers)
        if given.isEmpty { return [] }
        return SurveyInstrument.allCases.sorted().compactMap { instrument in
            given.last { $0.instrument == instrument }
        }
    }

    /// The strongest relation among the comments: `same_case` before `follow_up` before the others.
    private static func relation(of members: [VoiceMember]) -> LinkRelation? {
        let relations = members.compactMap(\.relation)
        let byStrength: [LinkRelation] = [.sameCase, .followUp, .similarCase, .about, .duplicateOf]
        return byStrength.first(where: relations.contains)
    }

    /// Mean in whole basis points, rounded half away from zero; `nil` of nothing.
    private static func mean(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.reduce(0, +).roundedRatio(times: 1, over: values.count)
    }
}
