internal import Feedback

/// Weighs the time of a comment against the life of a case.
struct TimeWeigher: Sendable {
    private let model: LinkModel
    /// log2 of the days that all cases span.
    private let spanBits: Int

    init(index: CaseIndex, model: LinkModel) {
        self.model = model
        spanBits = MilliBits.log2(max(1, index.spanDays))
    }

    /// `repeatsSubject`: whether the comment says again what the case's subject says, which is as good as calling it the
    /// old trouble.
    func weigh(
        _ comment: CommentFeatures,
        _ postedAt: Instant?,
        opened: Instant?,
        closed: Instant?,
        repeatsSubject: Bool
    ) -> (milliBits: Int, veto: LinkVeto?) {
        guard let postedAt, let opened else { return (0, nil) }
        let way = Self.way(comment, postedAt, opened: opened, closed: closed, repeatsSubject: repeatsSubject)
        guard let way else {
            if CaseIndex.days(from: opened, to: postedAt) >= 365 {
                return yearsLater(comment, postedAt, opened, repeatsSubject: repeatsSubject)
            }
            return (model.timeReopened + surprise(of: 300), nil)
        }
        // Something new of the same person, whose case is not there yet.
        let isFresh = comment.isFresh && !repeatsSubject && (way == .timeMonthsAfter || way == .timeAfter)
        if isFresh { return (model.timeFresh, nil) }
        let isNear = way == .timeWithin || way == .timeSoonBefore
        let near = isNear ? surprise(of: Self.closing(opened: opened, closed: closed)) : 0
        return (model[way] + near, way == .timeLongBefore ? .longBefore : nil)
    }

    /// When the comment comes in the life of the case; `nil` for one that goes back to an old case, and for years later.
    static func way(
        _ comment: CommentFeatures,
        _ postedAt: Instant,
        opened: Instant,
        closed: Instant?,
        repeatsSubject: Bool
    ) -> LinkWeight? {
        let gap = CaseIndex.days(from: opened, to: postedAt)
        let closing = closing(opened: opened, closed: closed)
        switch gap {
        case ..<(-75): return .timeLongBefore
        case ..<(-14): return .timeWeeksBefore
        case ..<(-2): return .timeSoonBefore
        case ...closing: return .timeWithin
        case 365...: return nil
        default:
            if repeatsSubject || comment.isReopening || comment.isLookingBack { return nil }
            return gap - closing < 60 ? .timeMonthsAfter : .timeAfter
        }
    }

    /// Days from the opening in which a comment is no latecomer.
    private static func closing(opened: Instant, closed: Instant?) -> Int {
        max(30, min(120, CaseIndex.days(from: opened, to: closed ?? opened))) + 15
    }

    private func yearsLater(
        _ comment: CommentFeatures,
        _ postedAt: Instant,
        _ opened: Instant,
        repeatsSubject: Bool
    ) -> (Int, LinkVeto?) {
        if YearMention.names(opened, in: comment.text, writtenAt: postedAt) { return (model.timeYearsNamed, nil) }
        if comment.isLookingBack { return (model.timeYearsLooking, nil) }
        if repeatsSubject { return (model.timeYearsRepeating, nil) }
        return (model.timeYearsSilent, .yearsLater)
    }

    /// log2 of how small a number of days is in the whole time of the case table.
    private func surprise(of days: Int) -> Int { max(0, spanBits - MilliBits.log2(max(1, days))) }
}

/// Years that a text names: `2016年`, `in 2016`, or a distance such as `3年前`, `3 years ago`, `it has been 3 years`.
enum YearMention {
    /// Whether the text names the year of an instant, as a number or as a distance (one year more or less allowed).
    static func names(_ instant: Instant, in text: FoldedText, writtenAt: Instant) -> Bool {
        let year = KeyMaker.month(of: instant) / 12
        let distance = KeyMaker.month(of: writtenAt) / 12 - year
        let scalars = text.scalars
        var position = 0
        while position < scalars.count {
            guard let first = NumberForm.digit(scalars[position]) else {
                position += 1
                continue
            }
            var value = Int(first)
            var end = position + 1
            while end < scalars.count, end - position < 5, let digit = NumberForm.digit(scalars[end]) {
                value = value * 10 + Int(digit)
                end += 1
            }
            if value == year, end - position == 4 { return true }
            if value >= 1, value < 50, abs(value - distance) <= 1, isYears(scalars[end...]) { return true }
            position = end
        }
        return false
    }

    private static func isYears(_ rest: ArraySlice<UInt32>) -> Bool {
        let after = rest.drop { $0 == 0x20 }
        return yearWords.contains { after.starts(with: $0) }
    }

    private static let yearWords = ["年", "year", "yr"].map { $0.unicodeScalars.map(\.value) }
}
