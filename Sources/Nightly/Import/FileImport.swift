import Feedback
import Foundation
import Ingestion
import Linkage
import Store
import Workspace

/// Reads one file into the database, batch by batch.
///
/// Each batch is one transaction, so that a killed import leaves whole
/// batches behind, and the next import of the file finds them as duplicates.
struct FileImport: Sendable {
    private static let batchSize = 4_096
    private static let chunkSize = 1 << 18
    /// The source of all pages that nobody has named, so that a page saved under another name adds nothing.
    private static let pageSource = "page"

    let plan: ImportPlan
    let context: WorkspaceContext
    let run: Int64

    @concurrent
    func run(progress: ProgressListener) async throws -> ImportSummary.File {
        let input = StageInput(.file(plan.inputHash), ["plan": plan.fingerprint])
        if try context.database.read(input.isUnchanged) { return unchanged() }
        let handle = try FileHandle(forReadingFrom: plan.file)
        defer { try? handle.close() }  // Nothing is lost when closing a file that was only read fails.
        let total = try? handle.seekToEnd()  // Only for the progress bar; a pipe has no end to seek to.
        try handle.seek(toOffset: 0)
        let chunks = InputChunks {
            do {
                return try handle.read(upToCount: Self.chunkSize).flatMap { $0.isEmpty ? nil : Array($0) }
            } catch {
                throw FileProblem(error) ?? error
            }
        }
        var importer = Importer(file: plan.file.path, chunks: chunks, format: plan.format, options: plan.options)
        var counts = FileCounts()
        while let batch = try importer.next(maximumRows: Self.batchSize) {
            try Task.checkCancellation()
            counts.stored += try store(batch, isPage: importer.format == .page)
            counts.add(batch)
            let done = batch.bytesRead
            progress(ProgressReport(stage: "import", done: done, total: total.map { Int($0) }, unit: "bytes"))
        }
        let file = file(counts, importer)
        try finish(file, input: input)
        return file
    }

    /// Stores a batch in one transaction, with the cases that its stories open.
    private func store(_ batch: ImportBatch, isPage: Bool) throws -> StoreCounts {
        if plan.isDryRun { return StoreCounts() }
        var comments = batch.comments
        if isPage && !plan.isSourceNamed {
            for place in comments.indices { comments[place].source = Self.pageSource }
        }
        let stories = isPage ? comments.compactMap(storyCase) : []
        return try context.database.write { db in
            var counts = try CommentTable.store(comments, in: db)
            counts += try CaseTable.store(batch.cases, in: db)
            _ = try CaseTable.store(stories, in: db)
            try QuarantineTable.store(
                batch.problems,
                source: sourceName(isPage: isPage),
                inputHash: plan.inputHash,
                in: db
            )
            return counts
        }
    }

    /// The source under which the rows of the file are kept.
    private func sourceName(isPage: Bool) -> String {
        isPage && !plan.isSourceNamed ? Self.pageSource : plan.options.source ?? Self.pageSource
    }

    /// The case that an article opens by telling its writer's own incident.
    private func storyCase(_ comment: Comment) -> SupportCase? {
        guard comment.inReplyTo == nil, var story = StoryReader.cases(in: comment) else { return nil }
        story.caseID = LinkCase.storyID(commentKey: LinkComment(comment).key)
        return story
    }

    private func finish(_ file: ImportSummary.File, input: StageInput) throws {
        if plan.isDryRun { return }
        var entry = LedgerEntry(
            source: file.source,
            file: file.file,
            inputHash: plan.inputHash,
            format: file.format,
            encoding: file.encoding
        )
        entry.read = file.read
        entry.stored = file.stored
        entry.duplicate = file.duplicate
        entry.updated = file.updated
        entry.quarantined = file.quarantined
        entry.skipped = file.skipped
        guard entry.addsUp else {
            throw WorkspaceError(
                .incomplete,
                "the ledger of \(file.file) does not add up: read \(file.read); please report this"
            )
        }
        try context.database.write { db in
            try RunTable.record(entry, run: run, in: db)
            try input.remember(in: db)
            try SourceReadings.note(file.source, reading: plan.reading, at: context.now, in: db)
        }
    }

    private func file(_ counts: FileCounts, _ importer: borrowing Importer) -> ImportSummary.File {
        var file = ImportSummary.File(
            file: plan.file.lastPathComponent,
            source: sourceName(isPage: importer.format == .page),
            format: importer.format.rawValue,
            encoding: importer.encoding?.name ?? "ASCII"
        )
        file.read = counts.read
        file.stored = counts.stored.stored
        file.duplicate = counts.stored.duplicate
        file.updated = counts.stored.updated
        file.quarantined = counts.quarantined
        file.reasons = counts.reasons.top
        file.skipped = counts.skipped
        return file
    }

    private func unchanged() -> ImportSummary.File {
        var file = ImportSummary.File(
            file: plan.file.lastPathComponent,
            source: plan.options.source ?? "",
            format: plan.format.rawValue,
            encoding: ""
        )
        file.isUnchanged = true
        return file
    }
}

/// Counts of one file while it is read.
private struct FileCounts {
    var read = 0
    var quarantined = 0
    var skipped = 0
    var reasons = ReasonCounts()
    var stored = StoreCounts()

    mutating func add(_ batch: ImportBatch) {
        read += batch.rowsRead
        quarantined += batch.problems.count
        reasons.add(batch.problems)
        skipped += batch.skipped.values.reduce(0, +)
    }
}
