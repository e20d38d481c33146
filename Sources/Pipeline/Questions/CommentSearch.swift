import Feedback
import Foundation
import Store

/// Full-text search over the comments of a workspace.
package enum CommentSearch {
    package struct Hit: Sendable {
        /// `source:id`.
        package let key: String
        package let postedAt: String?
        package let brand: String?
        package let author: String?
        /// The surroundings of the first word found, on one line.
        package let excerpt: String
    }

    private static let excerptLength = 90

    /// Brings the index up to date.
    ///
    /// - Returns: comments that were added or replaced.
    package static func updateIndex(of context: WorkspaceContext) throws -> Int {
        try context.database.write { try SearchIndex.update(in: $0) }
    }

    /// - Returns: hits, newest first.
    package static func run(_ words: [String], limit: Int, on context: WorkspaceContext) throws -> [Hit] {
        _ = try updateIndex(of: context)
        return try context.database.read { db in
            let ids = try SearchIndex.search(words.joined(separator: " "), limit: max(1, limit), in: db)
            return try CommentTable.comments(ids: ids, in: db).map { stored in
                let comment = stored.comment
                return Hit(
                    key: comment.key,
                    postedAt: comment.postedAt.map { context.settings.zone.format($0.instant) },
                    brand: comment.brand,
                    author: comment.author,
                    excerpt: excerpt(of: comment.text, around: words.first ?? "")
                )
            }
        }
    }

    private static func excerpt(of text: String, around word: String) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let hit = flat.lowercased().range(of: word.lowercased())
        let offset = hit.map { flat.lowercased().distance(from: flat.lowercased().startIndex, to: $0.lowerBound) } ?? 0
        let start = max(0, offset - excerptLength / 3)
        let piece = flat.dropFirst(start).prefix(excerptLength)
        let isCut = start + excerptLength < flat.count
        return (start > 0 ? "…" : "") + piece + (isCut ? "…" : "")
    }
}
