package import Feedback
import Foundation
import Ingestion
package import Workspace

/// Comments that were sent over the network, stored as a file with them would be.
///
/// Rows are identified, updated and quarantined as in every import, and the bytes are kept as an input. Other inputs are
/// left alone: what their settings have changed is for the next run.
package enum PostedComments {
    /// Stores what was sent, as a run of its own.
    ///
    /// - Parameters:
    ///   - bytes: One JSON object a line, or a JSON array of objects.
    ///   - isArray: Whether they are an array.
    ///   - source: The source that rows belong to.
    ///   - context: The workspace; the caller holds its lock.
    ///   - clock: The time at the moment of the call.
    /// - Returns: What became of the rows.
    /// - Throws: ``WorkspaceError`` `usage` when the bytes cannot be read as JSON at all.
    @concurrent
    package static func store(
        _ bytes: [UInt8],
        isArray: Bool,
        source: String,
        in context: WorkspaceContext,
        clock: @Sendable () -> Instant
    ) async throws -> ImportSummary.File {
        let spooled = try SpooledInput(bytes, name: isArray ? "comments.json" : "comments.ndjson")
        defer { spooled.remove() }
        let choices = try ImportChoices(
            format: isArray ? "json" : "ndjson",
            map: nil,
            encoding: "UTF-8",
            source: source,
            kind: "comments",
            isDryRun: false
        )
        // The path names the content: nothing of this machine's own folders stays behind.
        let path = "v1/comments/\(Digest.hex(bytes).prefix(16))"
        let input = PackedInput(file: spooled.file, path: path, name: path)
        let summary = try await ImportStage.alone("ingest", context, clock) { stage in
            var pass = ImportPass(choices: choices, brands: try stage.brandDirectory(), isAlone: true)
            do {
                try await stage.importFile(input, into: &pass, { _ in })
            } catch let error as IngestionError {
                throw WorkspaceError(.usage, error.message)
            }
            pass.summary.checkQuarantine(limit: context.settings.quarantineLimit)
            return pass.summary
        }
        guard let file = summary.files.first else { throw WorkspaceError(.usage, "nothing was sent") }
        return file
    }
}
