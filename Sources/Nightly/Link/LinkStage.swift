import Feedback
import Linkage
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
        /// How often this linking weighed a comment against a case.
        package let pairs: Int
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
        let database = context.database
        let linking = Linking(
            database: database,
            tools: try LinkTools(
                lexicons: context.resources.lexicons,
                workspace: context.workspace,
                overrides: database.read(LinkOverrides.init)
            ),
            workers: context.workers
        )
        let (counts, pairs, wasCurrent) = try await linking.run(writes: writes, progress: progress)
        return Outcome(
            comments: counts.comments,
            cases: try database.read { try ContentSums.count(of: "supportCase", in: $0) },
            linked: counts.linked,
            counts: counts,
            pairs: pairs,
            wasCurrent: wasCurrent
        )
    }
}
