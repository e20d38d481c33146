import Feedback
import Linkage
import Store
import Workspace

/// Links what changed since the last linking, and whatever hangs on it; the end is that of linking everything.
///
/// A link is a function of the comments of its thread, of the cases they find by their keys, and of steps of counts. So
/// the threads that are linked anew are those of changed comments, as they were and as they are, those that asked for a
/// key of a changed case or for a count whose step moved, and those about which people decided something that has to do
/// with a changed case. In one transaction, so that a killed night leaves the former links whole.
struct NightLinking {
    /// More comments are to be linked anew than the caller allowed; nothing may be kept of what was done.
    struct TooMany: Error {}

    /// Comments that are linked with one excerpt of the cases.
    private static let batchSize = 8_192

    let tools: LinkTools
    /// Threads that are linked at a time; at least 1.
    var workers = 1
    /// Where cases can be read beside the transaction, as long as it changes nothing of them; `nil` reads them in it.
    var database: KoeDatabase?

    /// `limit`: most comments to link.
    ///
    /// - Returns: how often a comment was weighed against a case.
    /// - Throws: ``TooMany``.
    @discardableResult
    func run(in db: StoreConnection, limit: Int = .max, progress: ProgressListener) throws -> Int {
        // An older program that ends a first linking which was killed knows nothing of the index that it put off.
        try LinkTable.index(in: db)
        let decided = try ChangedDecisions(overrides: tools.overrides, in: db)
        try LinkJournal.note(cases: decided.moved.sorted(), in: db)
        var cases = ChangedCases(tools: tools)
        let changed = try cases.apply(in: db)
        var threads = StaleThreads()
        try threads.update(in: db)
        for token in changed.tokens { try threads.add(LinkNoteTable.comments(noting: token, in: db)) }
        for caseID in changed.caseIDs { try threads.add(storiesOf: caseID, in: db) }
        try threads.add(decided.comments(about: changed.caseIDs, in: db))
        let stale = try threads.all(in: db)
        let total = stale.reduce(0) { $0 + $1.count }
        guard total <= limit else { throw TooMany() }
        var (done, pairs) = (0, 0)
        let isCaseTableAlike = changed.caseIDs.isEmpty
        for batch in Self.batches(stale) {
            pairs += try link(batch, readsBeside: isCaseTableAlike, in: db)
            done += batch.reduce(0) { $0 + $1.count }
            progress(ProgressReport(stage: "link", done: done, total: total, unit: "comments"))
        }
        try CaseAliasTable.store(tools.overrides.roots, in: db)
        try LinkJournal.clear(in: db)
        return pairs
    }

    private static func batches(_ threads: [[Int64]]) -> [ArraySlice<[Int64]>] {
        var batches: [ArraySlice<[Int64]>] = []
        var (start, filled) = (0, 0)
        for (place, thread) in threads.enumerated() {
            filled += thread.count
            guard filled >= batchSize || place == threads.count - 1 else { continue }
            batches.append(threads[start...place])
            (start, filled) = (place + 1, 0)
        }
        return batches
    }

    private func link(
        _ threads: ArraySlice<[Int64]>,
        readsBeside isCaseTableAlike: Bool,
        in db: StoreConnection
    ) throws -> Int {
        let comments = try threads.map { thread in
            try LinkReading.comments(ids: thread, in: db).map { stored in
                (stored.id, tools.linkComment(stored, parentSource: try ParentSearch.otherSource(of: stored, in: db)))
            }
        }
        let linked = try linked(comments, readsBeside: isCaseTableAlike, in: db)
        try LinkTable.store(linked.flatMap(\.links), in: db)
        let notes = linked.flatMap { thread in
            thread.links.map { (commentID: $0.commentID, tokens: $0.commentID == thread.keeper ? thread.notes : []) }
        }
        try LinkNoteTable.set(notes, in: db)
        return linked.reduce(0) { $0 + $1.pairs }
    }

    private typealias Thread = [(Int64, LinkComment)]

    /// Links threads with excerpts of the cases: where these can be read beside the transaction, each worker reads its own.
    private func linked(
        _ threads: [Thread],
        readsBeside isCaseTableAlike: Bool,
        in db: StoreConnection
    ) throws -> [LinkedThread] {
        guard isCaseTableAlike, let database, database.readsBesideWriter else {
            let run = try linkRun(for: threads, in: db)
            return sideBySide(threads, workers: workers) { LinkedThread($0, with: run) }
        }
        let size = max(1, (threads.count + workers - 1) / workers)
        let shares = stride(from: 0, to: threads.count, by: size).map {
            Array(threads[$0..<min($0 + size, threads.count)])
        }
        return try sideBySide(shares, workers: workers) { share in
            let run = try database.read { try linkRun(for: share, in: $0) }
            return share.map { LinkedThread($0, with: run) }
        }
        .flatMap(\.self)
    }

    /// What links some threads as it would with all cases.
    private func linkRun(for threads: [Thread], in db: StoreConnection) throws -> LinkRun {
        var search = try CaseSearch(tools: tools, in: db)
        let index = try search.index(for: threads.flatMap { $0.map(\.1) }, in: db)
        return LinkRun(index: index, names: tools.names, model: tools.model, overrides: tools.overrides)
    }
}
