/// Comments of one rating by the polarity of their text.
package struct AgreementRow: Codable, Hashable, Sendable {
    /// `1` … `5`, on the scale mapped to five steps.
    package var rating: String
    package var negative: Int
    package var neutral: Int
    package var positive: Int
    package var unscored: Int

    package init(
        rating: String,
        negative: Int,
        neutral: Int,
        positive: Int,
        unscored: Int = 0
    ) {
        self.rating = rating
        self.negative = negative
        self.neutral = neutral
        self.positive = positive
        self.unscored = unscored
    }
}

/// Likely cause of a rating and a text that disagree.
package enum MismatchCause: String, Codable, Hashable, Sendable, CaseIterable {
    case irony
    case politeness
    case otherTarget
    case invertedScale
    /// A trouble is told that was put right.
    case troubleSolved
    case unknown
}

/// A comment whose rating and text disagree.
package struct RatingMismatch: Codable, Hashable, Sendable {
    package var cause: MismatchCause
    package var verbatim: Verbatim

    package init(cause: MismatchCause, verbatim: Verbatim) {
        self.cause = cause
        self.verbatim = verbatim
    }
}

/// Ratings against the polarity of the text.
package struct RatingAgreement: Codable, Hashable, Sendable {
    /// Lowest rating first.
    package var rows: [AgreementRow]
    package var mismatches: [RatingMismatch]
    /// Of all comments, not only those quoted.
    package var mismatchCount: Int

    package init(rows: [AgreementRow], mismatches: [RatingMismatch] = [], mismatchCount: Int) {
        self.rows = rows
        self.mismatches = mismatches
        self.mismatchCount = mismatchCount
    }
}
