import Feedback
import Linkage
import Store
import Workspace

/// Links all comments from nothing, and makes what the nights after it change.
struct FullLinking {
    /// Comments that are read, linked and written at a time.
    private static let batchSize = 8_192

    let database: KoeDatabase
    let tools: LinkTools
    let workers: Int

    /// `writes`: whether to store the links; without it the counts say what would be stored.
    @concurrent
    func run(writes: Bool, progress: ProgressListener) async throws -> LinkCounts {
        let tables = LinkTables(tools: tools)
        if writes { try database.write(tables.begin) }
        let cases = try database.read(KeyedCases.init)
        let index = tables.index(of: cases)
        let linkRun = LinkRun(index: index, names: tools.names, model: tools.model, overrides: tools.overrides)
        let threads = try CommentThreads(database: database) { rows in
            if writes { try database.write { try ThreadNodeTable.append(rows, in: $0) } }
        }
        var counts = LinkCounts()
        var done = 0
        for batch in threads.batches(size: Self.batchSize) {
            try Task.checkCancellation()
            let linked = try await link(batch, of: threads, with: linkRun)
            if writes { try database.write { try store(linked, in: $0) } }
            for thread in linked {
                for (_, link) in thread.links { counts.add(link) }
                done += thread.links.count
            }
            progress(ProgressReport(stage: "link", done: done, total: threads.count, unit: "comments"))
        }
        if writes { try database.write { try tables.finish(cases, index, in: $0) } }
        return counts
    }

    /// Links the threads of a batch on all cores.
    @concurrent
    private func link(
        _ batch: [[Int64]],
        of threads: CommentThreads,
        with linkRun: LinkRun
    ) async throws -> [LinkedThread] {
        let (database, tools) = (database, tools)
        return try await inShares(batch, workers: workers) { share in
            let stored = try database.read { db in
                try share.map { try CommentTable.comments(ids: $0, in: db) }
            }
            return stored.map { thread in
                let comments = thread.map {
                    ($0.id, tools.linkComment($0, parentSource: threads.parentSource(of: $0.id)))
                }
                return LinkedThread(comments, with: linkRun)
            }
        }
    }

    private func store(_ linked: [LinkedThread], in db: StoreConnection) throws {
        for thread in linked {
            try LinkTable.store(thread.links, in: db)
            if let keeper = thread.keeper, !thread.notes.isEmpty {
                try LinkNoteTable.keep(thread.notes, of: keeper, in: db)
            }
        }
    }
}
