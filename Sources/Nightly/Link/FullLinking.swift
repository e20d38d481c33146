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
        let (caseIDs, cases) = try cases()
        let index = CaseIndex(cases: cases, names: tools.names, hotKey: tools.model.hotKey)
        let linkRun = LinkRun(index: index, names: tools.names, model: tools.model, overrides: tools.overrides)
        let threads = try CommentThreads(database: database) { rows in
            if writes { try database.write { try ThreadNodeTable.append(rows, in: $0) } }
        }
        let areNew = try database.read { try LinkTable.isEmpty(in: $0) }
        var counts = LinkCounts()
        var (done, pairs) = (0, 0)
        var linked: [LinkedThread] = []
        // While the links of one batch are written, those of the next are made.
        for batch in threads.batches(size: Self.batchSize) + [[]] {
            try Task.checkCancellation()
            let finished = linked
            async let written: Void = store(writes ? finished : [], areNew: areNew)
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
            try database.write { try storeIncidents(of: cases, caseIDs, in: $0) }
            try database.write { try storeKeys(of: index, caseIDs, in: $0) }
            try database.write { try storeCounts(of: index, caseIDs, in: $0) }
            try database.write(ThreadNodeTable.index)
            try database.write(LinkNoteTable.index)
            try database.write(finish)
        }
        return (counts, pairs)
    }

    /// Row ids and cases in the order of case ids, which is that of the index.
    private func cases() throws -> ([Int64], [LinkCase]) {
        var (ids, cases): ([Int64], [LinkCase]) = ([], [])
        try database.read { db in
            try CaseTable.forEachKeyed(in: db) { keyed in
                ids.append(keyed.id)
                cases.append(LinkCase(keyed.supportCase))
            }
        }
        return (ids, cases)
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
        try CaseIncidentTable.clear(in: db)
        try LentHandleTable.clear(in: db)
        try CaseCountTable.clear(in: db)
        try CaseBrandTable.clear(in: db)
        try ThreadNodeTable.clear(in: db)
        try LinkNoteTable.clear(in: db)
    }

    @concurrent
    private func store(_ linked: [LinkedThread], areNew: Bool) async throws {
        if linked.isEmpty { return }
        try database.write { db in
            try LinkTable.store(linked.flatMap(\.links), areNew: areNew, in: db)
            for thread in linked {
                if let keeper = thread.keeper, !thread.notes.isEmpty {
                    try LinkNoteTable.keep(thread.notes, of: keeper, in: db)
                }
            }
        }
    }

    private func storeIncidents(of cases: [LinkCase], _ caseIDs: [Int64], in db: StoreConnection) throws {
        for start in stride(from: 0, to: cases.count, by: Self.batchSize) {
            let holders = (start..<min(start + Self.batchSize, cases.count)).flatMap { place in
                IncidentTokens(cases[place]).all.map { (token: $0, supportCaseID: caseIDs[place]) }
            }
            try CaseIncidentTable.add(holders.sorted { $0 < $1 }, in: db)
        }
    }

    private func storeCounts(of index: CaseIndex, _ caseIDs: [Int64], in db: StoreConnection) throws {
        for (place, id) in caseIDs.enumerated() {
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

    private func storeKeys(of index: CaseIndex, _ caseIDs: [Int64], in db: StoreConnection) throws {
        var rows: [(key: UInt64, supportCaseID: Int64)] = []
        try index.forEachKey { key, place in
            rows.append((key, caseIDs[place]))
            guard rows.count == Self.batchSize else { return }
            try CaseKeyTable.append(rows, in: db)
            rows.removeAll(keepingCapacity: true)
        }
        try CaseKeyTable.append(rows, in: db)
    }
}
