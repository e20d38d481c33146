package import Feedback

/// What a cell adds up.
package enum MeasureID: Hashable, Sendable {
    /// Support polarity of voices.
    case support
    /// Brand polarity of voices.
    case brand
    /// Support minus brand polarity of the voices that have both, −20,000…20,000.
    case difference
    /// Support polarity of the voices that have both.
    case comparedSupport
    /// Brand polarity of the voices that have both.
    case comparedBrand
    /// Brand polarity of the voices that say nothing of handling.
    case silentBrand
    /// Polarity of one facet, over the voices that praise or blame it.
    case facet(Facet)
    /// Share of the counted voices that give a signal.
    case signalShare(LoyaltySignal)
    /// Ratings of the voices that rate, from −10,000 at the low end of the scale to 10,000 at the high one.
    case rating
    /// Share of the rating voices in the lowest two of five stars: at or under −5,000.
    case lowStarShare
    /// Net promoter score: +10,000 for answers 9–10, −10,000 for 0–6, 0 between.
    case netPromoter
    /// Share of satisfied answers: at or over 5,000, the highest two of five.
    case satisfaction
    /// Customer effort score: position of the answers on their scale.
    case effort

    /// How a mean in basis points is read.
    package enum Scale: Hashable, Sendable {
        /// −10,000…10,000, shown as 50·(1 + mean) on 0–100.
        case polarity
        /// −20,000…20,000, shown as 50·mean: points of strength.
        case difference
        /// Shown as 100·mean: a percentage, or a score from −100 to 100.
        case share
    }

    package var scale: Scale {
        switch self {
        case .support, .brand, .comparedSupport, .comparedBrand, .silentBrand, .facet, .rating, .effort: .polarity
        case .difference: .difference
        case .signalShare, .lowStarShare, .netPromoter, .satisfaction: .share
        }
    }

    /// Every measure, in the order in which tables list them.
    package static let all: [MeasureID] =
        [.support, .brand, .difference, .comparedSupport, .comparedBrand, .silentBrand]
        + Facet.allCases.map(MeasureID.facet)
        + LoyaltySignal.allCases.map(MeasureID.signalShare)
        + [.rating, .lowStarShare] + surveys

    /// The measures of answers to survey questions, in the order of `SurveyInstrument`.
    package static let surveys = SurveyInstrument.allCases.map(MeasureID.init(_:))

    /// The measure of the answers to a survey question.
    package init(_ instrument: SurveyInstrument) {
        self =
            switch instrument {
            case .netPromoter: .netPromoter
            case .satisfaction: .satisfaction
            case .effort: .effort
            }
    }

    /// Place in `all`; a switch, because cells are found and sorted by it.
    package var order: Int {
        switch self {
        case .support: 0
        case .brand: 1
        case .difference: 2
        case .comparedSupport: 3
        case .comparedBrand: 4
        case .silentBrand: 5
        case .facet(let facet): Self.firstFacet + facet.order
        case .signalShare(let signal): Self.firstSignal + signal.order
        case .rating: Self.firstRating
        case .lowStarShare: Self.firstRating + 1
        case .netPromoter: Self.firstRating + 2
        case .satisfaction: Self.firstRating + 3
        case .effort: Self.firstRating + 4
        }
    }

    /// Order of the first facet.
    static let firstFacet = 6
    /// Order of the first signal.
    static let firstSignal = firstFacet + Facet.allCases.count
    /// Order of the rating, which those of its stars and of surveys follow.
    static let firstRating = firstSignal + LoyaltySignal.allCases.count

    package static func == (left: MeasureID, right: MeasureID) -> Bool { left.order == right.order }

    package func hash(into hasher: inout Hasher) { hasher.combine(order) }
}

extension MeasureID: RawRepresentable, Comparable {
    /// Name in tables and files, such as `support`, `facet.speed`, `signal.fan`, `low-star` or `nps`.
    package var rawValue: String { Self.names[order] }

    private static let names = all.map(\.name)

    /// Every measure, in the order of the names.
    package static let byName = all.sorted { $0.rawValue < $1.rawValue }

    private var name: String {
        switch self {
        case .support: "support"
        case .brand: "brand"
        case .difference: "difference"
        case .comparedSupport: "support.compared"
        case .comparedBrand: "brand.compared"
        case .silentBrand: "brand.silent"
        case .facet(let facet): "facet.\(facet.rawValue)"
        case .signalShare(let signal): "signal.\(signal.rawValue)"
        case .rating: "rating"
        case .lowStarShare: "low-star"
        case .netPromoter: SurveyInstrument.netPromoter.rawValue
        case .satisfaction: SurveyInstrument.satisfaction.rawValue
        case .effort: SurveyInstrument.effort.rawValue
        }
    }

    /// - Returns: `nil` when no measure has the name.
    package init?(rawValue: String) {
        guard let measure = Self.named[rawValue] else { return nil }
        self = measure
    }

    private static let named = Dictionary(uniqueKeysWithValues: all.map { ($0.rawValue, $0) })

    package static func < (left: MeasureID, right: MeasureID) -> Bool { left.order < right.order }
}
