import Feedback
import Linkage
import Store

/// Finds the source of the comment that a reply answers, as ``CommentThreads`` does for all comments at once.
enum ParentSearch {
    /// The one other source that holds the parent; `nil` when the own source does, or when it is not certain.
    static func otherSource(of source: String, answering parent: String?, in db: StoreConnection) throws -> String? {
        guard let parent else { return nil }
        let sources = try ThreadNodeTable.sources(of: parent, name: ThreadNodes.node(ofKey: parent), in: db)
        return sources.count == 1 && sources[0] != source ? sources[0] : nil
    }

    static func otherSource(of stored: StoredComment, in db: StoreConnection) throws -> String? {
        try otherSource(of: stored.comment.source, answering: stored.comment.inReplyTo, in: db)
    }
}
