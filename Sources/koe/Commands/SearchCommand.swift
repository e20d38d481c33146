import Answers
import ArgumentParser

struct SearchCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find comments that hold every word; koe index makes it fast."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "Words, two characters or more.")
    var words: [String]

    @Option(help: "Comments to show at most.")
    var limit: Int = 20

    func run() async throws {
        let question = CommentSearch.Question(words: words, limit: limit)
        let answer = try CommentSearch.answer(question, on: context(for: .reading))
        try show(SearchResult(answer: answer))
        if answer.comments.isEmpty { throw ExitStatus.input }
    }
}

private struct SearchResult: CommandResult {
    let answer: CommentSearch.Answer

    func encode(to encoder: any Encoder) throws {
        try answer.encode(to: encoder)
    }

    var text: String {
        if answer.comments.isEmpty { return "no comment holds \(answer.query)" }
        return answer.comments.map { comment in
            let head = [comment.id, comment.postedAt, comment.brand, comment.author].compactMap { $0 }
            return head.joined(separator: "  ") + "\n    " + comment.excerpt
        }
        .joined(separator: "\n")
    }
}
