import Feedback
import JSON
import Linkage
import Store

/// Decides about threads with the cases that a cluster has found by their keys.
///
/// The decision is that of ``LinkedThread``, on an excerpt of the case table as a night makes one.
struct ThreadDecisions {
    private struct Thread {
        let id: Int
        let comments: [(id: Int64, comment: LinkComment)]
    }

    private let frozen: FrozenWorkspace
    private let tools: LinkTools
    private let reader: CaseReader

    init(frozen: FrozenWorkspace, tools: LinkTools) {
        self.frozen = frozen
        self.tools = tools
        reader = CaseReader(names: tools.names)
    }

    /// `{"id","keeper","notes":[…],"links":[{"row","relation"?,…}]}` for each thread.
    ///
    /// A line is `{"id","comments":[…],"cases":[…],"counts":[{"value","n"}…]}`; a case stands there with the `keys` of
    /// the comments that it has, its `lent` handle and the `counts` of what is counted of it.
    func answer(_ share: LineStream.Share) throws -> [UInt8] {
        var excerpt = CaseExcerpt(brands: frozen.brands, steps: frozen.steps)
        var threads: [Thread] = []
        try share.forEach { threads.append(try read($0, into: &excerpt)) }
        let index = CaseIndex(excerpt, names: tools.names)
        let run = LinkRun(index: index, names: tools.names, model: tools.model, overrides: frozen.overrides)
        var bytes: [UInt8] = []
        for thread in threads { write(LinkedThread(thread.comments, with: run), id: thread.id, to: &bytes) }
        return bytes
    }

    private func read(_ line: [UInt8], into excerpt: inout CaseExcerpt) throws -> Thread {
        let object = try StreamObject(line: line)
        for found in try object.objects("cases") { try add(found, to: &excerpt) }
        try count(object, in: &excerpt)
        let comments = try object.objects("comments").map { row in
            (id: Int64(try row.integer("row")), comment: tools.named(try LinkComment(row)))
        }
        // The order of a batch decides nothing, and neither may that of a cluster.
        return Thread(id: try object.integer("id"), comments: comments.sorted { $0.id < $1.id })
    }

    private func add(_ object: StreamObject, to excerpt: inout CaseExcerpt) throws {
        let row = Int64(try object.integer("case_row"))
        if excerpt.cases[row] == nil {
            var profile = reader.profile(of: try LinkCase(object))
            profile.lentHandle = try object.optionalInteger("lent").map { UInt64(truncatingIfNeeded: $0) }
            excerpt.cases[row] = profile
            try count(object, in: &excerpt)
        }
        for key in try object.bits("keys") where excerpt.holders[key]?.contains(row) != true {
            excerpt.holders[key, default: []].append(row)
        }
    }

    private func count(_ object: StreamObject, in excerpt: inout CaseExcerpt) throws {
        for count in try object.objects("counts") {
            excerpt.counts[UInt64(truncatingIfNeeded: try count.integer("value"))] = try count.integer("n")
        }
    }

    private func write(_ thread: LinkedThread, id: Int, to bytes: inout [UInt8]) {
        JSONWriter.answer(id, to: &bytes) { json in
            json.member("keeper", Int(thread.keeper ?? 0))
            json.integers("notes", thread.notes.map(StreamObject.signed))
            json.name("links")
            json.objects(thread.links) { item, json in
                json.member("row", Int(item.commentID))
                guard let link = item.link else { return }
                json.member("relation", link.relation.rawValue)
                json.member("case_id", link.caseID)
                json.member("status", link.status.rawValue)
                json.member("milli_bits", link.milliBits)
                json.optional("margin_milli_bits", link.marginMilliBits)
                json.member("method", link.method)
                json.member("evidence", JSONText.encode(link.evidence))
            }
        }
    }
}
