import Answers
import ArgumentParser
import Workspace

struct FlagsCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "flags",
        abstract: "List the flags with where each stands, or acknowledge them.",
        discussion: """
            A flag is new until a finished report has told it, then ongoing, recovered (the level came back), acknowledged \
            (a person has seen it), superseded (another flag, which is named, tells the same event) or withdrawn (there is \
            no such change any more, for a reason that is given). A flag that was once told never leaves this list.
            """,
        subcommands: [FlagsListCommand.self, FlagsAcknowledgeCommand.self],
        defaultSubcommand: FlagsListCommand.self
    )

    @OptionGroup var options: SharedOptions
}

struct FlagsListCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the flags, by brand and month."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: MaskingOptions

    @Option(help: "Flags of this brand only.")
    var brand: String?

    @Option(
        help: ArgumentHelp(
            "Flags in this state only (\(FlagList.states.joined(separator: ", "))); may be given several times.",
            valueName: "state"
        )
    )
    var state: [String] = []

    @Option(
        help: ArgumentHelp("Flags whose first bad month is this one or later, such as 2014-03.", valueName: "month")
    )
    var since: String?

    func validate() throws {
        for name in state where !FlagList.states.contains(name) {
            throw ValidationError(
                "there is no state \"\(name)\"; the states are \(FlagList.states.joined(separator: ", "))"
            )
        }
    }

    func result() async throws -> any CommandResult {
        let context = try context(for: .reading)
        var choice = FlagList.Choice()
        choice.brand = try brand.map(context.demandedBrand)
        choice.states = Set(state)
        choice.since = since
        choice.isMasked = !masking.unmask
        return try FlagList(choice, in: context)
    }
}

struct FlagsAcknowledgeCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge",
        abstract: "Mark flags as seen; they are no news again unless they recover or are superseded.",
        discussion: "The mark stays over all later runs, and is no part of the hash that 'koe verify' prints."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Ids of the flags, as 'koe flags' and the report show them.")
    var ids: [String]

    @Option(help: "What to remember of it; shown in the report.")
    var note: String?

    @Flag(help: "Take the acknowledgement back.")
    var undo = false

    @Flag(help: "Say what would be marked, and change nothing.")
    var dryRun = false

    func validate() throws {
        if undo && note != nil { throw ValidationError("--undo takes the note back as well; leave --note out") }
    }

    func result() async throws -> any CommandResult {
        let lock = dryRun ? nil : try lock("flags acknowledge")
        let marks = FlagAcknowledgement(context: try context(for: dryRun ? .reading : .writing))
        let outcome =
            undo
            ? try marks.takeBack(ids, isDryRun: dryRun)
            : try marks.acknowledge(ids, note: note, isDryRun: dryRun)
        withExtendedLifetime(lock) {}
        return FlagMarksResult(outcome: outcome, isUndo: undo)
    }
}
