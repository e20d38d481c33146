/// A comment and a case that keys brought together, as far as the training cares.
struct TrainingPair: Hashable, Sendable {
    /// Place of the case.
    let place: Int
    /// Sum of all evidence under the model that weighed it, in thousandths of a bit.
    let total: Int
    /// The same without numbers and accounts.
    let softTotal: Int
    /// Whether nothing forbids to link it.
    let isOpen: Bool
    /// How the pair stands in the fields that could be compared; `nil` for a way whose weight is not learnt.
    let ways: [LinkWeight.Field: LinkWeight?]

    /// What the sums gain or lose where other weights stand in a model.
    func change(from old: LinkModel, to new: LinkModel) -> Int {
        ways.values.reduce(0) { sum, way in way.map { sum + new[$0] - old[$0] } ?? sum }
    }
}

/// A comment with the cases it may belong to.
package struct TrainingComment: Hashable, Sendable {
    /// What a person, or a number, has said about it.
    enum Label: Hashable, Sendable {
        /// It belongs to the case at a place.
        case belongs(Int)
        /// It does not belong to the cases at these places.
        case belongsNot([Int])
    }

    /// Decides, with nothing else, in which part of a check the comment falls.
    let fold: Int
    let pairs: [TrainingPair]
    /// What a person decided.
    let decision: Label?
    /// The case whose number or account stands in the comment, under a fitting name.
    let hardCase: Int?

    package var isDecided: Bool { decision != nil }
    package var hasHardCase: Bool { hardCase != nil }
}

/// How often pairs taken at random stand to each other in a certain way: the chance of an accident.
package struct RandomPairs: Hashable, Sendable {
    private(set) var counts: [LinkWeight: Int] = [:]
    private(set) var compared: [LinkWeight.Field: Int] = [:]

    package init() {}

    mutating func add(_ ways: [LinkWeight.Field: LinkWeight?]) {
        for (field, way) in ways {
            compared[field, default: 0] += 1
            if let way { counts[way, default: 0] += 1 }
        }
    }

    package mutating func add(_ other: RandomPairs) {
        counts.merge(other.counts, uniquingKeysWith: +)
        compared.merge(other.compared, uniquingKeysWith: +)
    }

    /// Pairs that stand so, and pairs that were compared; `nil` where none stands so.
    func chance(of way: LinkWeight) -> (count: Int, compared: Int)? {
        guard let count = counts[way], count > 0, let all = compared[way.field] else { return nil }
        return (count, all)
    }
}
