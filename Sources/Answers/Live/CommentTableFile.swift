import Reports
import Store
package import Workspace

/// The comments that a filter chooses as a CSV file, in pieces, with personal data hidden.
package struct CommentTableFile: Sendable {
    /// Rows that a file may hold; `koe export` has no bound.
    package static let mostRows = 100_000
    /// Comments that are read in one transaction, so that none stays open while a reader is slow.
    private static let rowsPerPiece = 500

    private let context: WorkspaceContext
    private let ids: [Int64]

    /// - Throws: ``WorkspaceError`` `usage` when the filter chooses more than a file may hold.
    package init(_ question: CommentQuestion, in context: WorkspaceContext) throws {
        self.context = context
        let reader = try ListedCommentReader(context)
        ids = try context.database.read { db in
            try CommentList(of: reader.filter(of: question, in: db), in: db).ids(limit: Self.mostRows + 1, in: db)
        }
        guard ids.count <= Self.mostRows else {
            throw WorkspaceError(
                .usage,
                "more than \(Self.mostRows) comments; narrow the filter, or use koe export comments"
            )
        }
    }

    /// Number of pieces; the first has the names of the columns.
    package var pieces: Int { max(1, (ids.count + Self.rowsPerPiece - 1) / Self.rowsPerPiece) }

    /// The bytes of one piece, from 0; comments that went in between are left out.
    package func piece(_ number: Int) throws -> [UInt8] {
        let reader = try ListedCommentReader(context)
        let chosen = ids.dropFirst(number * Self.rowsPerPiece).prefix(Self.rowsPerPiece)
        let items = try context.database.read { try reader.items(Array(chosen), in: $0).map(\.item) }
        return LiveTable(rows: items.map(Self.cells)).bytes(withHeader: number == 0, columns: Self.columns)
    }

    private static let columns = [
        "id", "posted_at", "brand", "channel", "product", "version", "author", "rating", "language", "valence",
        "facets", "signals", "title", "text",
    ]

    private static func cells(_ item: ListedComments.Item) -> [String?] {
        [
            item.id, item.postedAt, item.brand, item.channel, item.product, item.version, item.author, item.rating,
            item.language, item.valence.map(String.init), item.facets.joined(separator: ";"),
            item.signals.joined(separator: ";"), item.title, item.text,
        ]
    }
}
