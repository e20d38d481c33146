package import Feedback

/// Opens a case from a customer's own story.
///
/// The steps are found by cue words in Japanese and English: calls, mails, returns, cards, letters, replacements, repairs,
/// refunds with their amounts, visits, gifts, silence and refusals. What a teller only supposed, and what is said of
/// customers at large, is no step.
package enum StoryReader {
    /// A shorter text is a remark, not a story.
    static let minimumBytes = 400

    /// The case that a comment tells of; `nil` when it is no story of its own.
    ///
    /// Shape: at least two events, one of them the company's, in the order told and without times. The note of an event lists
    /// what is said of it, such as `toll-free, from a mobile`. The case is open since some time before the comment.
    /// Replies and what the company writes open none.
    package static func cases(in comment: Comment) -> SupportCase? {
        guard comment.inReplyTo == nil, comment.authorRole == .customer, comment.text.utf8.count >= minimumBytes else {
            return nil
        }
        let words = StoryWords.of(comment.text)
        let sentences = StorySentences.split(comment.text, joinsLines: words.joinsLines)
        var timeline = StoryTimeline(words: words)
        for sentence in sentences { timeline.add(WidthFolding.string(sentence)) }
        let events = timeline.events
        guard events.count >= 2, events.contains(where: { $0.actor == .agent && $0.kind != "charge" }) else {
            return nil
        }
        var supportCase = SupportCase(
            caseID: "story:\(comment.source):\(comment.externalID)",
            origin: .story,
            events: events
        )
        supportCase.number = comment.caseNumber
        supportCase.orderNumber = comment.orderNumber
        supportCase.brand = comment.brand
        supportCase.product = comment.product
        supportCase.customer = comment.author
        supportCase.customerHandle = comment.authorID
        supportCase.channel = events.lazy.compactMap { $0.actor == .customer ? $0.channel : nil }.first
        supportCase.openedAt = comment.postedAt.map {
            Timestamp(instant: $0.instant, original: $0.original, zoneOrigin: $0.zoneOrigin, certainty: .notAfter)
        }
        supportCase.subject = subject(comment, sentences, words)
        return supportCase
    }

    /// The first sentence that says what went wrong, or the title.
    private static func subject(_ comment: Comment, _ sentences: [String], _ words: StoryWords) -> String? {
        let wrong = sentences.first { StoryWords.holds(Array(WidthFolding.string($0).utf8), words.problems) }
        return wrong.map { String($0.prefix(120)) } ?? comment.title
    }
}
