import ArgumentParser
import Foundation
import Nightly
import Store
import Workspace

struct LinkTrainCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Propose weights for linking, learnt from the workspace's own comments, cases and decisions.",
        discussion: """
            Learns by expectation and maximisation how comments and the cases they belong to agree in name, brand, \
            product, time and words; what people confirmed or rejected counts as known. Tries the result on comments \
            held out whose case is known: decided ones, and ones that quote a number or come from the customer's \
            account, as though these were not there. Writes a file to read and change; nothing applies until \
            'koe link accept FILE'.
            """
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Where to write the weights (default: linking.tsv in the current folder).", completion: .file())
    var out = AcceptedLinkModel.fileName

    func result() async throws -> any CommandResult {
        let outcome = try LinkTrainStage(context: context(for: .reading)).run(progress: progress)
        try Data(outcome.proposal.utf8).write(to: URL(filePath: out), options: .atomic)
        return LinkTrainResult(outcome: outcome, file: out, acceptOptions: options.workspace.map { " -w \($0)" } ?? "")
    }
}

private struct LinkTrainResult: CommandResult {
    let outcome: LinkTrainStage.Outcome
    let file: String
    /// What the user has to repeat so that the weights go into the same workspace.
    let acceptOptions: String

    func encode(to encoder: any Encoder) throws { try outcome.encode(to: encoder) }

    var text: String {
        var lines = [
            "learnt from \(outcome.comments) comments with a case in reach: \(outcome.decisions) decided by people, "
                + "\(outcome.hardCases) with a number or an account"
        ]
        lines += [
            TextTable(rows: trials, rightAligned: [1, 2, 3]).text, TextTable(rows: weights, rightAligned: [1, 2]).text,
        ]
        if !outcome.isBetter {
            lines.append("the learnt weights do no better everywhere; there is no need to accept them")
        }
        lines.append("written to \(file); read it, then: koe\(acceptOptions) link accept \(file)")
        return lines.joined(separator: "\n")
    }

    private var trials: [[String]] {
        let row = { (name: String, trial: LinkTrainStage.Outcome.Trial) in
            [name, "\(trial.right)", "\(trial.wrong)", "\(trial.missed)"]
        }
        let head = ["on comments held out", "right", "wrong", "missed"]
        return [head, row("weights in use", outcome.before), row("learnt", outcome.after)]
    }

    /// The weights that would change.
    private var weights: [[String]] {
        let changed = outcome.weights.filter { $0.inUse != $0.learnt }
        return [["thousandths of a bit", "in use", "learnt"]]
            + changed.map { [$0.name, "\($0.inUse)", "\($0.learnt)"] }
    }
}

struct LinkAcceptCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Put weights for linking into the workspace, where they win over the shipped ones.",
        discussion: """
            The next 'koe run' or 'koe link' links every comment anew. With --dry-run, checks the file and tells how \
            many comments would be linked. To take weights back, remove linking.tsv from the workspace.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Weights as 'koe link train' writes them.", completion: .file())
    var file: String

    @Flag(help: "Check the weights and tell what they would change, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let model = AcceptedLinkModel(workspace: workspace)
        let url = URL(filePath: file)
        guard dryRun else {
            let lock = try lock("link accept")
            let outcome = try withExtendedLifetime(lock) { try model.accept(url) }
            return LinkAcceptResult(outcome: outcome, before: nil, after: nil)
        }
        let outcome = try model.check(url)
        let context = try context(for: .reading)
        let (before, after) = try await AcceptedLinkModel.rehearsal(url, context: context, progress: progress)
        return LinkAcceptResult(outcome: outcome, before: before, after: after)
    }
}

private struct LinkAcceptResult: CommandResult {
    let outcome: AcceptedLinkModel.Outcome
    /// How many comments stand how to a case, now and with the weights; `nil` when they were accepted.
    let before: LinkCounts?
    let after: LinkCounts?

    var text: String {
        let over = outcome.replaced ? ", over the weights that were there" : ""
        guard let before, let after else {
            return "put \(outcome.rows) weights into \(outcome.file) as \(outcome.version)\(over)"
        }
        return """
            would put \(outcome.rows) weights into \(outcome.file) as \(outcome.version)\(over)
            linked: \(before.linked) → \(after.linked) comments; for review: \(before.review) → \(after.review)
            """
    }
}
