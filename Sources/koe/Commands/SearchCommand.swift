import Answers
import ArgumentParser
import Workspace

struct SearchCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find comments that hold every word; koe index makes it fast."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "Words, two characters or more.")
    var words: [String]

    @Option(help: "Comments to show at most.")
    var limit: Int = 20

    func result() async throws -> any CommandResult {
        var question = CommentSearch.Question(words: words, limit: limit)
        question.isMasked = !masking.unmask
        return try CommentSearch.answer(question, on: context(for: .reading))
    }
}

extension CommentSearch.Answer: CommandResult {
    var status: ExitStatus { comments.isEmpty ? .input : .good }

    var text: String {
        if comments.isEmpty { return "no comment holds \(query)" }
        let more = total > comments.count ? "\n\(comments.count) of \(total) comments; --limit shows more" : ""
        return comments.map { comment in
            let head = [comment.id, comment.postedAt, comment.brand, comment.author].compactMap { $0 }
            return head.joined(separator: "  ") + "\n    " + comment.excerpt
        }
        .joined(separator: "\n") + more
    }
}
