import Feedback

/// Comments whose rating and words disagree, each with the likely reason.
struct MismatchPage {
    let context: PageContext
    let agreement: RatingAgreement

    private var phrases: any Phrases { context.phrases }

    var fields: [String: View] {
        var budget = QuoteBudget(context: context)
        let shown = agreement.mismatches.compactMap { mismatch -> View? in
            let quotes = budget.take([mismatch.verbatim], casePaths: [:])
            guard !quotes.isEmpty else { return nil }
            return [
                "cause": .text("\(phrases(.cause))\(phrases.colon)\(phrases.cause(mismatch.cause))"),
                "quotes": .list(quotes),
            ]
        }
        return [
            "mismatchCount": .text(phrases.mismatches(agreement.mismatchCount)),
            "note": .text(
                phrases(.mismatchNote) + phrases.sentenceGap
                    + phrases.shownComments(shown.count, of: agreement.mismatchCount)
            ),
            "mismatches": .list(shown),
        ]
    }
}
