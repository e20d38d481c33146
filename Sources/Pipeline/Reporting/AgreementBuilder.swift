import Feedback
import Reports
import Store

/// Sets stars against the polarity of the text.
struct AgreementBuilder {
    /// Valence in thousandths from which a text counts as positive.
    private static let neutral = 50
    private static let quoted = 6

    let verbatims: VerbatimBuilder

    /// - Returns: `nil` when no comment with a text carries a rating.
    func agreement(in db: StoreConnection) throws -> RatingAgreement? {
        let counts = try ReportQueries.agreementCounts(neutral: Self.neutral, in: db)
        if counts.isEmpty { return nil }
        func count(_ step: Int, _ polarity: Int?) -> Int {
            counts.first { $0.step == step && $0.polarity == polarity }?.comments ?? 0
        }
        let rows = (1...5).map { step in
            AgreementRow(
                rating: String(step),
                negative: count(step, -1),
                neutral: count(step, 0),
                positive: count(step, 1),
                unscored: count(step, nil)
            )
        }
        let mismatched = rows[0].positive + rows[1].positive + rows[3].negative + rows[4].negative
        let ids = try ReportQueries.mismatches(limit: Self.quoted, in: db)
        return RatingAgreement(
            rows: rows,
            mismatches: try verbatims.verbatims(ids: ids, choice: .exemplar, in: db).map {
                RatingMismatch(cause: Self.cause(of: $0), verbatim: $0)
            },
            mismatchCount: mismatched
        )
    }

    /// What most often lies behind a mismatch; a guess that the report calls one.
    private static func cause(of verbatim: Verbatim) -> MismatchCause {
        let isPraise = verbatim.segments.contains { ($0.highlight?.polarity ?? 0) > 0 }
        let isBlame = verbatim.segments.contains { ($0.highlight?.polarity ?? 0) < 0 }
        if isPraise && isBlame { return .otherTarget }
        if verbatim.rating.map({ $0.thousandths == $0.high * 1_000 }) ?? false, isBlame { return .politeness }
        return .unknown
    }
}
