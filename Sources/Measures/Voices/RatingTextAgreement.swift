import Feedback

/// Stars held against words, comment by comment.
package struct RatingTextAgreement: Hashable, Sendable {
    /// What the words say.
    package enum Tone: Int, Hashable, Sendable, CaseIterable {
        case negative, neutral, positive
    }

    /// Why rating and words may stand apart.
    ///
    /// A guess from what was found in the text, to be read by a person.
    package enum LikelyCause: String, Hashable, Sendable, CaseIterable {
        /// The source's ratings run against its words as a whole, or nothing else explains high stars and bad words.
        case invertedScale = "inverted-scale"
        /// The words about handling say the opposite of the rest, and the rating goes with one of both.
        case otherTarget = "other-target"
        /// Kind words carry a complaint: a facet is blamed or a signal goes against the brand.
        case politeness
        /// Kind words, low stars, and nothing blamed.
        case irony
        /// Bad words, high stars, and something praised: a trouble that was put right.
        case troubleSolved = "trouble-solved"
    }

    /// A comment whose rating and words point in opposite directions.
    package struct Mismatch: Hashable, Sendable {
        package let commentKey: String
        /// −10,000…10,000.
        package let rating: Int
        /// −10,000…10,000.
        package let valence: Int
        package let likelyCause: LikelyCause
    }

    /// Counts by row (1 lowest fifth of the scale … 5 highest) and column (negative, neutral, positive).
    package let matrix: [[Int]]
    /// Comments with a rating and a valence.
    package let count: Int
    /// By falling distance between rating and valence, then by key.
    package let mismatches: [Mismatch]
    /// Spearman correlation of rating and valence; `nil` when it cannot be formed.
    package let correlation: Correlation?

    /// Valence in basis points from which words are positive, and under whose negative they are negative.
    package static let toneThreshold = 500
    /// Rating from which stars are high, and at or under whose negative they are low: four and two of five stars.
    package static let starThreshold = 5_000
    /// Rated comments that a source needs before its scale can be called inverted.
    package static let minimumForInversion = 30

    /// Compares the customers' comments that have both a rating and a valence.
    package init(of members: [VoiceMember]) {
        let pairs = members.compactMap { member -> Pair? in
            guard member.role == .customer, let rating = member.rating?.basisPoints, let valence = member.valence else {
                return nil
            }
            return Pair(member: member, rating: rating, valence: valence * 10)
        }
        var matrix = [[Int]](repeating: [0, 0, 0], count: 5)
        for pair in pairs { matrix[pair.fifth][pair.tone.rawValue] += 1 }
        let inverted = Self.invertedSources(pairs)
        self.matrix = matrix
        count = pairs.count
        mismatches = pairs.filter(\.isMismatch)
            .map { pair in
                Mismatch(
                    commentKey: pair.member.commentKey,
                    rating: pair.rating,
                    valence: pair.valence,
                    likelyCause: inverted.contains(pair.source) ? .invertedScale : pair.likelyCause
                )
            }
            .sorted { (-abs($0.rating - $0.valence), $0.commentKey) < (-abs($1.rating - $1.valence), $1.commentKey) }
        correlation = Correlation.spearman(pairs.map { Double($0.rating) }, pairs.map { Double($0.valence) })
    }

    /// Sources whose ratings fall as their words get better, beyond chance at 1 in 1,000.
    private static func invertedSources(_ pairs: [Pair]) -> Set<String> {
        let sources = Dictionary(grouping: pairs, by: \.source)
        return Set(
            sources.filter { _, own in
                guard own.count >= minimumForInversion,
                    let found = Correlation.spearman(own.map { Double($0.rating) }, own.map { Double($0.valence) })
                else { return false }
                return found.coefficient < 0 && found.p < 0.001
            }
            .keys
        )
    }
}

/// One comment's rating beside its words.
private struct Pair {
    let member: VoiceMember
    let rating: Int
    let valence: Int

    /// What stands before the first colon of the key.
    var source: String { String(member.commentKey.prefix { $0 != ":" }) }

    var fifth: Int { min(4, (rating + 10_000) / 4_000) }

    var tone: RatingTextAgreement.Tone {
        if valence >= RatingTextAgreement.toneThreshold { return .positive }
        return valence <= -RatingTextAgreement.toneThreshold ? .negative : .neutral
    }

    var isMismatch: Bool {
        rating <= -RatingTextAgreement.starThreshold && tone == .positive
            || rating >= RatingTextAgreement.starThreshold && tone == .negative
    }

    var likelyCause: RatingTextAgreement.LikelyCause {
        if let handling = member.handlingValence, handling * valence < 0 { return .otherTarget }
        let blames =
            member.facets.contains { $0.polarity == .negative } || member.signals.contains { $0.signal.direction < 0 }
        let praises =
            member.facets.contains { $0.polarity == .positive } || member.signals.contains { $0.signal.direction > 0 }
        if rating < 0 { return blames ? .politeness : .irony }
        return praises ? .troubleSolved : .invertedScale
    }
}
