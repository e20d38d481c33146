/// A model learnt from a workspace's comments, and how it does on comments held out.
package struct LinkTraining: Sendable {
    /// Comments and decided ones among them.
    package let comments: Int
    package let decisions: Int
    /// Comments that quote the number of their case or come from its customer's account.
    package let hardCases: Int
    package let learnt: LinkModel
    package let base: LinkModel
    /// What is known about comments held out, under the model in use and under one learnt from the others.
    package let before: LinkTrial
    package let after: LinkTrial
    /// Pairs taken for true that stand to each other in each way, in millionths.
    package let pairs: [LinkWeight: Int]
    package let random: RandomPairs

    /// - Parameters:
    ///   - comments: in any order.
    ///   - random: pairs taken at random.
    ///   - base: the model that weighed them.
    package init(comments: [TrainingComment], random: RandomPairs, base: LinkModel) {
        self.comments = comments.count
        self.random = random
        self.base = base
        decisions = comments.count { $0.isDecided }
        hardCases = comments.count { $0.hasHardCase }
        var (before, after) = (LinkTrial(), LinkTrial())
        for fold in 0..<Self.folds {
            let rest = comments.filter { $0.fold != fold }
            let model = LinkTrainer(comments: rest, random: random, base: base).trained()
            before.add(comments, fold: fold, model: base, base: base)
            after.add(comments, fold: fold, model: model, base: base)
        }
        (self.before, self.after) = (before, after)
        let trainer = LinkTrainer(comments: comments, random: random, base: base)
        learnt = trainer.trained()
        pairs = trainer.sums(under: learnt).ways
    }

    /// Whether the learnt model does better on comments held out, and nowhere worse.
    package var isBetter: Bool { after.isBetter(than: before) }

    static let folds = 2
}
