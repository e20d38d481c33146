import Feedback
import Linkage
import Store

/// Which comments of a workspace belong to one thread.
///
/// A reply points to a comment of its own source; where that source has none of the id, and exactly one other source
/// has, it points there.
struct CommentThreads: Sendable {
    private let rows: [ThreadNodeRow]
    private let groups: ThreadGroups
    /// Sources of parents that stand in another source, by the row id of the reply.
    private let parentSources: [Int64: String]

    /// Reads the pointers of all comments.
    init(database: KoeDatabase) throws {
        let parents = try ParentSources(database: database)
        var rows: [ThreadNodeRow] = []
        var grouper = ThreadGrouper()
        var elsewhere: [Int64: String] = [:]
        try database.read { db in
            try ThreadTable.forEach(in: db) { pointers in
                let source = parents.otherSource(of: pointers)
                if let source { elsewhere[pointers.id] = source }
                let nodes = ThreadNodes(LinkComment(pointers, parentSource: source))
                grouper.add(nodes)
                rows.append(ThreadNodeRow(pointers, nodes))
            }
        }
        self.rows = rows
        groups = grouper.groups()
        parentSources = elsewhere
    }

    /// Number of comments.
    var count: Int { rows.count }

    /// Row ids of the comments of whole threads, in batches of about a number of comments.
    func batches(size: Int) -> [[[Int64]]] {
        var batches: [[[Int64]]] = [[]]
        var filled = 0
        for group in groups {
            batches[batches.count - 1].append(group.map { rows[$0].commentID })
            filled += group.count
            guard filled >= size else { continue }
            batches.append([])
            filled = 0
        }
        return batches.filter { !$0.isEmpty }
    }

    /// Source of the comment that a comment answers, when it is another one's.
    func parentSource(of commentID: Int64) -> String? { parentSources[commentID] }

    /// Stores how all comments hang together.
    func store(in db: StoreConnection) throws {
        for row in rows.sorted(by: { $0.commentID < $1.commentID }) { try ThreadNodeTable.store(row, in: db) }
        try ThreadNodeTable.index(in: db)
    }
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

/// The sources in which external ids occur.
private struct ParentSources {
    /// For each external id its source, or `nil` where several sources share it.
    private var sources: [String: String?] = [:]

    init(database: KoeDatabase) throws {
        var sources: [String: String?] = [:]
        try database.read { db in
            guard try ThreadTable.hasReplies(in: db) else { return }
            try ThreadTable.forEachIdentity(in: db) { source, externalID in
                if let known = sources[externalID], known != source {
                    sources[externalID] = .some(nil)
                } else {
                    sources[externalID] = source
                }
            }
        }
        self.sources = sources
    }

    /// The one other source that holds the parent; `nil` when the own source does, or when it is not certain.
    func otherSource(of pointers: ThreadTable.Pointers) -> String? {
        guard let parent = pointers.inReplyTo, let source = sources[parent] ?? nil, source != pointers.source else {
            return nil
        }
        return source
    }
}
