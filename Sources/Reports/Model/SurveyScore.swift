/// A standard score of customer surveys.
package enum SurveyKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Net Promoter Score, −100…100.
    case nps
    /// Share satisfied, 0–100 percent.
    case csat
    /// Mean Customer Effort Score on its own scale.
    case ces
}

/// A standard score by its standard definition.
package struct SurveyScore: Codable, Hashable, Sendable {
    package var kind: SurveyKind
    /// A year, such as `2014`; `nil` for all time.
    package var period: String?
    package var answers: Int
    /// `nil` when there are too few answers.
    package var value: ValueRange?
    /// In the unit of the value, clustered by customer; `nil` with the value.
    package var standardError: Double?

    package init(
        kind: SurveyKind,
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
