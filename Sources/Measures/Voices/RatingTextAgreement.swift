package import Feedback

/// Stars held against words, comment by comment.
///
/// Takes comments one by one or in counts, so that memory grows with the kinds of pairs and not with the comments.
package struct RatingTextAgreement: Hashable, Sendable {
    /// What the words say.
    package enum Tone: Int, Hashable, Sendable, CaseIterable {
        case negative, neutral, positive

        /// `valence`: thousandths.
        init(valence: Int) {
            self =
                if valence >= RatingTextAgreement.toneThreshold {
                    .positive
                } else {
                    valence <= -RatingTextAgreement.toneThreshold ? .negative : .neutral
                }
        }
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

    /// Comments of one fifth of the scale by what their words say.
    package struct Row: Hashable, Sendable {
        package var negative = 0
        package var neutral = 0
        package var positive = 0
        /// Comments whose text could not be scored.
        package var unscored = 0

        package var total: Int { negative + neutral + positive + unscored }
    }

    /// From the lowest fifth of the scale to the highest.
    package private(set) var rows = [Row](repeating: Row(), count: 5)
    /// Comments whose rating and words point in opposite directions.
    package private(set) var mismatches = 0
    private var pairs: [String: [Pair: Int]] = [:]

    /// Valence in thousandths from which words are positive, and under whose negative they are negative.
    package static let toneThreshold = 50
    /// Rating in basis points from which stars are high, and at or under whose negative they are low: four and two of
    /// five stars.
    package static let starThreshold = 5_000
    /// Rated comments that a source needs before its scale can be called inverted.
    package static let minimumForInversion = 30

    package init() {}

    /// Adds comments of customers that have one rating and one valence.
    ///
    /// - Parameters:
    ///   - source: Where they come from.
    ///   - rating: The stars.
    ///   - valence: Thousandths; `nil` when the text could not be scored.
    ///   - comments: How many there are.
    package mutating func add(source: String, rating: Rating, valence: Int?, comments: Int = 1) {
        let fifth = min(4, (rating.basisPoints + 10_000) / 4_000)
        guard let valence else {
            rows[fifth].unscored += comments
            return
        }
        switch Tone(valence: valence) {
        case .negative: rows[fifth].negative += comments
        case .neutral: rows[fifth].neutral += comments
        case .positive: rows[fifth].positive += comments
        }
        let pair = Pair(rating: rating.basisPoints, valence: valence)
        pairs[source, default: [:]][pair, default: 0] += comments
        if pair.isMismatch { mismatches += comments }
    }

    /// Comments with a rating and a valence.
    package var count: Int { rows.reduce(0) { $0 + $1.negative + $1.neutral + $1.positive } }

    /// Spearman correlation of rating and valence over all sources; `nil` when it cannot be formed.
    package var correlation: Correlation? {
        let all = pairs.values.reduce(into: [Pair: Int]()) { $0.merge($1, uniquingKeysWith: +) }
        return Self.correlation(of: all)
    }

    /// Sources whose ratings fall as their words get better, beyond chance at 1 in 1,000.
    package var invertedSources: Set<String> {
        Set(
            pairs.filter { _, own in
                guard own.values.reduce(0, +) >= Self.minimumForInversion, let found = Self.correlation(of: own) else {
                    return false
                }
                return found.coefficient < 0 && found.p < 0.001
            }
            .keys
        )
    }

    /// Why the rating and the words of a comment stand apart; `nil` when they do not.
    ///
    /// `member`: the comment with its score.
    /// `invertedSources`: as ``invertedSources`` of all comments.
    package static func cause(of member: VoiceMember, invertedSources: Set<String>) -> LikelyCause? {
        guard let rating = member.rating?.basisPoints, let valence = member.valence,
            Pair(rating: rating, valence: valence).isMismatch
        else { return nil }
        let source = String(member.commentKey.prefix { $0 != ":" })
        if invertedSources.contains(source) { return .invertedScale }
        if let handling = member.handlingValence, handling * valence < 0 { return .otherTarget }
        let blames =
            member.facets.contains { $0.polarity == .negative } || member.signals.contains { $0.signal.direction < 0 }
        let praises =
            member.facets.contains { $0.polarity == .positive } || member.signals.contains { $0.signal.direction > 0 }
        if rating < 0 { return blames ? .politeness : .irony }
        return praises ? .troubleSolved : .invertedScale
    }

    private static func correlation(of pairs: [Pair: Int]) -> Correlation? {
        let ordered = pairs.sorted { ($0.key.rating, $0.key.valence) < ($1.key.rating, $1.key.valence) }
        func values(_ number: (Pair) -> Int) -> [Double] {
            ordered.flatMap { [Double](repeating: Double(number($0.key)), count: $0.value) }
        }
        return Correlation.spearman(values(\.rating), values(\.valence))
    }
}

/// One comment's rating in basis points beside its valence in thousandths.
private struct Pair: Hashable, Sendable {
    let rating: Int
    let valence: Int

    var isMismatch: Bool {
        let tone = RatingTextAgreement.Tone(valence: valence)
        return rating <= -RatingTextAgreement.starThreshold && tone == .positive
            || rating >= RatingTextAgreement.starThreshold && tone == .negative
    }
}
