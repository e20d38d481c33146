import Answers
import ArgumentParser

struct VerifyCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the database and print one hash of its content.",
        discussion: """
            The hash is the same on every machine, whatever the order and the batches the files came in. Row numbers, \
            the history of runs, acknowledgements of flags and search indexes are no part of it.
            """
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    func run() async throws {
        let outcome = try Verification.run(on: context(for: .reading))
        try show(VerifyResult(hash: outcome.hash, comments: outcome.comments, problems: outcome.problems))
        if !outcome.problems.isEmpty { throw ExitStatus.incomplete }
    }
}

private struct VerifyResult: CommandResult {
    let hash: String
    let comments: Int
    let problems: [String]

    var text: String {
        ([hash] + problems.map { "problem: \($0)" }).joined(separator: "\n")
    }
}
