import Feedback
import Linkage
import Store

/// Which comments of a workspace belong to one thread.
///
/// A reply points to a comment of its own source; where that source has none of the id, and exactly one other source
/// has, it points there.
struct CommentThreads: Sendable {
    /// Comments whose pointers are read at a time.
    private static let batchSize = 4_096

    private let ids: RowIDs
    private let groups: ThreadGroups
    private let parentSources: ParentsElsewhere

    /// Reads the pointers of all comments.
    ///
    /// `each`: is told how some comments hang together, those of smaller row ids first, while the next ones are read;
    /// `last`: is called once all were told, while threads are made of them.
    init(
        database: KoeDatabase,
        each: ([ThreadNodeRow]) throws -> Void,
        last: @Sendable () throws -> Void
    ) throws {
        let scratch = try [ScratchBytes(), ScratchBytes()]
        var free = scratch
        var grouper = ThreadGrouper { free.popLast() }
        var ids = RowIDs()
        var elsewhere = ParentsElsewhere()
        try Handoff(ahead: 1) { try Self.read(database, $0) }.forEach { batch in
            try each(batch.map(\.row))
            for comment in batch {
                ids.append(comment.row.commentID)
                grouper.add(comment.nodes)
                if let source = comment.parentSource { elsewhere.append(source, of: comment.row.commentID) }
            }
        }
        self.ids = ids
        (groups, _) = try sideBySide({ [grouper] in grouper.groups() }, last)
        for bytes in scratch { try bytes.check() }
        parentSources = elsewhere
    }

    /// How one comment hangs together with others.
    private struct Hanging: Sendable {
        let row: ThreadNodeRow
        let nodes: ThreadNodes
        let parentSource: String?
    }

    private static func read(_ database: KoeDatabase, _ put: ([Hanging]) throws -> Void) throws {
        let parents = try database.read(ParentSources.init)
        var last = Int64.min
        while true {
            let batch = try database.read { try ThreadTable.pointers(after: last, limit: batchSize, in: $0) }
            guard let end = batch.last else { return }
            last = end.id
            try put(
                batch.map { pointers in
                    let source = parents.otherSource(of: pointers)
                    let nodes = ThreadNodes(LinkComment(pointers, parentSource: source))
                    return Hanging(row: ThreadNodeRow(pointers, nodes), nodes: nodes, parentSource: source)
                }
            )
        }
    }

    /// Number of comments.
    var count: Int { ids.count }

    /// Whole threads in batches of about a number of comments.
    func batches(size: Int) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var (start, filled) = (0, 0)
        for (place, group) in groups.enumerated() {
            filled += group.count
            guard filled >= size || place == groups.count - 1 else { continue }
            batches.append(start..<place + 1)
            (start, filled) = (place + 1, 0)
        }
        return batches
    }

    /// Row ids of the comments of each thread of a batch.
    func threads(of batch: Range<Int>) -> [[Int64]] {
        batch.map { groups[$0].map { ids[$0] } }
    }

    /// Source of the comment that a comment answers, when it is another one's.
    func parentSource(of commentID: Int64) -> String? { parentSources[commentID] }
}

extension LinkComment {
    /// As far as its place in a thread goes.
    init(_ pointers: ThreadTable.Pointers, parentSource: String?) {
        self.init(source: pointers.source, externalID: pointers.externalID, text: pointers.text)
        inReplyTo = pointers.inReplyTo
        threadID = pointers.threadID
        postedAt = pointers.postedAt
        self.parentSource = parentSource
    }
}

extension ThreadNodeRow {
    init(_ pointers: ThreadTable.Pointers, _ nodes: ThreadNodes) {
        self.init(
            commentID: pointers.id,
            name: ThreadNodes.node(ofKey: pointers.externalID),
            answered: pointers.inReplyTo.map(ThreadNodes.node),
            own: nodes.own,
            parent: nodes.parent,
            thread: nodes.thread,
            twin: nodes.twin
        )
    }
}
