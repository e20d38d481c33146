package import Feedback
package import Foundation
import Ingestion
import Store
package import Workspace

/// Reads files into the database.
package struct ImportStage: Sendable {
    private let context: WorkspaceContext
    private let run: Int64

    /// `run`: number of the run that the ledger names.
    package init(context: WorkspaceContext, run: Int64) {
        self.context = context
        self.run = run
    }

    /// Imports as a run of its own; a rehearsal is no run.
    ///
    /// `clock`: the time at the moment of the call, for when the run ended; no content depends on it.
    @concurrent
    package static func runAlone(
        context: WorkspaceContext,
        files: [URL],
        choices: ImportChoices,
        clock: @Sendable () -> Instant,
        progress: ProgressListener
    ) async throws -> ImportSummary {
        if choices.isDryRun {
            return try await ImportStage(context: context, run: 0).run(files, choices: choices, progress: progress)
        }
        let versions = VersionRecord.json(scorer: nil)
        let run = try context.database.write {
            try RunTable.begin(command: "import", at: context.now, versions: versions, in: $0)
        }
        do {
            let summary = try await ImportStage(context: context, run: run)
                .run(files, choices: choices, progress: progress)
            let status: RunTable.Status = summary.problems.isEmpty ? .good : .failed
            try context.database.write { try RunTable.finish(run, status: status, at: clock(), in: $0) }
            return summary
        } catch {
            try context.database.write { try RunTable.finish(run, status: .failed, at: clock(), in: $0) }
            throw error
        }
    }

    /// Imports files, and folders with everything in them, in the order given.
    ///
    /// - Returns: counts for each file. A file that cannot be read becomes a problem, and the others go on.
    /// - Throws: the file's own error when no file at all could be read, unless the rest goes on without any.
    @concurrent
    package func run(
        _ paths: [URL],
        choices: ImportChoices,
        goesOnWithout: Bool = false,
        progress: ProgressListener
    ) async throws -> ImportSummary {
        let brands = try brandDirectory()
        var summary = ImportSummary(isDryRun: choices.isDryRun)
        var failure: (any Error)?
        for url in try paths.flatMap(expand) {
            try Task.checkCancellation()
            do {
                let plan = try ImportPlan(file: url, choices: choices, brands: brands, context: context)
                summary.files.append(
                    try await FileImport(plan: plan, context: context, run: run).run(progress: progress)
                )
            } catch let error where Self.isAboutInput(error) {
                failure = failure ?? error
                summary.problems.append(ErrorWords.text(of: error))
            }
        }
        if summary.files.isEmpty, !goesOnWithout, let failure { throw failure }
        let limit = context.settings.quarantineLimit
        for file in summary.files where Double(file.quarantined) > limit * Double(file.read) {
            summary.problems.append(
                "\(file.file): \(file.quarantined) of \(file.read) rows are quarantined, above quarantineLimit \(limit)"
            )
        }
        return summary
    }

    /// Whether one file is at fault, so that the others can still be read.
    private static func isAboutInput(_ error: any Error) -> Bool {
        switch error {
        case let error as WorkspaceError: error.code == .input
        case is IngestionError: true
        default: FileProblem(error)?.isReading ?? false
        }
    }

    private func expand(_ url: URL) throws -> [URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw WorkspaceError(.input, "there is no file \(url.path)")
        }
        return isFolder.boolValue ? try Inbox.files(under: url) : [url]
    }

    /// The user's brands before the well-known ones.
    private func brandDirectory() throws -> ImportBrands {
        let url = context.resources.lexicons.appending(path: "brands.tsv")
        let table = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let own = context.settings.brands.map { BrandName($0.name, aliases: $0.aliases ?? []) }
        let names = Set(own.map(\.canonical))
        let known = BrandName.list(table: table).filter { !names.contains($0.canonical) }
        return ImportBrands(
            directory: BrandDirectory(own + known),
            fingerprint: Digest.hex(Array("\(context.settings.brands)\n\(table)".utf8))
        )
    }
}
