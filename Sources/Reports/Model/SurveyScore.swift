package import Feedback

/// A standard score by its standard definition.
package struct SurveyScore: Codable, Hashable, Sendable {
    package var kind: SurveyInstrument
    /// A year, such as `2014`; `nil` for all time.
    package var period: String?
    package var answers: Int
    /// From −100 to 100 for NPS, percent satisfied for CSAT, steps for CES; `nil` when there are too few answers.
    package var value: ValueRange?
    /// In the unit of the value, clustered by customer; `nil` with the value.
    package var standardError: Double?

    package init(
        kind: SurveyInstrument,
        period: String? = nil,
        answers: Int,
        value: ValueRange? = nil,
        standardError: Double? = nil
    ) {
        self.kind = kind
        self.period = period
        self.answers = answers
        self.value = value
        self.standardError = standardError
    }
}
