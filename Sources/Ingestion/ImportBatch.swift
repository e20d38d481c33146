package import Feedback

/// Why a row was left out by rule, without being wrong.
package enum SkipReason: String, Hashable, Sendable, CaseIterable, Comparable {
    /// A survey that was offered and never answered, without a text.
    case unansweredRating
    /// The header of a table, repeated among its rows.
    case repeatedHeader
    /// A row of a table in which every field is empty.
    case emptyRow
    /// A row of a table that answers nothing: an answer that was broken off, or a line below the rows.
    case noAnswer
    /// Spam, or what its writer or the site has taken back.
    case withdrawn
    /// What another blog wrote of the article: a pingback or trackback.
    case pingback
    /// A mail that a program sent: an answer out of office, a notice that a mail did not arrive.
    case automatic
    /// What a person has taken out of quarantine.
    case dropped
    /// What was erased and may not come back.
    case erased
    /// What is older than its source is kept.
    case expired

    /// In words, for people.
    package var words: String {
        switch self {
        case .unansweredRating: "a survey that was offered and not answered"
        case .repeatedHeader: "the header once more"
        case .emptyRow: "every field is empty"
        case .noAnswer: "no answer in it: broken off, or a note or a sum below the rows"
        case .withdrawn: "spam, or taken back by its writer or the site"
        case .pingback: "a pingback or trackback of another blog"
        case .automatic: "a mail that a program sent"
        case .dropped: "taken out of quarantine by a person"
        case .erased: "erased, and may not come back"
        case .expired: "older than its source is kept"
        }
    }

    package static func < (left: SkipReason, right: SkipReason) -> Bool { left.rawValue < right.rawValue }
}

/// What one pull from an `Importer` gives, in the order of the input.
///
/// `rowsRead == comments.count + cases.count + problems.count + sum of skipped`, so that a ledger adds up.
package struct ImportBatch: Hashable, Sendable {
    package var comments: [Comment] = []
    /// Where each of the comments was written; `nil` for a part of a page.
    package var origins: [RowOrigin?] = []
    package var cases: [SupportCase] = []
    package var problems: [RowProblem] = []
    /// Comments of the sources that rows take back; these rows count as skipped.
    package var withdrawals: [Withdrawal] = []
    /// Rows left out by a named rule.
    package var skipped: [SkipReason: Int] = [:]
    /// Comments that are left without a field, such as `reply_at`, because what stands there is no time.
    package var unread: [String: Int] = [:]
    /// Ids and case numbers that a spreadsheet rounded, which count for none; and the first of them.
    package var roundedIDs = 0
    package var firstRoundedID: String?
    /// Comments of rows that are stored with a time at which or before which they were written.
    package var roughTimes = 0
    /// Comments that have their day alone, because what the row has for a clock is none.
    package var daysAlone = 0
    /// Rows in this batch; blank lines are not rows.
    package var rowsRead = 0
    /// Bytes of the input taken in so far, over all batches.
    package var bytesRead = 0

    package init() {}

    /// Adds the rows that were read after those of the batch.
    package static func += (left: inout ImportBatch, right: ImportBatch) {
        left.comments += right.comments
        left.origins += right.origins
        left.cases += right.cases
        left.problems += right.problems
        left.withdrawals += right.withdrawals
        left.skipped.merge(right.skipped, uniquingKeysWith: +)
        left.unread.merge(right.unread, uniquingKeysWith: +)
        left.roundedIDs += right.roundedIDs
        left.firstRoundedID = left.firstRoundedID ?? right.firstRoundedID
        left.roughTimes += right.roughTimes
        left.daysAlone += right.daysAlone
        left.rowsRead += right.rowsRead
        left.bytesRead = right.bytesRead
    }

    mutating func append(_ outcome: consuming RowOutcome, origin: RowOrigin?, roundedID: String?) {
        rowsRead += 1
        if let roundedID {
            roundedIDs += 1
            firstRoundedID = firstRoundedID ?? roundedID
        }
        switch consume outcome {
        case .comment(let comment):
            if origin != nil, comment.postedAt?.certainty == .notAfter { roughTimes += 1 }
            comments.append(comment)
            origins.append(origin)
        case .supportCase(let supportCase): cases.append(supportCase)
        case .problem(let problem): problems.append(problem)
        case .withdrawn(let withdrawal):
            skipped[.withdrawn, default: 0] += 1
            if let withdrawal { withdrawals.append(withdrawal) }
        case .skipped(let reason): skipped[reason, default: 0] += 1
        }
    }
}

/// What became of one row.
enum RowOutcome {
    case comment(Comment)
    case supportCase(SupportCase)
    case problem(RowProblem)
    /// What its writer or the site has taken back; `nil` where the row does not say which comment.
    case withdrawn(Withdrawal?)
    case skipped(SkipReason)
}
