import Feedback
import Measures
import Reports
import Store

/// Sets stars against the polarity of the text, by `RatingTextAgreement`.
struct AgreementBuilder {
    private static let quoted = 60

    let verbatims: VerbatimBuilder

    /// - Returns: `nil` when no comment with a text carries a rating.
    func agreement(in db: StoreConnection) throws -> RatingAgreement? {
        var found = RatingTextAgreement()
        try RatingQueries.forEachCount(in: db) { count in
            found.add(source: count.source, rating: count.rating, valence: count.valence, comments: count.comments)
        }
        guard found.rows.contains(where: { $0.total > 0 }) else { return nil }
        let inverted = found.invertedSources
        let ids = try RatingQueries.mismatches(
            stars: RatingTextAgreement.starThreshold,
            tone: RatingTextAgreement.toneThreshold,
            limit: Self.quoted,
            in: db
        )
        return RatingAgreement(
            rows: found.rows.enumerated().map { place, row in
                AgreementRow(
                    rating: String(place + 1),
                    negative: row.negative,
                    neutral: row.neutral,
                    positive: row.positive,
                    unscored: row.unscored
                )
            },
            mismatches: try CommentTable.comments(ids: ids, in: db).map { stored in
                RatingMismatch(
                    cause: try cause(of: stored, invertedSources: inverted, in: db),
                    verbatim: try verbatims.verbatim(
                        of: stored,
                        choice: .exemplar,
                        voice: VoiceTable.voice(ofComment: stored.id, in: db),
                        in: db
                    )
                )
            },
            mismatchCount: found.mismatches
        )
    }

    private func cause(
        of stored: StoredComment,
        invertedSources: Set<String>,
        in db: StoreConnection
    ) throws -> MismatchCause {
        guard let score = try ScoreTable.score(of: stored.id, in: db)?.score else { return .unknown }
        let member = VoiceMember(
            commentKey: stored.comment.key,
            brand: stored.comment.brand ?? "",
            rating: stored.comment.rating,
            valence: score.valence,
            handlingValence: score.handlingValence,
            facets: score.facets,
            signals: score.signals
        )
        return switch RatingTextAgreement.cause(of: member, invertedSources: invertedSources) {
        case .invertedScale: .invertedScale
        case .otherTarget: .otherTarget
        case .politeness: .politeness
        case .irony: .irony
        case .troubleSolved: .troubleSolved
        case nil: .unknown
        }
    }
}
