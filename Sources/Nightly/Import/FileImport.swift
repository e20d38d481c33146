import Feedback
import Foundation
import Ingestion
import Linkage
import Store
import Workspace

/// Reads one file, or an input that was kept, into the database, batch by batch.
///
/// Some batches share a transaction, so that a killed import leaves whole
/// batches behind, and the next import of the file finds them as duplicates.
struct FileImport: Sendable {
    let plan: ImportPlan
    let context: WorkspaceContext
    let run: Int64
    /// The input to read from the database instead of the file.
    var kept: StoredInput?

    /// Rows of one transaction, and bytes of the input after which it ends as well.
    ///
    /// Ids come in no order, so that each transaction writes most pages of their index: the more rows, the fewer times.
    private static let transactionRows = 24_576
    private static let transactionBytes = 12 << 20

    @concurrent
    func run(progress: ProgressListener) async throws -> ImportSummary.File {
        if kept == nil, plan.isKnown { return unchanged() }
        try await lookAhead()
        return try await store(progress: progress)
    }

    /// Takes away what earlier readings of the input made and a new one will not make.
    @concurrent
    func lookAhead() async throws {
        guard !plan.isDryRun, let known = kept ?? plan.known, isReread else { return }
        let handle = try openFile()
        defer { try? handle?.close() }  // Nothing is lost when closing a file that was only read fails.
        let reading = try reading(handle, keeps: false)
        try context.database.write { db in
            if kept == nil, known.source != plan.source { try InputTable.rename(known, to: plan.source, in: db) }
            try InputTable.beginAnew(known.id, in: db)
            try NewReading.begin(known.id, in: db)
        }
        var packer = CommentPacker()
        while var batch = try await reading.next()?.batch {
            try Task.checkCancellation()
            let rows = packer.pack(&batch.comments, origins: batch.origins)
            try context.database.write { try NewReading.lookAhead(at: rows, of: known.id, in: $0) }
        }
        guard try await reading.end().hash == plan.inputHash else { return }
        try context.database.write { try NewReading.removeStale(of: known.id, in: $0) }
    }

    /// Reads and stores all rows, of an input that was read before once ``lookAhead()`` is done.
    @concurrent
    func store(progress: ProgressListener) async throws -> ImportSummary.File {
        let handle = try openFile()
        defer { try? handle?.close() }  // Nothing is lost when closing a file that was only read fails.
        let total = try? handle?.seekToEnd()  // Only for the progress bar; a pipe has no end to seek to.
        try handle?.seek(toOffset: 0)
        let earlier = try earlierInput()
        let reading = try reading(handle, keeps: keepsBytes, mark: earlier?.byteCount ?? 0)
        var counts = FileCounts()
        let input = try begin()
        var tail = CutOffTail(end: earlier?.byteCount)
        try await store(reading, of: input, total: total, into: &counts, &tail, progress)
        let end = try await reading.end()
        var file = file(counts, end)
        if end.hash != plan.inputHash {
            file.problems.append("\(file.file) changed while it was read; the next run reads it again")
        }
        if let earlier, end.digestAtMark == earlier.inputHash, let byte = tail.byte {
            try context.database.write {
                _ = try GrownInput.forgetCutOffRow(of: earlier, at: byte, grownTo: input, in: $0)
            }
        }
        try finish(&file, input: input, end)
        let isKept = (kept != nil || keepsBytes && end.hash == plan.inputHash) && file.erased + file.expired == 0
        if isKept, let sketch = end.sketch, let proposed = end.proposed {
            plan.pools?.add(sketch, to: plan.source, proposed)
        }
        return file
    }

    /// `nil` for an input that was kept.
    private func openFile() throws -> FileHandle? { kept == nil ? try FileHandle(forReadingFrom: plan.file) : nil }

    private func reading(_ handle: FileHandle?, keeps: Bool, mark: Int = 0) throws -> InputReading {
        InputReading(
            plan: plan,
            handle: handle,
            kept: kept,
            database: context.database,
            tombstones: try Tombstones(of: context),
            limits: try RetentionLimits(of: context),
            keeps: keeps,
            mark: mark
        )
    }

    private var keepsBytes: Bool { kept == nil && !plan.isDryRun && context.settings.keepRawRows }

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
            try QuarantineTable.clear(inputHash: plan.inputHash, source: plan.source, in: db)
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

    /// Stores all batches; where one cannot be read, those before it stay.
    private func store(
        _ reading: InputReading,
        of input: Int64,
        total: UInt64?,
        into counts: inout FileCounts,
        _ tail: inout CutOffTail,
        _ progress: ProgressListener
    ) async throws {
        let transaction = try plan.isDryRun ? nil : SharedTransaction(context.database)
        let batches = ReadyBatches()
        var packer = CommentPacker()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await reading.read(into: batches) }
            do {
                var (rows, bytes) = (0, 0)
                while var ready = await batches.take() {
                    tail.look(at: ready.batch.origins)
                    try Task.checkCancellation()
                    if let transaction { counts.stored += try store(&ready, &packer, of: input, in: transaction) }
                    counts.add(ready.batch)
                    rows += ready.batch.rowsRead
                    let done = ready.batch.bytesRead
                    if rows >= Self.transactionRows || done - bytes >= Self.transactionBytes {
                        try transaction?.commit()
                        (rows, bytes) = (0, done)
                    }
                    progress(ProgressReport(stage: "import", done: done, total: total.map { Int($0) }, unit: "bytes"))
                }
                try transaction?.commit()
            } catch {
                await batches.close()
                // What stopped the import is what counts; a step that failed has taken its transaction back itself.
                try? transaction?.commit()
                throw error
            }
            // Only now, when all that could be read is kept, what ended the reading.
            try await group.waitForAll()
        }
    }

    /// Stores a batch, with the cases that its stories open.
    private func store(
        _ ready: inout InputReading.Batch,
        _ packer: inout CommentPacker,
        of input: Int64,
        in transaction: SharedTransaction
    ) throws -> StoreCounts {
        let rows = packer.pack(&ready.batch.comments, origins: ready.batch.origins)
        let batch = ready.batch
        let stories = ready.isPage ? batch.comments.compactMap(storyCase) : []
        return try transaction.step { db in
            try keep(ready.pieces, of: input, in: db)
            var counts = try CommentTable.store(rows, input: input, isReread: isReread, in: db)
            counts.remarks.takenBack += try WithdrawalTable.store(batch.withdrawals, input: input, in: db)
            counts += try CaseTable.store(batch.cases, input: input, isReread: isReread, in: db)
            _ = try CaseTable.store(stories, input: input, isReread: isReread, in: db)
            try QuarantineTable.store(
                batch.problems,
                source: sourceName(isPage: ready.isPage),
                inputHash: plan.inputHash,
                in: db
            )
            return counts
        }
    }

    private func keep(_ pieces: [InputPiece], of input: Int64, in db: StoreConnection) throws {
        for piece in pieces { try InputTable.keep(piece, of: input, in: db) }
    }

    /// The source under which the rows of the file are kept.
    private func sourceName(isPage: Bool) -> String {
        isPage && !plan.isSourceNamed ? InputReading.pageSource : plan.source
    }

    /// The case that an article opens by telling its writer's own incident.
    private func storyCase(_ comment: Comment) -> SupportCase? {
        guard comment.inReplyTo == nil, var story = StoryReader.cases(in: comment) else { return nil }
        story.caseID = LinkCase.storyID(commentKey: LinkComment(comment).key)
        return story
    }

    private func finish(_ file: inout ImportSummary.File, input: Int64, _ read: InputReading.End) throws {
        if plan.isDryRun { return }
        let isWhole = read.hash == plan.inputHash
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
            let removed = isReread && isWhole ? try NewReading.end(input, in: db) : (comments: 0, cases: 0)
            try keep(read.pieces, of: input, in: db)
            try RunTable.record(entry, run: run, in: db)
            try end(input, read, isWhole: isWhole, in: db)
            // The bytes as they came hold what may not come back.
            if file.erased + file.expired > 0 { try Erasure.forgetBytes(of: input, in: db) }
            if !isWhole { try InputTable.correct(input, hash: read.hash, in: db) }
            try QuarantineTable.clearMended(
                file: plan.path,
                source: file.source,
                inputHash: plan.inputHash,
                input: input,
                lastLine: file.read,
                in: db
            )
            try SourceReadings.note(file.source, reading: plan.reading, at: context.now, in: db)
            try ColumnsAside.note(read.columnsAside, of: file.source, in: db)
            return removed
        }
        file.casesGone = removed.cases
        let sum = removed.comments + removed.cases
        if sum > 0 {
            file.notes.append("\(file.file): \(sum) comments and cases of its earlier reading are read so no more")
        }
    }

    private func end(_ input: Int64, _ read: InputReading.End, isWhole: Bool, in db: StoreConnection) throws {
        let record = ReadingRecord(plan: plan.fingerprint, proposed: read.proposed)
        let isKept = kept != nil || isWhole && keepsBytes
        if isKept, let sketch = read.sketch, record.signature != nil {
            try InputTable.keep(sample: sketch.packed, of: input, in: db)
        }
        if kept != nil {
            try InputTable.note(input, readBy: record.text, choices: plan.choices.json(), in: db)
        } else {
            let readBy = isWhole ? record.text : nil
            try InputTable.end(input, readBy: readBy, byteCount: read.byteCount, isKept: isKept, in: db)
        }
    }

    private func file(_ counts: FileCounts, _ end: InputReading.End) -> ImportSummary.File {
        var file = ImportSummary.File(
            file: plan.name,
            source: sourceName(isPage: end.format == .page),
            format: end.format.rawValue,
            encoding: end.encoding?.name ?? "ASCII"
        )
        file.read = counts.read
        file.stored = counts.stored.stored
        file.duplicate = counts.stored.duplicate
        file.updated = counts.stored.updated
        file.quarantined = counts.quarantined
        file.reasons = counts.reasons.top
        file.skipped = counts.skipped
        file.leftOut = counts.leftOut
        file.erased = counts.skippedByReason[.erased] ?? 0
        file.expired = counts.skippedByReason[.expired] ?? 0
        file.notes =
            end.warnings.map { "\(file.source): \($0)" } + end.notes.map { "\(file.file): \($0)" }
            + ImportNotes.notes(of: file, counts, isDryRun: plan.isDryRun)
        if plan.isSourceOfOneMonth { file.notes.append(ImportNotes.ofOneMonth(file)) }
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
    private(set) var roughTimes = 0
    private(set) var daysAlone = 0
    private(set) var reasons = ReasonCounts()
    var stored = StoreCounts()

    var skipped: Int { skippedByReason.values.reduce(0, +) + stored.withdrawn }

    var leftOut: [ImportSummary.LeftOut] {
        let all = skippedByReason.merging([.withdrawn: stored.withdrawn], uniquingKeysWith: +).filter { $0.value > 0 }
        return all.sorted { $0.key < $1.key }.map { reason, rows in
            ImportSummary.LeftOut(reason: reason.rawValue, message: reason.words, rows: rows)
        }
    }

    mutating func add(_ batch: ImportBatch) {
        read += batch.rowsRead
        quarantined += batch.problems.count
        reasons.add(batch.problems)
        firstProblem = firstProblem ?? batch.problems.first
        unread.merge(batch.unread, uniquingKeysWith: +)
        roundedIDs += batch.roundedIDs
        roughTimes += batch.roughTimes
        daysAlone += batch.daysAlone
        firstRoundedID = firstRoundedID ?? batch.firstRoundedID
        skippedByReason.merge(batch.skipped, uniquingKeysWith: +)
    }
}
