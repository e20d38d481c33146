import Linkage
import Store
import Workspace

/// All cases of a workspace by ascending id, with their row ids.
struct KeyedCases: Sendable {
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
struct LinkTables {
    /// Rows that are written at a time.
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

    /// The places of the index are those of the cases.
    func index(of cases: KeyedCases) -> CaseIndex {
        CaseIndex(cases: cases.cases, names: tools.names, hotKey: tools.model.hotKey)
    }

    /// What stores by what cases are found and counted, once all links, notes and nodes of threads are stored: in this
    /// order, in one transaction or in several; with the last one the workspace is linked.
    func steps(_ cases: KeyedCases, _ index: CaseIndex) -> [(StoreConnection) throws -> Void] {
        [
            { try storeIncidents(of: cases, in: $0) },
            { try storeKeys(of: index, cases.ids, in: $0) },
            { try storeCounts(of: index, cases.ids, in: $0) },
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

    private func storeIncidents(of cases: KeyedCases, in db: StoreConnection) throws {
        for start in stride(from: 0, to: cases.ids.count, by: Self.batchSize) {
            let holders = (start..<min(start + Self.batchSize, cases.ids.count)).flatMap { place in
                IncidentTokens(cases.cases[place]).all.map { (token: $0, supportCaseID: cases.ids[place]) }
            }
            try CaseIncidentTable.add(holders.sorted { $0 < $1 }, in: db)
        }
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
