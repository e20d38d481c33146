import Answers
import ArgumentParser
import Workspace

struct VerifyCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the database and print one hash of its content.",
        discussion: """
            The hash is the same on every machine, whatever the order and the batches the files came in. Row numbers, \
            the history of runs, acknowledgements of flags and search indexes are no part of it.
            """
    )

    @OptionGroup var options: SharedOptions

    func result() async throws -> any CommandResult {
        try Verification.run(on: context(for: .reading))
    }
}

extension Verification.Outcome: CommandResult {
    var status: ExitStatus { problems.isEmpty ? .good : .incomplete }

    var text: String {
        ([hash] + problems.map { "problem: \($0)" }).joined(separator: "\n")
    }
}
