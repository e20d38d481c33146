import Feedback
import Linkage
import Store
import Workspace

/// All cases of a workspace by ascending id, with their row ids.
private struct KeyedCases {
    private(set) var ids: [Int64] = []
    private(set) var cases: [LinkCase] = []

    init(in db: StoreConnection) throws {
        var (ids, cases): ([Int64], [LinkCase]) = ([], [])
        try LinkReading.forEachCase(in: db) { keyed in
            ids.append(keyed.id)
            cases.append(LinkCase(keyed.supportCase))
        }
        (self.ids, self.cases) = (ids, cases)
    }
}

/// The tables beside the links that a linking of everything makes anew, for the nights after it.
struct LinkTables: Sendable {
    /// Cases whose incidents one worker reads at a time.
    private static let batchSize = 8_192
    /// Cases whose incidents are sorted in memory at a time, of about 160 bytes each.
    private static let sortedAtOnce = 400_000
    /// Pieces in which those are stored.
    private static let pieces: UInt64 = 16

    let tools: LinkTools
    let workers: Int

    /// From here to the end of it all, nothing is taken for linked.
    func begin(in db: StoreConnection) throws {
        try tools.input(tools.steps(in: db)).forget(in: db)
        try CaseKeyTable.clear(in: db)
        try CaseIncidentTable.clear(in: db)
        try LentHandleTable.clear(in: db)
        try CaseCountTable.clear(in: db)
        try CaseBrandTable.clear(in: db)
        try ThreadNodeTable.clear(in: db)
        try LinkNoteTable.clear(in: db)
        try LinkTable.prepare(in: db)
    }

    /// An index of all cases, and the row id of the case at each of its places.
    func index(in db: StoreConnection) throws -> (index: CaseIndex, caseIDs: [Int64]) {
        let cases = try KeyedCases(in: db)
        return (CaseIndex(cases: cases.cases, names: tools.names, hotKey: tools.model.hotKey), cases.ids)
    }

    /// What stores by what cases are found and counted, once all links, notes and nodes of threads are stored: in this
    /// order, in one transaction or in several; with the last one the workspace is linked.
    func steps(_ caseIDs: [Int64], _ index: CaseIndex) -> [(StoreConnection) throws -> Void] {
        [ThreadNodeTable.index, { try storeKeys(part: 0, of: 1, index, caseIDs, in: $0) }]
            + caseSteps(caseIDs, index) + lastSteps
    }

    /// The steps after all parts of the keys are stored, as far as they need the cases.
    func caseSteps(_ caseIDs: [Int64], _ index: CaseIndex) -> [(StoreConnection) throws -> Void] {
        [{ try storeCounts(of: index, caseIDs, in: $0) }, { try storeIncidents(of: index, caseIDs, in: $0) }]
    }

    /// The steps after those, once the nodes of threads are found by what they share.
    var lastSteps: [(StoreConnection) throws -> Void] {
        [LinkTable.index, LinkNoteTable.index, finish]
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

    /// By token, for SQLite appends rows much faster than it inserts them.
    private func storeIncidents(of index: CaseIndex, _ caseIDs: [Int64], in db: StoreConnection) throws {
        let batches = stride(from: 0, to: caseIDs.count, by: Self.batchSize).map {
            $0..<min($0 + Self.batchSize, caseIDs.count)
        }
        let shares = UInt64(caseIDs.count / Self.sortedAtOnce + 1)
        let width = IncidentTokens.limit / shares + 1
        for share in 0..<shares {
            let tokens = share * width..<(share + 1) * width
            let holders = try sideBySide(batches, workers: workers) { places in
                places.flatMap { place in
                    IncidentTokens(index.cases[place]).all.lazy.filter(tokens.contains)
                        .map { (token: $0, supportCaseID: caseIDs[place]) }
                }
                .sorted { $0 < $1 }
            }
            try store(holders, of: tokens, in: db)
        }
    }

    /// Stores the holders of tokens from sorted batches, some of the tokens at a time: no second copy of all.
    private func store(
        _ batches: [[(token: UInt64, supportCaseID: Int64)]],
        of tokens: Range<UInt64>,
        in db: StoreConnection
    ) throws {
        var rest = batches.map { $0[...] }
        let width = (tokens.upperBound - tokens.lowerBound) / Self.pieces + 1
        for piece in 0..<Self.pieces {
            let end = tokens.lowerBound + (piece + 1) * width
            var rows: [(token: UInt64, supportCaseID: Int64)] = []
            for batch in rest.indices {
                let own = rest[batch].prefix { $0.token < end }
                rows += own
                rest[batch] = rest[batch].dropFirst(own.count)
            }
            try CaseIncidentTable.add(rows.sorted { $0 < $1 }, in: db)
        }
    }

    /// Stores one of several parts of the keys by which cases are found; those parts in their order.
    func storeKeys(
        part: Int,
        of parts: Int,
        _ index: CaseIndex,
        _ caseIDs: [Int64],
        in db: StoreConnection
    ) throws {
        var rows: [(key: UInt64, supportCaseID: Int64)] = []
        index.forEachKey(part: part, of: parts) { rows.append(($0, caseIDs[$1])) }
        try CaseKeyTable.append(rows, in: db)
    }
}
