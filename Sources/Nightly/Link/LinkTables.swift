import Linkage
import Store
import Workspace

/// All cases of a workspace by ascending id, with their row ids.
private struct KeyedCases {
    private(set) var ids: [Int64] = []
    private(set) var cases: [LinkCase] = []

    init(in db: StoreConnection) throws {
        var (ids, cases): ([Int64], [LinkCase]) = ([], [])
        try CaseTable.forEachKeyed(in: db) { keyed in
            ids.append(keyed.id)
            cases.append(LinkCase(keyed.supportCase))
        }
        (self.ids, self.cases) = (ids, cases)
    }
}

/// The tables beside the links that a linking of everything makes anew, for the nights after it.
struct LinkTables: Sendable {
    /// Cases whose incidents are written at a time.
    private static let batchSize = 8_192

    let tools: LinkTools

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
    }

    /// An index of all cases, and the row id of the case at each of its places.
    func index(in db: StoreConnection) throws -> (index: CaseIndex, caseIDs: [Int64]) {
        let cases = try KeyedCases(in: db)
        return (CaseIndex(cases: cases.cases, names: tools.names, hotKey: tools.model.hotKey), cases.ids)
    }

    /// What stores by what cases are found and counted, once all links, notes and nodes of threads are stored: in this
    /// order, in one transaction or in several; with the last one the workspace is linked.
    func steps(_ caseIDs: [Int64], _ index: CaseIndex) -> [(StoreConnection) throws -> Void] {
        [{ try store(part: 0, of: 1, caseIDs, index, in: $0) }] + lastSteps(caseIDs, index)
    }

    /// Stores one of several parts of the keys and incidents by which cases are found; those parts in their order.
    func store(part: Int, of parts: Int, _ caseIDs: [Int64], _ index: CaseIndex, in db: StoreConnection) throws {
        try storeKeys(part: part, of: parts, index, caseIDs, in: db)
        let count = caseIDs.count
        try storeIncidents(of: index, caseIDs, count * part / parts..<count * (part + 1) / parts, in: db)
    }

    /// The steps that are left once all parts are stored.
    func lastSteps(_ caseIDs: [Int64], _ index: CaseIndex) -> [(StoreConnection) throws -> Void] {
        [
            { try storeCounts(of: index, caseIDs, in: $0) },
            ThreadNodeTable.index,
            LinkNoteTable.index,
            finish,
        ]
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

    private func storeIncidents(
        of index: CaseIndex,
        _ caseIDs: [Int64],
        _ places: Range<Int>,
        in db: StoreConnection
    ) throws {
        for start in stride(from: places.lowerBound, to: places.upperBound, by: Self.batchSize) {
            let holders = (start..<min(start + Self.batchSize, places.upperBound)).flatMap { place in
                IncidentTokens(index.cases[place]).all.map { (token: $0, supportCaseID: caseIDs[place]) }
            }
            try CaseIncidentTable.add(holders.sorted { $0 < $1 }, in: db)
        }
    }

    private func storeKeys(
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
