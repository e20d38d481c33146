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
        if writes { try database.write(begin) }
        let cases = try cases()
        let index = CaseIndex(
            cases: cases.map { LinkCase($0.supportCase) },
            names: tools.names,
            hotKey: tools.model.hotKey
        )
        let linkRun = LinkRun(index: index, names: tools.names, model: tools.model, overrides: tools.overrides)
        let threads = try CommentThreads(database: database)
        var counts = LinkCounts(comments: threads.count, cases: cases.count)
        var done = 0
        for batch in threads.batches(size: Self.batchSize) {
            try Task.checkCancellation()
            let linked = try await link(batch, of: threads, with: linkRun)
            if writes { try database.write { try store(linked, in: $0) } }
            for thread in linked {
                counts.add(thread.links)
                done += thread.links.count
            }
            progress(ProgressReport(stage: "link", done: done, total: threads.count, unit: "comments"))
        }
        if writes {
            try database.write { try finish(index, caseIDs: cases.map(\.id), threads, in: $0) }
        }
        return counts
    }

    private func cases() throws -> [KeyedCase] {
        var cases: [KeyedCase] = []
        try database.read { db in try CaseTable.forEachKeyed(in: db) { cases.append($0) } }
        return cases
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

    // MARK: - Tables

    /// From here to the end of it all, nothing is taken for linked.
    private func begin(in db: StoreConnection) throws {
        try tools.input(tools.steps(in: db)).forget(in: db)
        try CaseKeyTable.clear(in: db)
        try LentHandleTable.clear(in: db)
        try CaseCountTable.clear(in: db)
        try CaseBrandTable.clear(in: db)
        try ThreadNodeTable.clear(in: db)
        try LinkNoteTable.clear(in: db)
    }

    private func store(_ linked: [LinkedThread], in db: StoreConnection) throws {
        for thread in linked {
            try LinkTable.store(thread.links, in: db)
            if let keeper = thread.keeper, !thread.notes.isEmpty {
                try LinkNoteTable.keep(thread.notes, of: keeper, in: db)
            }
        }
    }

    private func finish(
        _ index: CaseIndex,
        caseIDs: [Int64],
        _ threads: CommentThreads,
        in db: StoreConnection
    ) throws {
        try index.forEachKey { try CaseKeyTable.add([$0], of: caseIDs[$1], in: db) }
        for (place, id) in caseIDs.enumerated() {
            if let handle = index.lentHandle(at: place) { try LentHandleTable.set(handle, of: id, in: db) }
        }
        try index.forEachCount { try CaseCountTable.set($0, to: $1, in: db) }
        try index.caseBrands.forEach {
            try CaseBrandTable.set(sound: $0.sound, script: $0.script, to: $1, in: db)
        }
        try threads.store(in: db)
        try LinkNoteTable.index(in: db)
        try LinkJournal.clear(in: db)
        try tools.input(tools.steps(in: db)).remember(in: db)
    }
}
