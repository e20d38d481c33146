import Linkage
import Store

/// All cases of a workspace as linking everything asks for them; of each case, only numbers are in memory.
struct IndexedCases: Sendable {
    let index: CaseIndex
    /// Row id of the case at each place of the index.
    let ids: [Int64]
    private let scratch: [ScratchBytes]

    init(tools: LinkTools, in db: StoreConnection) throws {
        let scratch = try (0..<CaseIndex.storeCount).map { _ in try ScratchBytes() }
        var free = scratch
        var ids: [Int64] = []
        index = try CaseIndex(names: tools.names, hotKey: tools.model.hotKey, store: { free.popLast() }) { add in
            try LinkReading.forEachCase(in: db) { keyed in
                ids.append(keyed.id)
                add(LinkCase(keyed.supportCase))
            }
        }
        (self.ids, self.scratch) = (ids, scratch)
        try check()
    }

    /// Before anything that was read of the cases is stored.
    ///
    /// - Throws: ``FileProblem`` when a scratch file could not be written or read.
    func check() throws {
        for bytes in scratch { try bytes.check() }
    }
}
