/// A survey question whose answers have a standard reading; a source declares it for its ratings.
package enum SurveyInstrument: String, Hashable, Comparable, Sendable, CaseIterable {
    /// Likelihood to recommend, 0–10.
    case netPromoter = "nps"
    /// Satisfaction; the two highest of five points are satisfied.
    case satisfaction = "csat"
    /// Ease of getting help, a high answer meaning little effort.
    case effort = "ces"

    package static func < (left: SurveyInstrument, right: SurveyInstrument) -> Bool { left.rawValue < right.rawValue }
}
