import ArgumentParser
import Foundation
import Upkeep
import Workspace

struct ScheduleCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Let systemd or cron start 'koe run' every night.",
        subcommands: [ScheduleShowCommand.self, ScheduleInstallCommand.self, ScheduleRemoveCommand.self],
        defaultSubcommand: ScheduleShowCommand.self
    )

    @OptionGroup var options: SharedOptions
}

/// What is scheduled, and by what.
struct ScheduleOptions: ParsableArguments {
    @Option(help: "Who starts the run: user or system (timers of systemd), or cron.")
    var kind: Schedule.Kind = .user

    @Option(help: ArgumentHelp("Time of the day, in the machine's zone.", valueName: "hh:mm"))
    var at: String = "02:30"

    @Option(help: "Ceiling for the memory of a run; cron knows none.")
    var memory: String = "2G"
}

extension Schedule.Kind: ExpressibleByArgument {}

extension KoeCommand {
    /// The schedule that the options mean.
    fileprivate func schedule(_ given: ScheduleOptions) throws -> Schedule {
        guard let time = ClockTime(given.at) else {
            throw ValidationError("--at is \"\(given.at)\"; write a time such as 02:30")
        }
        try workspace.requireSettings()
        guard let program = Bundle.main.executableURL else {
            throw WorkspaceError(.missing, "the place of the program itself is not known; call it by its path")
        }
        let job = try NightlyJob(
            program: program.path,
            workspace: workspace.directory.absoluteURL.standardizedFileURL.path,
            folders: try settings().foldersOutside(workspace),
            time: time,
            memory: given.memory
        )
        return Schedule(job, kind: given.kind)
    }
}

struct ScheduleShowCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what would be installed, and whether it is."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var schedule: ScheduleOptions

    func result() async throws -> any CommandResult {
        ScheduleResult(outcome: try schedule(schedule).show(), verb: .shown)
    }
}

struct ScheduleInstallCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install the schedule, or bring it up to date.",
        discussion: """
            The service may write to the workspace alone, and to the folders of a metricsFile and of files under notify \
            that the settings put elsewhere: install it again when they change. A timer of a user runs while the user is logged in, or always \
            after 'loginctl enable-linger'.
            """
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var schedule: ScheduleOptions

    @Flag(help: "Say what would be written, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let schedule = try schedule(schedule)
        return dryRun
            ? ScheduleResult(outcome: try schedule.show(), verb: .shown)
            : ScheduleResult(outcome: try schedule.install(), verb: .installed)
    }
}

struct ScheduleRemoveCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take the schedule away."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var schedule: ScheduleOptions

    @Flag(help: "Say what would be removed, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let schedule = try schedule(schedule)
        return dryRun
            ? ScheduleResult(outcome: try schedule.show(), verb: .shown)
            : ScheduleResult(outcome: try schedule.remove(), verb: .removed)
    }
}

private struct ScheduleResult: CommandResult {
    enum Verb: String, Encodable {
        case shown, installed, removed
    }

    let outcome: Schedule.Outcome
    let verb: Verb

    var text: String {
        switch verb {
        case .shown:
            let parts = zip(outcome.places, outcome.contents).map { "# \($0)\n\($1)" }
            return parts.joined(separator: "\n") + "\n# " + (outcome.wasThere ? "this is installed" : "not installed")
        case .installed:
            return (outcome.wasThere ? "brought up to date: " : "installed: ") + outcome.places.joined(separator: ", ")
        case .removed:
            return "removed: " + outcome.places.joined(separator: ", ")
        }
    }
}
