/// A survey question whose answers have a standard reading.
package enum SurveyInstrument: String, Codable, Hashable, Comparable, Sendable, CaseIterable {
    /// Likelihood to recommend, 0–10.
    case netPromoter = "nps"
    /// Satisfaction; the two highest of five points are satisfied.
    case satisfaction = "csat"
    /// Ease of getting help, a high answer meaning little effort.
    case effort = "ces"

    /// The scale it is usually asked on.
    package var usualScale: RatingScale {
        switch self {
        case .netPromoter: .zeroToTen
        case .satisfaction: .fiveStars
        case .effort: .sevenSteps
        }
    }

    package static func < (left: SurveyInstrument, right: SurveyInstrument) -> Bool { left.rawValue < right.rawValue }
}

/// An answer to a survey question.
package struct SurveyAnswer: Hashable, Sendable {
    package let instrument: SurveyInstrument
    package let rating: Rating

    /// - Returns: `nil` for a net promoter answer that is no whole number from 0 to 10: its classes are defined on these.
    package init?(instrument: SurveyInstrument, rating: Rating) {
        if instrument == .netPromoter {
            guard rating.scale == .zeroToTen, rating.thousandths.isMultiple(of: 1_000) else { return nil }
        }
        self.instrument = instrument
        self.rating = rating
    }
}
