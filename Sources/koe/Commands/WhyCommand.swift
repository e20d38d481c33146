import Answers
import ArgumentParser
import Workspace

struct WhyCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Lead a number back to the sentences behind it.",
        subcommands: [WhyCommentCommand.self, WhyMeasureCommand.self, WhyFlagCommand.self, WhyCaseCommand.self]
    )

    @OptionGroup var options: SharedOptions
}

struct WhyCommentCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract: "How a comment was scored, linked and counted."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "The source's id, or source:id.")
    var id: String

    func result() async throws -> any CommandResult {
        let context = try context(for: .reading)
        let found = try CommentExplanation.explanations(of: id, in: context)
        return CommentExplanations(
            comments: masking.unmask ? found : try CommentExplanation.masked(found, in: context),
            hasColour: Console.hasColour
        )
    }
}

struct WhyMeasureCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "The voices and sentences that S, B and their difference D are the sum of."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "The brand, by any of its names.")
    var brand: String

    @Argument(help: "all, a year (2014), a quarter (2014-Q4), a month (2014-12), or a range (2014-01..2014-12).")
    var period: String = "all"

    @Option(help: "Voices to print for each side, largest contributions first; 0 for all.")
    var limit: Int = 20

    func result() async throws -> any CommandResult {
        let context = try context(for: .reading)
        let explanation = try MeasureExplanation(brand: brand, period: period, in: context)
        return MeasureExplanationResult(
            explanation: masking.unmask ? explanation : try explanation.masked(in: context),
            limit: limit
        )
    }
}

struct WhyFlagCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "What a flag or an early sign rests on."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "Id of the flag, or of the voice of an early sign, as the report shows it.")
    var id: String

    func result() async throws -> any CommandResult {
        let context = try context(for: .reading)
        let explanation = try FlagExplanation(id: id, in: context)
        return FlagExplanationResult(explanation: masking.unmask ? explanation : try explanation.masked(in: context))
    }
}

struct WhyCaseCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "What is known of a case, the comments linked to it, and others that told the same."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Argument(help: "Id of the case.")
    var id: String

    func result() async throws -> any CommandResult {
        try CaseExplanation(id: id, isMasked: !masking.unmask, in: context(for: .reading))
    }
}
