import Feedback
import Reporting
import Reports
import Store
package import Workspace

/// Full-text search over the comments of a workspace.
package enum CommentSearch {
    /// What is looked for.
    package struct Question: Sendable {
        /// Each must occur.
        package let words: [String]
        /// `nil` for all brands.
        package var brand: String?
        /// Comments at most.
        package var limit: Int
        /// Characters of an excerpt.
        package var excerptLength = 90
        /// Whether personal data is hidden in what is found.
        package var isMasked = false

        package init(words: [String], brand: String? = nil, limit: Int) {
            self.words = words
            self.brand = brand
            self.limit = max(1, limit)
        }
    }

    package struct Hit: Encodable, Sendable {
        /// `source:id`.
        package let id: String
        package let postedAt: String?
        package let brand: String?
        package let author: String?
        /// The surroundings of the first word found, on one line.
        package let excerpt: String
    }

    package struct Answer: Encodable, Sendable {
        package let query: String
        /// How many comments hold the words; the list may be shorter.
        package let total: Int
        /// Newest first.
        package let comments: [Hit]
    }

    /// An answer and the brand that it is about.
    struct Found {
        let answer: Answer
        /// By its name in the data; as it was asked for where no brand has the name.
        let brand: String?
        /// Whether nothing was found because no brand has the name.
        let isBrandUnknown: Bool
    }

    /// Answers from the index as it is, and from a scan of what it does not hold yet.
    ///
    /// - Throws: ``WorkspaceError`` `unknownName` where nothing is found and no brand has the name that is asked for.
    package static func answer(_ question: Question, on context: WorkspaceContext) throws -> Answer {
        let found = try find(question, on: context)
        if found.isBrandUnknown {
            throw WorkspaceError(.unknownName, "no brand has the name \"\(found.brand ?? "")\"")
        }
        return found.answer
    }

    /// The same without an error.
    static func find(_ question: Question, on context: WorkspaceContext) throws -> Found {
        let names = question.isMasked ? try context.voiceNames() : nil
        return try context.database.read { db in
            let query = question.words.joined(separator: " ")
            let known = try question.brand.flatMap { try context.brand(named: $0, in: db) }
            // Comments may bear the name before the first measuring makes a brand of it.
            let brand = known ?? question.brand
            let answer = try SearchIndex.search(query, brand: brand, limit: question.limit, in: db)
            let found = try CommentTable.comments(ids: answer.ids, in: db).map(\.comment)
            let base = context.settings.masking
            let masking =
                question.isMasked ? try KnownNames.masking(of: found.map(\.text), beside: base, in: db) : nil
            let hits = found.map { hit($0, question, masking, names, zone: context.settings.zone) }
            return Found(
                answer: Answer(query: query, total: answer.total, comments: hits),
                brand: brand,
                isBrandUnknown: brand != known && answer.total == 0
            )
        }
    }

    private static func hit(
        _ comment: Comment,
        _ question: Question,
        _ masking: Masking?,
        _ names: VoiceNames?,
        zone: Zone
    ) -> Hit {
        let text = masking?.hiding([comment.author].compactMap(\.self)).masked(comment.text) ?? comment.text
        return Hit(
            id: names?.shown(key: comment.key) ?? comment.key,
            postedAt: comment.postedAt.map { zone.format($0.instant) },
            brand: comment.brand,
            author: question.isMasked ? comment.author.map(Masking.author) : comment.author,
            excerpt: excerpt(of: text, around: question.words.first ?? "", length: question.excerptLength)
        )
    }

    /// The surroundings of the first place of a word, on one line.
    static func excerpt(of text: String, around word: String, length: Int) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let offset = word.isEmpty ? 0 : FoundWords.offset(of: word, in: flat) ?? 0
        let start = max(0, offset - length / 3)
        let piece = flat.dropFirst(start).prefix(length)
        let isCut = start + length < flat.count
        return (start > 0 ? "…" : "") + piece + (isCut ? "…" : "")
    }
}
