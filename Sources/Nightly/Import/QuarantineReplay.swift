import Store
package import Workspace

/// Reads rows in quarantine anew, out of the inputs that were kept.
package enum QuarantineReplay {
    /// Reads the inputs again from which rows are in quarantine.
    ///
    /// `name`: number of a row, a reason, a source or a file; `nil` for all.
    /// - Throws: ``WorkspaceError`` `input` when nothing matches.
    @concurrent
    package static func run(
        _ name: String?,
        context: WorkspaceContext,
        progress: ProgressListener
    ) async throws -> ImportSummary {
        let rows = try context.database.read { try QuarantineTable.rows(name, in: $0) }
        guard !rows.isEmpty else { throw WorkspaceError(.input, "no such row is in quarantine") }
        let hashes = Set(rows.map(\.inputHash))
        return try await ImportStage.rereadAlone(context: context, hashes: hashes, progress: progress)
    }
}
