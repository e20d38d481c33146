import Store
import Synchronization

/// The brands and channels that forms offer, kept until the content changes: to gather them takes longer than a page of
/// comments.
final class KeptChoices: Sendable {
    struct Choices: Sendable {
        /// Those under which comments stand; an empty name stands for none.
        let brands: [String]
        /// As they are stored.
        let channels: [String]
    }

    private let kept = Mutex<(content: String, choices: Choices)?>(nil)

    func known(in db: StoreConnection) throws -> Choices {
        let content = try StageFingerprint.ofListedContent(in: db)
        if let kept = kept.withLock({ $0 }), kept.content == content { return kept.choices }
        let choices = Choices(brands: try CommentList.brands(in: db), channels: try CommentList.channels(in: db))
        kept.withLock { $0 = (content, choices) }
        return choices
    }
}
