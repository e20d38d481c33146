import ArgumentParser
import Feedback
import Review
import Workspace

/// What every decision takes down beside what it is about.
struct DecisionOptions: ParsableArguments {
    @Option(help: "Who decides (default: the user's name in the environment).")
    var by: String?

    @Option(help: "What to remember of it.")
    var note: String?

    @Flag(help: "Say what would be taken down, and change nothing.")
    var dryRun = false
}

/// A command that takes down decisions.
protocol DecisionCommand: ResultCommand {
    var decision: DecisionOptions { get }
    func decide(_ desk: Deciding) throws -> Deciding.Outcome
}

extension DecisionCommand {
    func result() async throws -> any CommandResult {
        let lock = decision.dryRun ? nil : try lock("review")
        let context = try context(for: decision.dryRun ? .reading : .writing)
        guard let by = decider(decision.by) else {
            throw WorkspaceError(.usage, "nobody is known to decide; say who with --by NAME")
        }
        let desk = try Deciding(context: context, by: by, note: decision.note, isDryRun: decision.dryRun)
        let outcome = try decide(desk)
        withExtendedLifetime(lock) {}
        return outcome
    }
}

extension KoeCommand {
    /// Who decides: as given, or the user.
    func decider(_ name: String?) -> String? {
        [name, environment["USER"], environment["LOGNAME"]].compactMap(\.self).first { !$0.isEmpty }
    }
}

struct ReviewConfirmCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Decide that comments belong to the case that is proposed."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "Comments, by the source's id or source:id.")
    var comments: [String]

    @Option(name: .customLong("case"), help: "The case (default: the one that is linked or proposed).")
    var caseID: String?

    func decide(_ desk: Deciding) throws -> Deciding.Outcome { try desk.confirm(comments, caseID: caseID) }
}

struct ReviewRejectCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Decide that comments do not belong to a case; another one may still be found."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "Comments, by the source's id or source:id.")
    var comments: [String]

    @Option(name: .customLong("case"), help: "The case (default: the one that is linked or proposed).")
    var caseID: String?

    func decide(_ desk: Deciding) throws -> Deciding.Outcome { try desk.reject(comments, caseID: caseID) }
}

struct ReviewLinkCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Decide which case a comment belongs to, whatever was found."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "The comment, by the source's id or source:id.")
    var comment: String

    @Argument(help: ArgumentHelp("Id of the case.", valueName: "case"))
    var caseID: String

    @Option(
        help: """
            How the comment stands to the case: \(LinkRelation.allCases.map(\.rawValue).joined(separator: ", ")) \
            (default: the case's customer, or about the case where the company speaks).
            """
    )
    var relation: String?

    func validate() throws {
        if let relation, LinkRelation(rawValue: relation) == nil {
            throw ValidationError("there is no relation \"\(relation)\"; see --help for the relations")
        }
    }

    func decide(_ desk: Deciding) throws -> Deciding.Outcome {
        try desk.link(comment, caseID: caseID, relation: relation.flatMap(LinkRelation.init(rawValue:)))
    }
}

struct ReviewUnlinkCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: "Decide that comments belong to no case."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "Comments, by the source's id or source:id.")
    var comments: [String]

    func decide(_ desk: Deciding) throws -> Deciding.Outcome { try desk.unlink(comments) }
}

struct ReviewMergeCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Decide that two cases are one, under the name of the second.",
        discussion: "Both cases stay as they were read; 'koe review split' takes them apart again."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: ArgumentHelp("The case that goes into the other.", valueName: "case"))
    var caseID: String

    @Argument(help: "The case that gives both their name.")
    var into: String

    func decide(_ desk: Deciding) throws -> Deciding.Outcome { try desk.merge(caseID, into: into) }
}

struct ReviewSplitCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Decide that a case which was merged stands alone again."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: ArgumentHelp("The case that was merged into another.", valueName: "case"))
    var caseID: String

    func decide(_ desk: Deciding) throws -> Deciding.Outcome { try desk.split(caseID) }
}

struct ReviewUndoCommand: DecisionCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take decisions back; an undo can be taken back as well."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var decision: DecisionOptions

    @Argument(help: "Ids of the decisions, as 'koe review log' shows them, or their beginnings.")
    var ids: [String]

    func decide(_ desk: Deciding) throws -> Deciding.Outcome { try desk.undo(ids) }
}
