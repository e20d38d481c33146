import Feedback
import Linkage
import Store
import Workspace

/// Links all comments from nothing, and makes what the nights after it change.
struct FullLinking {
    /// Comments that are linked and written at a time.
    private static let batchSize = 4_096
    /// Batches that wait to be written while others are linked.
    private static let batchesAhead = 1
    /// Threads that a worker reads and links at a time.
    private static let threadsAtOnce = 128

    let database: KoeDatabase
    let tools: LinkTools
    let workers: Int

    /// `writes`: whether to store the links; without it the counts say what would be stored.
    ///
    /// - Returns: the counts, and how often a comment was weighed against a case.
    @concurrent
    func run(writes: Bool, progress: ProgressListener) async throws -> (counts: LinkCounts, pairs: Int) {
        let tables = LinkTables(tools: tools, workers: workers)
        if writes { try database.write(tables.begin) }
        // What knows the cases is let go before the last steps, which need as much memory.
        let result = try linkAll(tables, writes: writes, progress: progress)
        // Several transactions, for one of them all would double the file until it ends.
        if writes { for step in tables.lastSteps { try database.write(step) } }
        return result
    }

    private func linkAll(
        _ tables: LinkTables,
        writes: Bool,
        progress: ProgressListener
    ) throws -> (counts: LinkCounts, pairs: Int) {
        let threads = try CommentThreads(
            database: database,
            each: { rows in if writes { try database.write { try ThreadNodeTable.append(rows, in: $0) } } },
            last: { [database] in if writes { try database.write(ThreadNodeTable.index) } }
        )
        // Not beside the threads: grouping them and gathering the cases both need much more memory than what is left.
        let cases = try database.read { try IndexedCases(tools: tools, in: $0) }
        let linkRun = LinkRun(index: cases.index, names: tools.names, model: tools.model, overrides: tools.overrides)
        let areNew = try database.read { try LinkTable.isEmpty(in: $0) }
        var counts = LinkCounts()
        var (done, pairs) = (0, 0)
        // While the links of a batch are written, and a part of what cases are found by, those of the next are made.
        let batches = threads.batches(size: Self.batchSize)
        let linked = Handoff(ahead: Self.batchesAhead) { put in
            for (part, batch) in batches.enumerated() { try put((part, link(batch, of: threads, with: linkRun))) }
        }
        try linked.forEach { part, linked in
            try Task.checkCancellation()
            if writes {
                try store(linked, areNew: areNew) {
                    try tables.storeKeys(part: part, of: batches.count, cases, in: $0)
                }
            } else {
                try cases.check()
            }
            for thread in linked {
                for (_, link) in thread.links { counts.add(link) }
                pairs += thread.pairs
                done += thread.links.count
            }
            progress(ProgressReport(stage: "link", done: done, total: threads.count, unit: "comments"))
        }
        if writes { for step in tables.caseSteps(cases) { try database.write(step) } }
        return (counts, pairs)
    }

    /// Links the threads of a batch on all cores.
    private func link(_ batch: Range<Int>, of threads: CommentThreads, with linkRun: LinkRun) throws -> [LinkedThread] {
        let own = threads.threads(of: batch)
        let pieces = stride(from: 0, to: own.count, by: Self.threadsAtOnce).map {
            own[$0..<min($0 + Self.threadsAtOnce, own.count)]
        }
        let (database, tools) = (database, tools)
        return try sideBySide(pieces, workers: workers) { piece in
            let stored = try database.read { db in try piece.map { try LinkReading.comments(ids: $0, in: db) } }
            return stored.map { thread in
                let comments = thread.map {
                    ($0.id, tools.linkComment($0, parentSource: threads.parentSource(of: $0.id)))
                }
                return LinkedThread(comments, with: linkRun)
            }
        }
        .flatMap(\.self)
    }

    private func store(
        _ linked: [LinkedThread],
        areNew: Bool,
        with beside: (StoreConnection) throws -> Void
    ) throws {
        try database.write { db in
            try LinkTable.store(linked.flatMap(\.links), areNew: areNew, in: db)
            for thread in linked {
                if let keeper = thread.keeper, !thread.notes.isEmpty {
                    try LinkNoteTable.keep(thread.notes, of: keeper, in: db)
                }
            }
            try beside(db)
        }
    }
}
