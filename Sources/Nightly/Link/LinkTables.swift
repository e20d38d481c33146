import Feedback
import Linkage
import Store
import Workspace

/// The tables beside the links that a linking of everything makes anew, for the nights after it.
struct LinkTables: Sendable {
    /// Cases whose incidents one worker reads at a time.
    private static let batchSize = 8_192

    let tools: LinkTools
    let workers: Int

    /// From here to the end of it all, nothing is taken for linked.
    func begin(in db: StoreConnection) throws {
        try tools.input(tools.steps(in: db)).forget(in: db)
        try LentHandleTable.clear(in: db)
        try CaseCountTable.clear(in: db)
        try CaseBrandTable.clear(in: db)
        try PlainRemoval.run(in: db) {
            try CaseKeyTable.clear(in: db)
            try CaseIncidentTable.clear(in: db)
            try ThreadNodeTable.clear(in: db)
            try LinkNoteTable.clear(in: db)
        }
        try LinkTable.prepare(in: db)
    }

    /// What stores by what cases are found and counted, once all links, notes and nodes of threads are stored: in this
    /// order, in one transaction or in several; with the last one the workspace is linked.
    func steps(_ cases: IndexedCases) -> [(StoreConnection) throws -> Void] {
        [ThreadNodeTable.index, { try storeKeys(part: 0, of: 1, cases, in: $0) }] + caseSteps(cases) + lastSteps
    }

    /// The steps after all parts of the keys are stored, as far as they need the cases.
    func caseSteps(_ cases: IndexedCases) -> [(StoreConnection) throws -> Void] {
        [{ try storeCounts(of: cases, in: $0) }, { try storeIncidents(of: cases, in: $0) }]
    }

    /// The steps after those, once the nodes of threads are found by what they share.
    var lastSteps: [(StoreConnection) throws -> Void] {
        [LinkTable.index, LinkNoteTable.index, finish]
    }

    private func storeCounts(of cases: IndexedCases, in db: StoreConnection) throws {
        for (place, id) in cases.ids.enumerated() {
            if let handle = cases.index.lentHandle(at: place) { try LentHandleTable.set(handle, of: id, in: db) }
        }
        try cases.index.forEachCount { try CaseCountTable.set($0, to: $1, in: db) }
        try cases.index.caseBrands.forEach {
            try CaseBrandTable.set(sound: $0.sound, script: $0.script, to: $1, in: db)
        }
    }

    private func finish(in db: StoreConnection) throws {
        try CaseAliasTable.store(tools.overrides.roots, in: db)
        try LinkJournal.clear(in: db)
        try tools.input(tools.steps(in: db)).remember(in: db)
    }

    /// By token, for SQLite appends rows much faster than it inserts them.
    private func storeIncidents(of cases: IndexedCases, in db: StoreConnection) throws {
        let scratch = try ScratchBytes()
        var list = KeyList(store: scratch)
        let batches = stride(from: 0, to: cases.ids.count, by: Self.batchSize).map {
            $0..<min($0 + Self.batchSize, cases.ids.count)
        }
        for first in stride(from: 0, to: batches.count, by: workers) {
            let some = Array(batches[first..<min(first + workers, batches.count)])
            let tokens = sideBySide(some, workers: workers) { $0.map { cases.index.incident(at: $0).all } }
            for own in tokens.joined() { list.append(own) }
        }
        try list.forEachSorted { pairs in
            var rows = pairs.map { (token: $0.key, supportCaseID: cases.ids[Int($0.holder)]) }
            rows.sort { $0 < $1 }
            try CaseIncidentTable.add(rows, in: db)
        }
        try scratch.check()
        try cases.check()
    }

    /// Stores one of several parts of the keys by which cases are found.
    func storeKeys(part: Int, of parts: Int, _ cases: IndexedCases, in db: StoreConnection) throws {
        let groups = CaseKeyTable.groupCount
        let keys = CaseKeyTable.keys(of: groups * part / parts..<groups * (part + 1) / parts)
        var pairs: [CaseKeyTable.Pair] = []
        cases.index.forEachKey(in: keys) { pairs.append(($0, cases.ids[$1])) }
        try CaseKeyTable.store(pairs, in: db)
        try cases.check()
    }
}
