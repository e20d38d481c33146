import Feedback
import Reporting
import Reports
import Store
package import Workspace

/// The links that wait for a person, the one whose confirmation would move a reported number most first.
package struct ReviewQueue: Encodable, Sendable {
    /// What is asked for.
    package struct Question: Sendable {
        /// Only comments that name this brand.
        package var brand: String?
        /// Links at most; the others are counted.
        package var limit = 20
        /// Whether personal data is hidden.
        package var isMasked = true
        /// Characters of a comment, or of a case's subject, that are shown.
        package var excerptLength = 60

        package init() {}
    }

    package struct Item: Encodable, Sendable {
        /// `source:id`.
        package let comment: String
        package let caseID: String
        package let relation: String
        /// Evidence for the link.
        package let bits: Double
        /// By how many points strengths would move; see ``ReviewQueue/formula``.
        package let move: Double
        package let brand: String?
        package let author: String?
        package let postedAt: String?
        package let excerpt: String
        package let subject: String?
    }

    /// How ``Item/move`` is made.
    package static let formula = """
        move = Σ over the brands touched of |S′ − S| + |B′ − B|, in points of 100: S and B are the support and brand \
        strength over all time as reported, S′ and B′ what they would be with the comment in its case. \
        A strength that is unknown on either side adds nothing.
        """

    package let links: [Item]
    /// Links that wait, those not shown among them.
    package let waiting: Int
    /// Links that are decided, and wait for the next linking.
    package let decided: Int
    /// Decisions that wait for what is not there, or that a later one overruled.
    package let conflicts: [DecisionItem]

    /// `kept`: what was worked out for an earlier question.
    package init(_ question: Question, in context: WorkspaceContext, kept: KeptMoves = KeptMoves()) throws {
        let names = try context.voiceNames()
        (links, waiting, decided, conflicts) = try context.database.read { db in
            let book = try DecisionBook(of: context, in: db)
            let queue = try kept.queue(of: context, in: db)
            func isAsked(_ place: Int) -> Bool {
                question.brand == nil || queue.moves[place].link.brand == question.brand
            }
            let settled = queue.decided(by: book)
            let decided = settled.count(where: isAsked)
            let waiting =
                (question.brand == nil ? queue.moves.count : queue.moves.indices.count(where: isAsked)) - decided
            let first = queue.moves.indices.lazy.filter { isAsked($0) && !settled.contains($0) }
            let shown = try first.prefix(max(0, question.limit)).compactMap { place in
                let waiting = queue.moves[place]
                let comment = try CommentTable.comments(ids: [waiting.link.commentID], in: db).first
                return comment.map { (comment: $0, link: waiting.link, move: waiting.move) }
            }
            let texts = shown.map(\.comment.comment.text)
            let masking =
                question.isMasked ? try KnownNames.masking(of: texts, beside: context.settings.masking, in: db) : nil
            let items = try shown.map { entry in
                let comment = entry.comment.comment
                let supportCase = try CaseTable.keyed(entry.link.caseID, in: db)?.supportCase
                let people = [comment.author, supportCase?.customer, supportCase?.customerHandle].compactMap(\.self)
                let masking = masking?.hiding(people)
                return Item(
                    comment: question.isMasked ? names.shown(key: comment.key) : comment.key,
                    caseID: question.isMasked ? names.shown(caseID: entry.link.caseID) : entry.link.caseID,
                    relation: entry.link.relation.rawValue,
                    bits: Double(entry.link.milliBits) / 1_000,
                    move: Double(entry.move) / 1_000,
                    brand: comment.brand,
                    author: question.isMasked ? comment.author.map(Masking.author) : comment.author,
                    postedAt: comment.postedAt.map { context.settings.zone.format($0.instant) },
                    excerpt: question.excerpt(masking?.masked(comment.text) ?? comment.text),
                    subject: supportCase?.subject.map {
                        question.excerpt(masking?.masked($0) ?? $0)
                    }
                )
            }
            return (
                items, waiting, decided,
                book.decisions.reversed().map(book.item).filter(\.isConflict)
            )
        }
    }
}

extension ReviewQueue.Question {
    fileprivate func excerpt(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return flat.count > excerptLength ? flat.prefix(excerptLength) + "…" : flat
    }
}
