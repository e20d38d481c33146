import Feedback
package import Workspace

/// Links comments to support cases, thread by thread.
package struct LinkStage: Sendable {
    package struct RelationCount: Encodable, Sendable {
        package let relation: String
        package let count: Int
    }

    package struct Outcome: Encodable, Sendable {
        package let comments: Int
        package let cases: Int
        package let linked: Int
        /// In the order of the relations' names.
        package let relations: [RelationCount]
        /// Links proposed for a person to decide.
        package let forReview: Int
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
        let linking = Linking(
            database: context.database,
            tools: try LinkTools(lexicons: context.resources.lexicons),
            workers: context.workers
        )
        let (counts, wasCurrent) = try await linking.run(writes: writes, progress: progress)
        return Outcome(
            comments: counts.comments,
            cases: counts.cases,
            linked: counts.linked,
            relations: counts.relations.map { RelationCount(relation: $0.relation, count: $0.count) },
            forReview: counts.forReview,
            wasCurrent: wasCurrent
        )
    }
}
