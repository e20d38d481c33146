import Feedback
import Linkage
import Store
import Workspace

/// Which comments of a workspace belong to one thread.
///
/// A reply points to a comment of its own source; where that source has none of the id, and exactly one other source
/// has, it points there.
struct CommentThreads: Sendable {
    private let ids: [Int64]
    private let groups: ThreadGroups
    /// Sources of parents that stand in another source, by the row id of the reply.
    private let parentSources: [Int64: String]

    /// Reads the pointers of all comments.
    init(database: KoeDatabase) throws {
        let parents = try ParentSources(database: database)
        var ids: [Int64] = []
        var grouper = ThreadGrouper()
        var elsewhere: [Int64: String] = [:]
        try database.read { db in
            try ThreadTable.forEach(in: db) { pointers in
                ids.append(pointers.id)
                var comment = LinkComment(
                    source: pointers.source,
                    externalID: pointers.externalID,
                    text: pointers.text
                )
                comment.inReplyTo = pointers.inReplyTo
                comment.threadID = pointers.threadID
                comment.postedAt = pointers.postedAt
                comment.parentSource = parents.otherSource(of: pointers)
                if let source = comment.parentSource { elsewhere[pointers.id] = source }
                grouper.add(comment)
            }
        }
        self.ids = ids
        groups = grouper.groups()
        parentSources = elsewhere
    }

    /// Number of comments.
    var count: Int { ids.count }

    /// Row ids of the comments of whole threads, in batches of about a number of comments.
    func batches(size: Int) -> [[[Int64]]] {
        var batches: [[[Int64]]] = [[]]
        var filled = 0
        for group in groups {
            batches[batches.count - 1].append(group.map { ids[$0] })
            filled += group.count
            guard filled >= size else { continue }
            batches.append([])
            filled = 0
        }
        return batches.filter { !$0.isEmpty }
    }

    /// The comment as the linker sees it.
    ///
    /// A name for nobody is no name.
    func linkComment(_ stored: StoredComment, people: PersonNames) -> LinkComment {
        var comment = LinkComment(stored.comment)
        if let author = comment.author, people.isNobody(author) { comment.author = nil }
        comment.parentSource = parentSources[stored.id]
        return comment
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
