/// What a model makes of comments whose case is known.
package struct LinkTrial: Hashable, Sendable {
    /// Comments linked to their case, or kept from a case that is not theirs.
    package private(set) var right = 0
    /// Comments linked to another case.
    package private(set) var wrong = 0
    /// Comments that have a case and were linked to none.
    package private(set) var missed = 0

    package var all: Int { right + wrong + missed }

    /// Whether a model that does this is surely to be preferred to one that does the other.
    package func isBetter(than other: LinkTrial) -> Bool {
        wrong <= other.wrong && missed <= other.missed && self != other
    }

    /// Tries a model on the comments of a fold: on decisions as they stand, and on comments with a number or an account
    /// as though these were not there.
    mutating func add(_ comments: [TrainingComment], fold: Int, model: LinkModel, base: LinkModel) {
        for comment in comments where comment.fold == fold {
            if let decision = comment.decision {
                note(Self.choice(of: comment, \.total, model, base), decision)
            } else if let place = comment.hardCase {
                note(Self.choice(of: comment, \.softTotal, model, base), .belongs(place))
            }
        }
    }

    private mutating func note(_ choice: Int?, _ label: TrainingComment.Label) {
        switch (label, choice) {
        case (.belongs(let place), let choice?): if place == choice { right += 1 } else { wrong += 1 }
        case (.belongs, nil): missed += 1
        case (.belongsNot(let places), let choice?): if places.contains(choice) { wrong += 1 } else { right += 1 }
        case (.belongsNot, nil): right += 1
        }
    }

    /// The case that a comment would be linked to by itself.
    private static func choice(
        of comment: TrainingComment,
        _ sum: (TrainingPair) -> Int,
        _ model: LinkModel,
        _ base: LinkModel
    ) -> Int? {
        let totals = comment.pairs.filter(\.isOpen).map {
            (place: $0.place, total: sum($0) + $0.change(from: base, to: model))
        }
        .sorted { ($1.total, $0.place) < ($0.total, $1.place) }
        guard let best = totals.first, best.total >= model.threshold else { return nil }
        if totals.count > 1, best.total - totals[1].total < model.margin { return nil }
        return best.place
    }
}
