/// Learns the weights of a model from a workspace's own comments by expectation and maximisation.
///
/// The chance of an accident (*u*) is fixed: by the frequency of what agrees, or by pairs taken at random. What is learnt
/// is how true pairs stand to each other (*m*). In the first step each comment's cases share it by their odds, the odds of
/// no case at all among them; in the second the shares are counted. The model in use stands for twenty pairs more, so that
/// little data changes little. All sums are of whole millionths, so no order of comments changes a weight.
/// Source: Dempster, Laird and Rubin 1977, "Maximum likelihood from incomplete data"; Winkler 2000, "Using the EM
/// algorithm for weight computation in the Fellegi-Sunter model".
struct LinkTrainer {
    let comments: [TrainingComment]
    let random: RandomPairs
    /// The model that weighed the pairs.
    let base: LinkModel

    /// Repeats both steps until no weight moves by more than a hundredth of a bit, at most thirty times.
    func trained() -> LinkModel {
        var model = base
        for _ in 0..<Self.mostRounds {
            let next = maximised(sums(under: model))
            let isSettled = LinkWeight.allCases.allSatisfy { abs(next[$0] - model[$0]) <= Self.settled }
            model = next
            if isSettled { break }
        }
        return model
    }

    /// True pairs that stand to each other in each way, and those that could be compared, in millionths.
    struct Sums: Hashable {
        var ways: [LinkWeight: Int] = [:]
        var compared: [LinkWeight.Field: Int] = [:]
    }

    func sums(under model: LinkModel) -> Sums {
        var sums = Sums()
        for comment in comments {
            for (pair, share) in zip(comment.pairs, shares(of: comment, under: model)) where share > 0 {
                for (field, way) in pair.ways {
                    sums.compared[field, default: 0] += share
                    if let way { sums.ways[way, default: 0] += share }
                }
            }
        }
        return sums
    }

    /// The chance of each case that the comment is its customer's, in millionths.
    func shares(of comment: TrainingComment, under model: LinkModel) -> [Int] {
        if case .belongs(let place) = comment.decision {
            return comment.pairs.map { $0.place == place ? Self.whole : 0 }
        }
        var totals: [Int?] = comment.pairs.map { $0.total + $0.change(from: base, to: model) }
        if case .belongsNot(let places) = comment.decision {
            for (position, pair) in comment.pairs.enumerated() where places.contains(pair.place) {
                totals[position] = nil
            }
        }
        // The odds of no case at all are those of a sum of nothing.
        let highest = max(0, totals.compactMap(\.self).max() ?? 0)
        let odds = totals.map { total in total.map { MilliBits.power($0 - highest) } ?? 0 }
        let all = odds.reduce(MilliBits.power(-highest), +)
        return odds.map { $0 * Self.whole / all }
    }

    /// The weights that fit the sums best.
    func maximised(_ sums: Sums) -> LinkModel {
        var model = base
        for way in LinkWeight.allCases {
            let chance = way.hasOwnFrequency ? nil : random.chance(of: way)
            if !way.hasOwnFrequency, chance == nil { continue }
            let pairs = sums.ways[way] ?? 0
            let compared = sums.compared[way.field] ?? 0
            let known = Self.known * assumed(way, chance) + pairs
            let share = MilliBits.ratio(known, Self.known * Self.whole + compared)
            let accident = chance.map { MilliBits.ratio($0.count, $0.compared) } ?? 0
            model[way] = min(max(share - accident, base[way] - Self.farthest), base[way] + Self.farthest)
        }
        return model
    }

    /// The chance of the way under the model in use, in millionths.
    private func assumed(_ way: LinkWeight, _ chance: (count: Int, compared: Int)?) -> Int {
        let accident = chance.map { MilliBits.ratio($0.count, $0.compared) } ?? 0
        let share = min(0, base[way] + accident)
        return max(1, (MilliBits.power(share) * Self.whole) >> 32)
    }

    static let whole = 1_000_000
    private static let mostRounds = 30
    private static let settled = 10
    /// Pairs for which the model in use stands.
    private static let known = 20
    /// A weight moves no farther from the model in use than this.
    private static let farthest = 4_000
}
