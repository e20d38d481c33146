import ArgumentParser
import Pipeline

struct SearchCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find comments that hold every word; the index is brought up to date first."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "Words, two characters or more.")
    var words: [String]

    @Option(help: "Comments to show at most.")
    var limit: Int = 20

    func run() async throws {
        let context = try context()
        let found: [CommentSearch.Hit]
        do {
            let lock = try lock("search")
            found = try withExtendedLifetime(lock) {
                try CommentSearch.run(words, limit: limit, on: context)
            }
        }
        try show(SearchResult(query: words.joined(separator: " "), comments: found.map(SearchResult.Comment.init)))
        if found.isEmpty { throw ExitStatus.input }
    }
}

private struct SearchResult: CommandResult {
    struct Comment: Encodable {
        let id: String
        let postedAt: String?
        let brand: String?
        let author: String?
        let excerpt: String

        init(_ hit: CommentSearch.Hit) {
            id = hit.key
            postedAt = hit.postedAt
            brand = hit.brand
            author = hit.author
            excerpt = hit.excerpt
        }
    }

    let query: String
    let comments: [Comment]

    var text: String {
        if comments.isEmpty { return "no comment holds \(query)" }
        return comments.map { comment in
            let head = [comment.id, comment.postedAt, comment.brand, comment.author].compactMap { $0 }
            return head.joined(separator: "  ") + "\n    " + comment.excerpt
        }
        .joined(separator: "\n")
    }
}
