package import Feedback
import Store
package import Workspace

/// Reads rows in quarantine anew, out of the inputs that were kept.
package enum QuarantineReplay {
    /// Reads the inputs again from which rows are in quarantine.
    ///
    /// `name`: number of a row, a reason, a source or a file; `nil` for all.
    /// `clock`: the time at the moment of the call, for when the run ended.
    /// - Throws: ``WorkspaceError`` `input` when nothing matches.
    @concurrent
    package static func run(
        _ name: String?,
        context: WorkspaceContext,
        clock: @Sendable () -> Instant,
        progress: ProgressListener
    ) async throws -> ImportSummary {
        let rows = try context.database.read { try QuarantineTable.rows(name, in: $0) }
        guard !rows.isEmpty else { throw WorkspaceError(.input, "no such row is in quarantine") }
        let hashes = Set(rows.map(\.inputHash))
        return try await ImportStage.rereadAlone(context: context, hashes: hashes, clock: clock, progress: progress)
    }
}
