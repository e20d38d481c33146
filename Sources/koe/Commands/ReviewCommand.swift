import Answers
import ArgumentParser
import Review
import Workspace

struct ReviewCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Settle doubtful links, and merge cases: decisions that every later night keeps.",
        discussion: """
            A decision names the comment and the case as their sources do, with who, when and a note; it is never changed, \
            but a later one overrules it or takes it back. The next 'koe run' or 'koe link' applies the decisions before \
            anything else, whatever was imported, read anew or relearnt meanwhile. A decision whose comment or case is not \
            there waits, and is shown.
            """,
        subcommands: [
            ReviewListCommand.self, ReviewShowCommand.self, ReviewConfirmCommand.self, ReviewRejectCommand.self,
            ReviewLinkCommand.self, ReviewUnlinkCommand.self, ReviewMergeCommand.self, ReviewSplitCommand.self,
            ReviewUndoCommand.self, ReviewLogCommand.self, ReviewExportCommand.self, ReviewImportCommand.self,
        ],
        defaultSubcommand: ReviewListCommand.self
    )

    @OptionGroup var options: SharedOptions
}

struct ReviewListCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the links that wait for a person, the one that would move a reported number most first.",
        discussion: ReviewQueue.formula
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Option(help: "Comments that name this brand only.")
    var brand: String?

    @Option(help: "Links to list at most.")
    var limit: Int = 20

    @Flag(help: "Print how the move is made.")
    var definitions = false

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be 1 or more") }
    }

    func result() async throws -> any CommandResult {
        if definitions { return MoveDefinition() }
        let context = try context(for: .reading)
        var question = ReviewQueue.Question()
        question.brand = try brand.map(context.demandedBrand)
        question.limit = limit
        question.isMasked = !masking.unmask
        return try ReviewQueue(question, in: context)
    }
}

struct ReviewShowCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a comment with its link, the evidence for it, the case and what was decided."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "The source's id, or source:id.")
    var comment: String

    func result() async throws -> any CommandResult {
        let context = try context(for: .reading)
        let found = try CommentExplanation.explanations(of: comment, in: context)
        return ReviewResult(
            explanations: CommentExplanations(
                comments: masking.unmask ? found : try CommentExplanation.masked(found, in: context),
                hasColour: Console.hasColour
            ),
            detail: try ReviewDetail(of: comment, isMasked: !masking.unmask, in: context)
        )
    }
}

struct ReviewLogCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List the decisions, newest first, with what became of each.",
        discussion: """
            A decision applies, waits for a comment or a case that is not there, is overruled by a later one, undone, or \
            erased with what it was about.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "A comment, a case or a decision (default: all).")
    var name: String?

    @Flag(help: "Only decisions that wait, or that a later one overruled.")
    var conflicts = false

    func result() async throws -> any CommandResult {
        try DecisionLog(about: name, onlyConflicts: conflicts, in: context(for: .reading))
    }
}
