import Feedback
import Linkage
import Store
package import Workspace

/// Learns the linker's weights from the comments, cases and decisions of a workspace; changes nothing.
package struct LinkTrainStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        /// How a model does on comments whose case is known.
        package struct Trial: Encodable, Sendable {
            package let right: Int
            package let wrong: Int
            package let missed: Int

            init(_ trial: LinkTrial) {
                (right, wrong, missed) = (trial.right, trial.wrong, trial.missed)
            }
        }

        package struct Weight: Encodable, Sendable {
            package let name: String
            /// Thousandths of a bit.
            package let inUse: Int
            package let learnt: Int
        }

        package let comments: Int
        package let decisions: Int
        /// Comments that quote their case's number or come from its customer's account.
        package let hardCases: Int
        /// On comments held out, with the model in use and with one learnt from the others.
        package let before: Trial
        package let after: Trial
        /// Whether the learnt model links more of them rightly and none worse.
        package let isBetter: Bool
        package let weights: [Weight]
        /// The proposal, as `koe link accept` reads it.
        package let proposal: String
    }

    /// Comments that are learnt from; of more, those whose ids come first when shuffled the same way each time.
    package static let mostComments = 20_000
    private static let batchSize = 4_096

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// - Throws: ``WorkspaceError`` `input` when no comment shares a key with a case.
    package func run(progress: ProgressListener) throws -> Outcome {
        let database = context.database
        let tools = try LinkTools(
            lexicons: context.resources.lexicons,
            workspace: context.workspace,
            overrides: database.read(LinkOverrides.init)
        )
        let cases = try database.read { try IndexedCases(tools: tools, in: $0) }
        let run = LinkRun(index: cases.index, names: tools.names, model: tools.model, overrides: tools.overrides)
        let ids = try sample(tools.overrides)
        var (comments, random): ([TrainingComment], RandomPairs) = ([], RandomPairs())
        for start in stride(from: 0, to: ids.count, by: Self.batchSize) {
            let part = Array(ids[start..<min(start + Self.batchSize, ids.count)])
            for stored in try database.read({ try CommentTable.comments(ids: part, in: $0) }) {
                let comment = tools.linkComment(stored, parentSource: nil)
                if let item = run.trainingComment(comment) { comments.append(item) }
                random.add(run.randomPairs(comment))
            }
            progress(ProgressReport(stage: "train", done: start + part.count, total: ids.count, unit: "comments"))
        }
        try cases.check()
        if comments.isEmpty {
            throw WorkspaceError(
                .input,
                "nothing can be learnt: no comment shares a name, a number or an account with a case"
            )
        }
        let steps = try database.read(tools.steps)
        return outcome(LinkTraining(comments: comments, random: random, base: tools.model), steps)
    }

    /// Row ids, ascending: every decided comment, and others up to ``mostComments``.
    private func sample(_ overrides: LinkOverrides) throws -> [Int64] {
        var (decided, others): ([Int64], [(rank: UInt64, id: Int64)]) = ([], [])
        var last = Int64.min
        while true {
            let rows = try context.database.read {
                try ThreadTable.pointers(after: last, limit: Self.batchSize, in: $0)
            }
            guard let end = rows.last else { break }
            last = end.id
            for row in rows {
                let key = LinkComment.key(source: row.source, externalID: row.externalID)
                if overrides.isDecided(key) {
                    decided.append(row.id)
                } else {
                    others.append((ThreadNodes.node(ofKey: key), row.id))
                }
            }
        }
        let chosen = others.sorted { $0 < $1 }.prefix(max(0, Self.mostComments - decided.count))
        return (decided + chosen.map(\.id)).sorted()
    }

    private func outcome(_ training: LinkTraining, _ steps: CaseTableSteps) -> Outcome {
        Outcome(
            comments: training.comments,
            decisions: training.decisions,
            hardCases: training.hardCases,
            before: Outcome.Trial(training.before),
            after: Outcome.Trial(training.after),
            isBetter: training.isBetter,
            weights: LinkWeight.allCases.map {
                Outcome.Weight(name: $0.rawValue, inUse: training.base[$0], learnt: training.learnt[$0])
            },
            proposal: LinkModelFile.text(of: training, cases: steps.cases, days: steps.days)
        )
    }
}
