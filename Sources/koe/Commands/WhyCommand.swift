import ArgumentParser
import Pipeline

struct WhyCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Lead a number back to the sentences behind it.",
        subcommands: [WhyCommentCommand.self, WhyMeasureCommand.self, WhyFlagCommand.self]
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions
}

struct WhyCommentCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract: "How a comment was scored, linked and counted."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "The source's id, or source:id.")
    var id: String

    func run() async throws {
        let found = try CommentExplanation.explanations(of: id, in: context())
        try show(CommentExplanations(comments: found, hasColour: Console.hasColour))
    }
}

struct WhyMeasureCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "The voices and sentences that S, B and their difference D are the sum of."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "The brand, by its canonical name.")
    var brand: String

    @Argument(help: "all, a year (2014), a quarter (2014-Q4), a month (2014-12), or a range (2014-01..2014-12).")
    var period: String = "all"

    @Option(help: "Voices to print for each side, largest contributions first; 0 for all.")
    var limit: Int = 20

    func run() async throws {
        let explanation = try MeasureExplanation(brand: brand, period: period, in: context())
        try show(MeasureExplanationResult(explanation: explanation, limit: limit))
    }
}

struct WhyFlagCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "What a flag or an early sign rests on."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "Id of the flag, or of the voice of an early sign, as the report shows it.")
    var id: String

    func run() async throws {
        try show(FlagExplanationResult(explanation: FlagExplanation(id: id, in: context())))
    }
}
