package import Foundation
import Linkage
package import Store
package import Workspace

/// The linker's weights that a workspace has accepted, instead of the shipped ones.
package struct AcceptedLinkModel: Sendable {
    package static let fileName = "linking.tsv"

    package struct Outcome: Encodable, Sendable {
        package let file: String
        /// Name of the model, kept with every link.
        package let version: String
        package let rows: Int
        /// Whether weights were accepted before.
        package let replaced: Bool
    }

    private let file: URL

    package init(workspace: WorkspaceFolder) {
        file = workspace.directory.appending(path: Self.fileName)
    }

    /// The accepted weights, or the shipped ones.
    ///
    /// - Throws: ``WorkspaceError`` `settings` when the file in the workspace is not of the form.
    func model() throws -> LinkModel {
        guard FileManager.default.fileExists(atPath: file.path) else { return .standard }
        return try Self.read(file).model
    }

    /// Checks weights and puts them into the workspace.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the first bad row; the workspace is then as it was.
    package func accept(_ source: URL) throws -> Outcome {
        let outcome = try check(source)
        try Data(contentsOf: source).write(to: file, options: .atomic)
        return outcome
    }

    /// What accepting would do.
    ///
    /// - Throws: ``WorkspaceError`` `input` with the first bad row.
    package func check(_ source: URL) throws -> Outcome {
        let (model, rows) = try Self.read(source)
        if rows == 0 { throw WorkspaceError(.input, "\(source.path) holds no weight; nothing was accepted") }
        return Outcome(
            file: Self.fileName,
            version: model.version,
            rows: rows,
            replaced: FileManager.default.fileExists(atPath: file.path)
        )
    }

    /// How many comments would be linked with weights that are not accepted yet, and how many are now.
    package static func rehearsal(
        _ source: URL,
        context: WorkspaceContext,
        progress: ProgressListener
    ) async throws -> (before: LinkCounts, after: LinkCounts) {
        let before = try await linking(AcceptedLinkModel(workspace: context.workspace).model(), context, progress)
        return (before, try await linking(read(source).model, context, progress))
    }

    private static func linking(
        _ model: LinkModel,
        _ context: WorkspaceContext,
        _ progress: ProgressListener
    ) async throws -> LinkCounts {
        let tools = try LinkTools(
            lexicons: context.resources.lexicons,
            model: model,
            overrides: context.database.read(LinkOverrides.init)
        )
        return try await FullLinking(database: context.database, tools: tools, workers: context.workers)
            .run(writes: false, progress: progress).counts
    }

    private static func read(_ file: URL) throws -> (model: LinkModel, rows: Int) {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw WorkspaceError(.input, "cannot read \(file.path)")
        }
        let version = LinkModel.standard.version + "+" + String(Digest.hex(Array(data)).prefix(8))
        do throws(LinkageError) {
            return try LinkModelFile.model(Array(data), version: version)
        } catch {
            throw WorkspaceError(.input, "\(file.path): \(error)")
        }
    }
}
