import Feedback
import Foundation
import Ingestion
import Linkage
import Store
import Workspace

/// Reads one file, or an input that was kept, into the database, batch by batch.
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
    /// The input to read from the database instead of the file.
    var kept: StoredInput?

    @concurrent
    func run(progress: ProgressListener) async throws -> ImportSummary.File {
        if kept == nil, plan.known?.source == plan.source, plan.known?.readBy == plan.fingerprint {
            return unchanged()
        }
        let handle = kept == nil ? try FileHandle(forReadingFrom: plan.file) : nil
        defer { try? handle?.close() }  // Nothing is lost when closing a file that was only read fails.
        let total = try? handle?.seekToEnd()  // Only for the progress bar; a pipe has no end to seek to.
        try handle?.seek(toOffset: 0)
        let earlier = try earlierInput()
        let tombstones = try Tombstones(of: context)
        let tap =
            if let kept {
                InputTap(keeps: false, Self.pieces(of: kept, in: context.database))
            } else {
                InputTap(keeps: keepsBytes, mark: earlier?.byteCount ?? 0) { try Self.piece(handle) }
            }
        var importer = Importer(
            file: plan.path,
            chunks: InputChunks { try tap.next() },
            format: plan.format,
            options: plan.options
        )
        var counts = FileCounts()
        let input = try begin()
        var tail = CutOffTail(end: earlier?.byteCount)
        while let batch = try importer.next(maximumRows: Self.batchSize) {
            tail.look(at: batch.origins)
            try Task.checkCancellation()
            let batch = tombstones.withoutErased(named(batch, isPage: importer.format == .page))
            counts.stored += try store(batch, of: input, tap: tap, isPage: importer.format == .page)
            counts.add(batch)
            let done = batch.bytesRead
            progress(ProgressReport(stage: "import", done: done, total: total.map { Int($0) }, unit: "bytes"))
        }
        let hash = try tap.finish()
        var file = file(counts, importer)
        if hash != plan.inputHash {
            file.problems.append("\(file.file) changed while it was read; the next run reads it again")
        }
        if let earlier, tap.digestAtMark == earlier.inputHash, let byte = tail.byte {
            try context.database.write {
                _ = try GrownInput.forgetCutOffRow(of: earlier, at: byte, grownTo: input, in: $0)
            }
        }
        try finish(&file, columnsAside: importer.columnsAside, input: input, tap: tap, hash: hash)
        return file
    }

    private var keepsBytes: Bool { kept == nil && !plan.isDryRun && context.settings.keepRawRows }

    private static func piece(_ handle: FileHandle?) throws -> [UInt8]? {
        do {
            return try handle?.read(upToCount: chunkSize).flatMap { $0.isEmpty ? nil : Array($0) }
        } catch {
            throw FileProblem(error) ?? error
        }
    }

    /// The input was read before: its newest reading counts.
    private var isReread: Bool {
        kept != nil || plan.known != nil && (plan.known?.source == plan.source || plan.isSourceRenamed)
    }

    /// The latest import of the same file with other bytes, which may be the first bytes of this one.
    private func earlierInput() throws -> StoredInput? {
        guard kept == nil, !plan.isDryRun, plan.known == nil else { return nil }
        return try context.database.read {
            try GrownInput.earlier(than: 0, source: plan.source, file: plan.path, in: $0)
        }
    }

    private func begin() throws -> Int64 {
        if plan.isDryRun { return 0 }
        let choices = try plan.choices.json()
        return try context.database.write { db in
            if let known = plan.known, known.source != plan.source, plan.isSourceRenamed {
                try InputTable.rename(known, to: plan.source, in: db)
            }
            try QuarantineTable.clear(inputHash: plan.inputHash, source: plan.source, in: db)
            if isReread, let known = kept ?? plan.known { try NewReading.begin(known.id, in: db) }
            if let kept {
                try InputTable.beginAnew(kept.id, in: db)
                return kept.id
            }
            return try InputTable.begin(
                plan.inputHash,
                source: plan.source,
                file: plan.path,
                run: run,
                choices: choices,
                at: context.now,
                in: db
            )
        }
    }

    /// The batch under the names that count: sources of pages, and brands in one form of Unicode.
    private func named(_ batch: ImportBatch, isPage: Bool) -> ImportBatch {
        var batch = batch
        for place in batch.comments.indices {
            if isPage && !plan.isSourceNamed { batch.comments[place].source = Self.pageSource }
            batch.comments[place].brand = batch.comments[place].brand?.composed
        }
        for place in batch.cases.indices { batch.cases[place].brand = batch.cases[place].brand?.composed }
        return batch
    }

    /// Stores a batch in one transaction, with the cases that its stories open.
    private func store(_ batch: ImportBatch, of input: Int64, tap: InputTap, isPage: Bool) throws -> StoreCounts {
        if plan.isDryRun { return StoreCounts() }
        let stories = isPage ? batch.comments.compactMap(storyCase) : []
        return try context.database.write { db in
            try keepPieces(of: input, tap: tap, in: db)
            var counts = try CommentTable.store(
                batch.comments,
                origins: batch.origins,
                input: input,
                isReread: isReread,
                in: db
            )
            counts.remarks.takenBack += try WithdrawalTable.store(batch.withdrawals, input: input, in: db)
            counts += try CaseTable.store(batch.cases, input: input, isReread: isReread, in: db)
            _ = try CaseTable.store(stories, input: input, isReread: isReread, in: db)
            try QuarantineTable.store(
                batch.problems,
                source: sourceName(isPage: isPage),
                inputHash: plan.inputHash,
                in: db
            )
            return counts
        }
    }

    private func keepPieces(of input: Int64, tap: InputTap, in db: StoreConnection) throws {
        for piece in tap.takePieces() {
            try InputTable.keep(piece.bytes, at: piece.position, of: input, in: db)
        }
    }

    /// The source under which the rows of the file are kept.
    private func sourceName(isPage: Bool) -> String {
        isPage && !plan.isSourceNamed ? Self.pageSource : plan.source
    }

    /// The case that an article opens by telling its writer's own incident.
    private func storyCase(_ comment: Comment) -> SupportCase? {
        guard comment.inReplyTo == nil, var story = StoryReader.cases(in: comment) else { return nil }
        story.caseID = LinkCase.storyID(commentKey: LinkComment(comment).key)
        return story
    }

    private func finish(
        _ file: inout ImportSummary.File,
        columnsAside: [String],
        input: Int64,
        tap: InputTap,
        hash: String
    ) throws {
        if plan.isDryRun { return }
        let isWhole = hash == plan.inputHash
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
        let removed = try context.database.write { db in
            let removed = isReread && isWhole ? try NewReading.end(input, in: db) : 0
            try keepPieces(of: input, tap: tap, in: db)
            try RunTable.record(entry, run: run, in: db)
            try end(input, byteCount: tap.count, isWhole: isWhole, in: db)
            // The bytes as they came hold what may not come back.
            if file.erased > 0 { try Erasure.forgetBytes(of: input, in: db) }
            if !isWhole { try InputTable.correct(input, hash: hash, in: db) }
            try QuarantineTable.clearMended(
                file: plan.path,
                source: file.source,
                inputHash: plan.inputHash,
                lastLine: file.read,
                in: db
            )
            try SourceReadings.note(file.source, reading: plan.reading, at: context.now, in: db)
            try ColumnsAside.note(columnsAside, of: file.source, in: db)
            return removed
        }
        if removed > 0 {
            file.notes.append("\(file.file): \(removed) comments and cases of its earlier reading are read so no more")
        }
    }

    private func end(_ input: Int64, byteCount: Int, isWhole: Bool, in db: StoreConnection) throws {
        if kept != nil {
            try InputTable.note(input, readBy: plan.fingerprint, choices: plan.choices.json(), in: db)
        } else {
            try InputTable.end(
                input,
                readBy: isWhole ? plan.fingerprint : nil,
                byteCount: byteCount,
                isKept: isWhole && keepsBytes,
                in: db
            )
        }
    }

    private func file(_ counts: FileCounts, _ importer: borrowing Importer) -> ImportSummary.File {
        var file = ImportSummary.File(
            file: plan.name,
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
        file.erased = counts.skippedByReason[.erased] ?? 0
        file.notes =
            importer.notes.map { "\(file.file): \($0)" }
            + ImportNotes.notes(of: file, counts, isDryRun: plan.isDryRun)
        return file
    }

    private func unchanged() -> ImportSummary.File {
        var file = ImportSummary.File(
            file: plan.name,
            source: plan.source,
            format: plan.format.rawValue,
            encoding: ""
        )
        file.isUnchanged = true
        if let original = plan.copyOf {
            file.notes.append("\(file.file) is a copy of \(original), which is imported; it adds nothing")
        }
        return file
    }
}

extension FileImport {
    /// The chunks of an input that was kept.
    static func pieces(of input: StoredInput, in database: KoeDatabase) -> () throws -> [UInt8]? {
        var position = 0
        return {
            let bytes = try database.read { try InputTable.piece(of: input.id, at: position, in: $0) }
            position += bytes?.count ?? 0
            return bytes
        }
    }
}

/// Counts of one file while it is read.
struct FileCounts {
    private(set) var read = 0
    private(set) var quarantined = 0
    private(set) var skippedByReason: [SkipReason: Int] = [:]
    private(set) var firstProblem: RowProblem?
    /// Comments left without a time by the field that holds none.
    private(set) var unread: [String: Int] = [:]
    private(set) var roundedIDs = 0
    private(set) var firstRoundedID: String?
    private(set) var reasons = ReasonCounts()
    var stored = StoreCounts()

    var skipped: Int { skippedByReason.values.reduce(0, +) + stored.withdrawn }

    mutating func add(_ batch: ImportBatch) {
        read += batch.rowsRead
        quarantined += batch.problems.count
        reasons.add(batch.problems)
        firstProblem = firstProblem ?? batch.problems.first
        unread.merge(batch.unread, uniquingKeysWith: +)
        roundedIDs += batch.roundedIDs
        firstRoundedID = firstRoundedID ?? batch.firstRoundedID
        skippedByReason.merge(batch.skipped, uniquingKeysWith: +)
    }
}

extension String {
    /// The text in the composed form of Unicode: the same name, whatever program wrote it.
    fileprivate var composed: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
