import Feedback
import Linkage
import Store
import Workspace

/// Stores the links of a cluster, and what the nights after it change.
struct ClusterLinks {
    /// Comments whose pointers are read at a time.
    private static let batchSize = 16_384

    let results: ClusterResults
    let tools: LinkTools
    let workers: Int

    func take(in db: StoreConnection, progress: ProgressListener) throws {
        let tables = LinkTables(tools: tools, workers: workers)
        try tables.begin(in: db)
        let areNew = try LinkTable.isEmpty(in: db)
        var rows = RowSet()
        try results.forEachBatch(of: .links) { batch in
            try LinkTable.store(try batch.map { (try rows.insert($0), try CaseLink($0)) }, areNew: areNew, in: db)
            progress(
                ProgressReport(stage: "link", done: rows.count, total: results.count(of: .links), unit: "comments")
            )
        }
        var keepers = RowSet()
        try results.forEachBatch(of: .notes) { batch in
            for row in batch { try LinkNoteTable.keep(row.bits("notes"), of: keepers.insert(row), in: db) }
        }
        try storeThreads(in: db)
        for step in tables.steps(try IndexedCases(tools: tools, in: db)) { try step(db) }
    }

    private func storeThreads(in db: StoreConnection) throws {
        let parents = try ParentSources(in: db)
        var last = Int64.min
        while true {
            let batch = try ThreadTable.pointers(after: last, limit: Self.batchSize, in: db)
            guard let end = batch.last?.id else { return }
            last = end
            try ThreadNodeTable.append(
                batch.map { pointers in
                    let source = parents.otherSource(of: pointers)
                    return ThreadNodeRow(pointers, ThreadNodes(LinkComment(pointers, parentSource: source)))
                },
                in: db
            )
        }
    }
}

extension CaseLink {
    /// - Returns: `nil` for a comment without a case.
    fileprivate init?(_ object: StreamObject) throws {
        guard let relation = try object.optionalText("relation") else { return nil }
        guard let relation = LinkRelation(rawValue: relation),
            let status = LinkStatus(rawValue: try object.text("status"))
        else { throw StreamObject.fault("relation", "a relation, with a status") }
        self.init(
            relation: relation,
            caseID: try object.text("case_id"),
            status: status,
            milliBits: try object.integer("milli_bits"),
            marginMilliBits: try object.optionalInteger("margin_milli_bits"),
            method: try object.text("method"),
            evidence: try JSONText.linkEvidence(try object.text("evidence"))
        )
    }
}
