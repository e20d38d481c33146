import Feedback
import Linkage
import Store

/// Which comments of a workspace belong to one thread.
///
/// A reply points to a comment of its own source; where that source has none of the id, and exactly one other source
/// has, it points there.
struct CommentThreads: Sendable {
    /// Comments whose pointers are read at a time.
    private static let batchSize = 16_384

    private let ids: [Int64]
    private let groups: ThreadGroups
    /// Sources of parents that stand in another source, by the row id of the reply.
    private let parentSources: [Int64: String]

    /// Reads the pointers of all comments.
    ///
    /// `each`: is told how some comments hang together, those of smaller row ids first.
    init(database: KoeDatabase, each: ([ThreadNodeRow]) throws -> Void) throws {
        let parents = try database.read(ParentSources.init)
        var ids: [Int64] = []
        var grouper = ThreadGrouper()
        var elsewhere: [Int64: String] = [:]
        while true {
            let batch = try database.read {
                try ThreadTable.pointers(after: ids.last ?? .min, limit: Self.batchSize, in: $0)
            }
            if batch.isEmpty { break }
            try each(
                batch.map { pointers in
                    let source = parents.otherSource(of: pointers)
                    if let source { elsewhere[pointers.id] = source }
                    let nodes = ThreadNodes(LinkComment(pointers, parentSource: source))
                    ids.append(pointers.id)
                    grouper.add(nodes)
                    return ThreadNodeRow(pointers, nodes)
                }
            )
        }
        self.ids = ids
        groups = grouper.groups()
        parentSources = elsewhere
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
