package import Feedback
package import Foundation
import Ingestion
import Store
package import Workspace

/// Reads files into the database.
package struct ImportStage: Sendable {
    let context: WorkspaceContext
    /// Number of the run that the ledger names.
    let run: Int64
    let pools: ReadingPools

    /// `run`: number of the run that the ledger names.
    package init(context: WorkspaceContext, run: Int64) {
        self.context = context
        self.run = run
        pools = ReadingPools(database: context.database)
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
        return try await alone("import", context, clock) { stage in
            try await stage.run(files, choices: choices, progress: progress)
        }
    }

    /// Reads the kept inputs of a source, or of all, anew as a run of its own.
    ///
    /// - Throws: ``WorkspaceError`` `input` when nothing of the source was imported.
    @concurrent
    package static func rereadAlone(
        context: WorkspaceContext,
        source: String?,
        clock: @Sendable () -> Instant,
        progress: ProgressListener
    ) async throws -> ImportSummary {
        try await alone("reread", context, clock) { try await $0.reread(source: source, progress: progress) }
    }

    /// Reads the kept inputs with one of the hashes anew as a run of its own.
    @concurrent
    static func rereadAlone(
        context: WorkspaceContext,
        hashes: Set<String>,
        clock: @Sendable () -> Instant,
        progress: ProgressListener
    ) async throws -> ImportSummary {
        try await alone("replay", context, clock) { try await $0.reread(hashes: hashes, progress: progress) }
    }

    /// Does some of the work of an import as a run of its own.
    static func alone(
        _ command: String,
        _ context: WorkspaceContext,
        _ clock: @Sendable () -> Instant,
        _ work: (ImportStage) async throws -> ImportSummary
    ) async throws -> ImportSummary {
        let versions = VersionRecord.json(scorer: nil)
        let run = try context.database.write {
            try RunTable.begin(command: command, at: context.now, versions: versions, in: $0)
        }
        do {
            let summary = try await work(ImportStage(context: context, run: run))
            let status: RunTable.Status = summary.problems.isEmpty ? .good : .failed
            try context.database.write { try RunTable.finish(run, status: status, at: clock(), in: $0) }
            return summary
        } catch {
            try context.database.write { try RunTable.finish(run, status: .failed, at: clock(), in: $0) }
            throw error
        }
    }

    /// Imports files, and folders with everything in them, in the order given, and reads kept inputs anew whose mapping
    /// or brands have changed.
    ///
    /// `needsFile`: whether it is an error that no file at all could be read.
    /// `isNight`: whether the files are all that nights read, which the next night need not read again.
    /// - Returns: counts for each file. A file that cannot be read becomes a problem, and the others go on.
    /// - Throws: the file's own error when no file could be read and one is needed.
    @concurrent
    package func run(
        _ paths: [URL],
        choices: ImportChoices,
        needsFile: Bool = true,
        isNight: Bool = false,
        progress: ProgressListener
    ) async throws -> ImportSummary {
        ScratchFolder.removeAbandoned()
        let brands = try brandDirectory()
        var pass = ImportPass(choices: choices, brands: brands, seen: try context.database.read(SeenFiles.init))
        for url in paths.flatMap({ expand($0, &pass.summary) }) {
            try Task.checkCancellation()
            try await importInput(url, into: &pass, progress)
        }
        if !choices.isDryRun { pass.summary.notes += try notesOfPatterns(strays: pass.strays) }
        var summary = pass.summary
        if needsFile, summary.files.isEmpty, let failure = pass.failure { throw failure }
        if !choices.isDryRun {
            try await rereadStale(except: pass.read, brands, into: &summary, progress)
            try await agree(brands, into: &summary, progress)
            try await findRowsElsewhere(brands, into: &summary, progress)
            try forgetOldBytes()
            try context.database.write { [seen = pass.seen] db in
                try SourceTimes.settle(in: db)
                if isNight { try seen.remember(in: db) }
            }
        }
        summary.checkQuarantine(limit: context.settings.quarantineLimit)
        return summary
    }

    /// Reads one file, and not what is packed in it.
    func importFile(_ input: PackedInput, into pass: inout ImportPass, _ progress: ProgressListener) async throws {
        let plan = try plan(of: input, in: pass)
        pass.seen.find(
            SeenFiles.Content(tail: input.tail, title: input.file.lastPathComponent, hash: plan.inputHash)
        )
        try await importFile(plan, into: &pass, progress)
    }

    func importFile(_ plan: ImportPlan, into pass: inout ImportPass, _ progress: ProgressListener) async throws {
        pass.add(try await FileImport(plan: plan, context: context, run: run).run(progress: progress), plan)
    }

    /// `hash`: SHA-256 of the input, where it is known.
    func plan(of input: PackedInput, hash: String? = nil, in pass: ImportPass) throws -> ImportPlan {
        try ImportPlan(
            file: input.file,
            path: input.path,
            name: input.name,
            inputHash: hash,
            choices: pass.choices,
            brands: pass.brands,
            pools: pass.isAlone ? nil : pools,
            context: context
        )
    }

    /// What is said of files that no source in the settings names, where one names no file that was ever imported.
    private func notesOfPatterns(strays: [String]) throws -> [String] {
        guard let stray = strays.first else { return [] }
        let inputs = try context.database.read(InputTable.all)
        let names = Set(inputs.flatMap { PackedInput.names(ofPath: $0.file) })
        let idle = context.settings.sources.filter { !names.contains(where: FilePattern($0.files).matches) }
        if idle.isEmpty { return [] }
        let patterns = idle.map { "\"\($0.files)\" (\($0.name))" }.joined(separator: ", ")
        let more = strays.count > 1 ? " and \(strays.count - 1) more files" : ""
        return [
            """
            \(stray)\(more): no `files:` of a source in koe.yaml matches, while \(patterns) there matches no file that was \
            ever imported; is the name written as it is meant?
            """
        ]
    }

    /// Reads the kept inputs of a source anew.
    ///
    /// `source`: `nil` for all sources.
    /// - Throws: ``WorkspaceError`` `input` when nothing of the source was imported.
    @concurrent
    package func reread(source: String?, progress: ProgressListener) async throws -> ImportSummary {
        let inputs = try context.database.read(InputTable.all).filter { source == nil || $0.source == source }
        guard !inputs.isEmpty else {
            throw WorkspaceError(
                .input,
                "nothing was imported of \(source.map { "the source \"\($0)\"" } ?? "any source")"
            )
        }
        return try await reread(inputs, progress)
    }

    /// Reads the kept inputs anew whose bytes have one of the hashes.
    @concurrent
    package func reread(hashes: Set<String>, progress: ProgressListener) async throws -> ImportSummary {
        try await reread(context.database.read(InputTable.all).filter { hashes.contains($0.inputHash) }, progress)
    }

    private func reread(_ inputs: [StoredInput], _ progress: ProgressListener) async throws -> ImportSummary {
        var summary = ImportSummary()
        let brands = try brandDirectory()
        summary.problems += inputs.filter { !$0.isKept }.map { input in
            input.wasRead
                ? "\(input.file) is not kept; import the file once more to read it anew"
                : "\(input.file) could not be read when it was imported; koe import tells why"
        }
        try await renew(inputs.filter(\.isKept), brands, into: &summary, progress)
        try await agree(brands, into: &summary, progress)
        try await findRowsElsewhere(brands, into: &summary, progress)
        summary.checkQuarantine(limit: context.settings.quarantineLimit)
        return summary
    }

    /// Reads kept inputs anew whose mapping, brands or program have changed since they were read.
    private func rereadStale(
        except read: Set<String>,
        _ brands: ImportBrands,
        into summary: inout ImportSummary,
        _ progress: ProgressListener
    ) async throws {
        var stale: [StoredInput] = []
        for input in try context.database.read(InputTable.all) where input.isKept && !read.contains(input.inputHash) {
            try await about(input, into: &summary) { _ in
                let plan = try plan(of: input, brands)
                if ReadingRecord(input.readBy)?.plan != plan.fingerprint { stale.append(input) }
            }
        }
        try await renew(stale, brands, into: &summary, progress)
    }

    private func renew(
        _ inputs: [StoredInput],
        _ brands: ImportBrands,
        into summary: inout ImportSummary,
        _ progress: ProgressListener
    ) async throws {
        let files = try await reread(inputs, brands, into: &summary, progress)
        for file in files { summary.add(file) }
        summary.rereadInputs += files.count
    }

    func plan(of input: StoredInput, _ brands: ImportBrands) throws -> ImportPlan {
        try ImportPlan(
            file: URL(filePath: input.file),
            inputHash: input.inputHash,
            kept: input,
            choices: ReadingChoices(json: input.choices).choices(),
            brands: brands,
            pools: pools,
            context: context
        )
    }

    private func forgetOldBytes() throws {
        let settings = context.settings
        try context.database.write { db in
            for source in try InputTable.sourcesWithBytes(in: db) {
                let days = settings.sourceRawRowDays[source] ?? settings.rawRowDays
                guard days > 0 else { continue }
                let moment = Instant(milliseconds: context.now.milliseconds - Int64(days) * 86_400_000)
                try InputTable.forgetBytes(of: source, before: moment, in: db)
            }
        }
    }

    /// Whether one file is at fault, so that the others can still be read.
    static func isAboutInput(_ error: any Error) -> Bool {
        switch error {
        case let error as WorkspaceError: error.code == .input
        case is IngestionError: true
        default: FileProblem(error)?.isReading ?? false
        }
    }

    /// - Throws: ``WorkspaceError`` `input` for what cannot be read as a file.
    func checkKind(_ url: URL) throws {
        switch FileKind(atPath: url.path) {
        case .missing: throw WorkspaceError(.input, "there is no file \(url.path)")
        case .device: throw WorkspaceError(.input, "\(url.path) is a socket or a device, which may never end")
        case .regular, .folder, .stream: break
        }
        guard FileManager.default.isReadableFile(atPath: url.path) else {
            throw WorkspaceError(.input, "cannot read \(url.path); are its rights in order?")
        }
    }

    private func expand(_ url: URL, _ summary: inout ImportSummary) -> [URL] {
        guard FileKind(atPath: url.path) == .folder else { return [url] }
        let listing = Inbox.listing(under: url)
        summary.problems += listing.problems
        return listing.files
    }

    /// The user's brands before the well-known ones.
    func brandDirectory() throws -> ImportBrands {
        let table = try context.resources.brandTable()
        return ImportBrands(
            directory: BrandDirectory(context.settings.brandNames(before: table)),
            fingerprint: Digest.hex(Array("\(context.settings.brands)\n\(table)".utf8))
        )
    }
}
