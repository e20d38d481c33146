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
    ///
    /// - Returns: the counts, and how often a comment was weighed against a case.
    @concurrent
    func run(writes: Bool, progress: ProgressListener) async throws -> (counts: LinkCounts, pairs: Int) {
        if writes { try database.write(begin) }
        let cases = try indexedCases()
        let linkRun = LinkRun(index: cases.index, names: tools.names, model: tools.model, overrides: tools.overrides)
        let threads = try CommentThreads(database: database) { rows in
            if writes { try database.write { try ThreadNodeTable.append(rows, in: $0) } }
        }
        let areNew = try database.read { try LinkTable.isEmpty(in: $0) }
        var counts = LinkCounts()
        var (done, pairs) = (0, 0)
        var linked: [LinkedThread] = []
        // While the links of one batch are written, and a part of what cases are found by, those of the next are made.
        let batches = threads.batches(size: Self.batchSize) + [[]]
        for (place, batch) in batches.enumerated() {
            try Task.checkCancellation()
            let finished = linked
            async let written: Void =
                writes ? store(finished, areNew: areNew, with: cases, part: place, of: batches.count) : ()
            linked = try await link(batch, of: threads, with: linkRun)
            try await written
            for thread in finished {
                for (_, link) in thread.links { counts.add(link) }
                pairs += thread.pairs
                done += thread.links.count
            }
            progress(ProgressReport(stage: "link", done: done, total: threads.count, unit: "comments"))
        }
        if writes {
            // Several transactions, for one of them all would double the file until it ends.
            try database.write { try storeCounts(of: cases, in: $0) }
            try database.write(ThreadNodeTable.index)
            try database.write(LinkNoteTable.index)
            try database.write(finish)
        }
        return (counts, pairs)
    }

    /// All cases, with their row ids, in the order of case ids.
    private struct IndexedCases: Sendable {
        let ids: [Int64]
        let cases: [LinkCase]
        let index: CaseIndex
    }

    private func indexedCases() throws -> IndexedCases {
        var (ids, cases): ([Int64], [LinkCase]) = ([], [])
        try database.read { db in
            try CaseTable.forEachKeyed(in: db) { keyed in
                ids.append(keyed.id)
                cases.append(LinkCase(keyed.supportCase))
            }
        }
        let index = CaseIndex(cases: cases, names: tools.names, hotKey: tools.model.hotKey)
        return IndexedCases(ids: ids, cases: cases, index: index)
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
                try share.map { try LinkReading.comments(ids: $0, in: db) }
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
        try CaseIncidentTable.clear(in: db)
        try LentHandleTable.clear(in: db)
        try CaseCountTable.clear(in: db)
        try CaseBrandTable.clear(in: db)
        try ThreadNodeTable.clear(in: db)
        try LinkNoteTable.clear(in: db)
    }

    @concurrent
    private func store(
        _ linked: [LinkedThread],
        areNew: Bool,
        with cases: IndexedCases,
        part: Int,
        of parts: Int
    ) async throws {
        try database.write { db in
            try LinkTable.store(linked.flatMap(\.links), areNew: areNew, in: db)
            for thread in linked {
                if let keeper = thread.keeper, !thread.notes.isEmpty {
                    try LinkNoteTable.keep(thread.notes, of: keeper, in: db)
                }
            }
            try storeKeys(of: cases, part: part, of: parts, in: db)
            try storeIncidents(of: cases, part: part, of: parts, in: db)
        }
    }

    private func storeIncidents(of cases: IndexedCases, part: Int, of parts: Int, in db: StoreConnection) throws {
        let count = cases.ids.count
        let holders = (count * part / parts..<count * (part + 1) / parts).flatMap { place in
            IncidentTokens(cases.cases[place]).all.map { (token: $0, supportCaseID: cases.ids[place]) }
        }
        try CaseIncidentTable.add(holders.sorted { $0 < $1 }, in: db)
    }

    private func storeCounts(of cases: IndexedCases, in db: StoreConnection) throws {
        let index = cases.index
        for (place, id) in cases.ids.enumerated() {
            if let handle = index.lentHandle(at: place) { try LentHandleTable.set(handle, of: id, in: db) }
        }
        try index.forEachCount { try CaseCountTable.set($0, to: $1, in: db) }
        try index.caseBrands.forEach {
            try CaseBrandTable.set(sound: $0.sound, script: $0.script, to: $1, in: db)
        }
    }

    private func finish(in db: StoreConnection) throws {
        try CaseAliasTable.store(tools.overrides.roots, in: db)
        try LinkJournal.clear(in: db)
        try tools.input(tools.steps(in: db)).remember(in: db)
    }

    private func storeKeys(of cases: IndexedCases, part: Int, of parts: Int, in db: StoreConnection) throws {
        var rows: [(key: UInt64, supportCaseID: Int64)] = []
        cases.index.forEachKey(part: part, of: parts) { rows.append(($0, cases.ids[$1])) }
        try CaseKeyTable.append(rows, in: db)
    }
}
