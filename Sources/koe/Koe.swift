import ArgumentParser
import CMalloc
import Foundation
import Workspace

/// The command `koe`.
@main
struct Koe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "koe",
        abstract: "The voice of the customer: is support strength equal to brand strength?",
        discussion: """
            Reads comments, ratings and support cases, scores them with open word lists, links them to cases and \
            reports S and B for every brand. Every number leads back to the sentences behind it (koe why).

            Exit codes: 0 good; 1 finished, but something failed or too much was quarantined; 2 usage or settings; \
            3 a gate fired; 4 nothing matched or unreadable input; 5 the workspace is locked; \
            6 the database needs another version; 129, 130 and 143 interrupted.
            """,
        version: KoeVersion.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Nightly work",
                subcommands: [
                    InitCommand.self, RunCommand.self, ImportCommand.self, RereadCommand.self, QuarantineCommand.self,
                    ScoreCommand.self, LinkCommand.self, ReviewCommand.self, MeasureCommand.self, ReportCommand.self,
                ]
            ),
            CommandGroup(
                name: "Questions",
                subcommands: [
                    WhyCommand.self, FlagsCommand.self, AttributeCommand.self, SearchCommand.self, ServeCommand.self,
                    ExportCommand.self, VerifyCommand.self,
                ]
            ),
            CommandGroup(
                name: "Upkeep",
                subcommands: [
                    BackupCommand.self, RestoreCommand.self, ScheduleCommand.self, NotifyCommand.self, RunsCommand.self,
                    EraseCommand.self, TokenCommand.self, ClusterCommand.self,
                ]
            ),
            CommandGroup(
                name: "Instruments",
                subcommands: [
                    EvaluateCommand.self, LexiconCommand.self, CalibrateCommand.self, TrendCommand.self,
                    PowerCommand.self,
                    ConfigCommand.self, DoctorCommand.self, IndexCommand.self, SampleCommand.self,
                ]
            ),
        ]
    )

    @OptionGroup(title: "Options of every command") var options: SharedOptions

    /// Runs the command named by the arguments and turns what went wrong into an exit code.
    static func main() async {
        // The C library would keep more and more of what large arrays had, for each that is freed raises its limit.
        mallopt(M_MMAP_THRESHOLD, 1 << 20)
        // A reader that closes the pipe is met where bytes are written, and is no error.
        signal(SIGPIPE, SIG_IGN)
        let status = await run(arguments: nil)
        Console.flush()
        if status != .good { Foundation.exit(status.rawValue) }
    }

    private static func run(arguments: [String]?) async -> ExitStatus {
        do {
            var command = try parseAsRoot(arguments)
            let watch = (command as? any KoeCommand).flatMap(SignalEnd.watch(over:))
            defer { withExtendedLifetime(watch) {} }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return .good
        } catch {
            return report(error)
        }
    }

    private static func report(_ error: any Error) -> ExitStatus {
        // A line that cannot be understood has no options, and its problem still goes to the log that it asks for.
        let messages = Messages(format: .asked, isQuiet: false, isVerbose: false)
        if let status = error as? ExitStatus { return status }
        if let known = ExitStatus(error) {
            messages.error("koe: \(ErrorWords.text(of: error))")
            return known
        }
        let text = fullMessage(for: error)
        if exitCode(for: error).isSuccess {
            Console.output(text)
            return .good
        }
        messages.error(CommandSuggestion.text(for: text).map { "\(text)\n  \($0)" } ?? text)
        return exitCode(for: error) == .validationFailure ? .usage : .incomplete
    }
}
