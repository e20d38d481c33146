internal import Feedback

/// The values by which a comment hangs together with others: those that share one belong to one thread, but for a twin
/// that more than ``TextTwin/mostCopies`` share.
package struct ThreadNodes: Hashable, Sendable {
    /// The comment itself.
    package let own: UInt64
    /// The comment it answers.
    package var parent: UInt64?
    /// The id of its thread.
    ///
    /// One conversation may come in through several sources; a small number, which every source counts up from one, and
    /// a word without digits, say so only within their own.
    package var thread: UInt64?
    /// What copies of one text share.
    package var twin: UInt64?

    package init(_ comment: LinkComment) {
        own = Self.node(ofKey: comment.key)
        parent = comment.parentKey.map(Self.node)
        thread = comment.threadID.map { thread in
            let own = Self.isOfItsSource(thread) ? comment.threadKey : nil
            return LinkKey(.nameAlone, StableHash(own ?? thread)).hash.value
        }
        twin = Self.twin(of: comment)
    }

    /// All of them.
    package var all: [UInt64] { [own] + [parent, thread, twin].compactMap(\.self) }

    /// The node of a comment by its key.
    package static func node(ofKey key: String) -> UInt64 { StableHash(key).value }

    /// Whether a thread id says something within its source alone: a number of at most six digits, or a mere word.
    private static func isOfItsSource(_ threadID: String) -> Bool {
        let digits = threadID.utf8.count { (0x30...0x39).contains($0) }
        return digits == 0 || (digits == threadID.utf8.count && digits <= 6)
    }

    /// What copies of one text within a month share; `nil` for short texts and for comments without a time.
    static func twin(of comment: LinkComment) -> UInt64? {
        guard let postedAt = comment.postedAt, let hash = TextTwin.hash(of: FoldedText(comment.text)) else {
            return nil
        }
        return hash.combined(with: StableHash(value: UInt64(bitPattern: Int64(KeyMaker.month(of: postedAt))))).value
    }
}
