import Feedback
package import Store
package import Workspace

/// Links comments to support cases, thread by thread.
package struct LinkStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        package let comments: Int
        package let cases: Int
        /// Comments that belong to a case, or speak of one.
        package let linked: Int
        package let counts: LinkCounts
        /// Nothing had changed since the last linking.
        package let wasCurrent: Bool
    }

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// `writes`: whether to store the links; without it the outcome says what would be stored.
    @concurrent
    package func run(writes: Bool, progress: ProgressListener) async throws -> Outcome {
        let tools = try context.database.read { try LinkTools(lexicons: context.resources.lexicons, in: $0) }
        let linking = Linking(database: context.database, tools: tools, workers: context.workers)
        let (tally, wasCurrent) = try await linking.run(writes: writes, progress: progress)
        return Outcome(
            comments: tally.comments,
            cases: tally.cases,
            linked: tally.counts.linked,
            counts: tally.counts,
            wasCurrent: wasCurrent
        )
    }
}
