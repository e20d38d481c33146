import ArgumentParser
import Feedback
import Foundation
import Nightly
import Store
import Workspace

struct ClusterCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster",
        abstract: "Score, link and measure a workspace on Apache Spark.",
        discussion: """
            Writes the comments and cases of the workspace as NDJSON, lets a job of PySpark score, link and measure them on \
            many cores, and leaves the results in a folder from which 'koe measure --from FOLDER' takes them. The numbers \
            are those of one machine, to the last bit. Needs Java 17 and PySpark: 'make setup-cluster' installs them. \
            The workspace itself stays on one machine and holds every comment: see Reports/cluster/README.md for what that \
            costs, and for larger ones.

            Its files hold what customers wrote: they are this user's alone, and go with 'koe erase' and, in a workspace \
            whose sources have keepDays, with the first 'koe run' that finds other comments there than the workspace has. \
            Whoever interrupts it finds nothing of it left.

            Exit codes: as ever; 1 the job failed (a part of it three times), 2 something is missing or has the wrong \
            version, 4 the input cannot be read, 5 another job works in the folder, 129, 130 and 143 interrupted.
            """,
        subcommands: [ClusterLocalCommand.self, ClusterSubmitCommand.self, ClusterCheckCommand.self]
    )

    @OptionGroup var options: SharedOptions
}

/// Where a cluster works, and with which Python.
struct ClusterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder for the rows and results, empty or made by koe cluster (default: cluster in the workspace).",
            valueName: "folder"
        )
    )
    var work: String?

    @Option(
        help: ArgumentHelp(
            "The Python that has PySpark (default: KOE_PYTHON, the one of make setup-cluster, python3).",
            valueName: "path"
        )
    )
    var python: String?

    @Option(
        help: ArgumentHelp("Parts that the rows are cut into (default: two a core of this machine).", valueName: "n")
    )
    var partitions: Int?

    func validate() throws {
        if work?.isEmpty == true { throw ValidationError("--work must name a folder") }
        if let partitions, !(1...100_000).contains(partitions) {
            throw ValidationError("--partitions must be a number from 1 to 100000")
        }
    }
}

/// What Spark is told in a form of its own, which it refuses late and in its own words.
enum SparkWords {
    private static let leastMegabytes = 512

    static func checkMaster(_ master: String) throws {
        let isURL = ["spark://", "k8s://"].contains { master.hasPrefix($0) && master.count > $0.count }
        let isLocal = master.wholeMatch(of: /local(\[([0-9]+|\*)(,[0-9]+)?\])?/) != nil
        let isSmallCluster = master.wholeMatch(of: /local-cluster\[[0-9]+,[0-9]+,[0-9]+\]/) != nil
        guard isURL || isLocal || isSmallCluster || master == "yarn" else {
            throw ValidationError(
                "--master is \"\(master)\"; it must be local, local[N], local[*], yarn, spark://HOST:PORT or k8s://URL"
            )
        }
    }

    static func checkMemory(_ memory: String) throws {
        guard let match = memory.lowercased().wholeMatch(of: /([0-9]{1,9})([kmgt])/), let number = Int(match.1),
            let step = ["k", "m", "g", "t"].firstIndex(of: match.2)
        else {
            throw ValidationError("--memory is \"\(memory)\"; it must be a whole number and a unit, such as 2g or 900m")
        }
        let kilobytes = (0..<step).reduce(number) { sum, _ in sum * 1_024 }
        if kilobytes < leastMegabytes * 1_024 {
            throw ValidationError("--memory is \"\(memory)\"; Spark needs \(leastMegabytes)m at least")
        }
        let here = Int(clamping: ProcessInfo.processInfo.physicalMemory) / 1_024
        if kilobytes > here {
            throw ValidationError("--memory is \"\(memory)\"; this machine has \(here / 1_024)m")
        }
    }
}

/// Rows laid out in a folder that nobody else works in, and what a job on them needs.
struct ClusterWork {
    let folder: ClusterFolder
    let rows: ClusterInput.Outcome
    let job: ClusterJob
}

extension KoeCommand {
    /// Lays out the rows of the workspace and does something with them; whoever interrupts it finds nothing of it left.
    ///
    /// `command`: as others that want the folder are told.
    func withRows<Outcome>(
        _ given: ClusterOptions,
        command: String,
        _ body: (ClusterWork) throws -> Outcome
    ) throws -> Outcome {
        let watch = SignalWatch()
        let context = try context(for: .reading)
        if try context.database.read(CommentTable.count) == 0 {
            throw WorkspaceError(.input, "the workspace holds no comments; import some first (koe import)")
        }
        let job = try job(given, watch: watch)
        try job.check()
        // Whatever this process and those that it starts write from here on is this user's alone.
        umask(0o077)
        let folder = try ClusterFolder(place(of: given), of: workspace, command: command)
        do {
            let rows = try rows(of: context, in: folder, watch)
            return try body(ClusterWork(folder: folder, rows: rows, job: job))
        } catch let interruption as Interruption {
            try folder.discard()
            throw Interruption(
                interruption.signal,
                state: "nothing of the job is left in \(folder.url.path), and the workspace is as it was"
            )
        }
    }

    /// The folder to work in.
    func place(of given: ClusterOptions) -> URL {
        given.work.map { URL(filePath: $0) } ?? ClusterFolder.standard(of: workspace)
    }

    /// Writes the rows; a folder in which that fails keeps none of them.
    private func rows(
        of context: WorkspaceContext,
        in folder: ClusterFolder,
        _ watch: SignalWatch
    ) throws -> ClusterInput.Outcome {
        do {
            let rows = try ClusterInput(context: context).write(to: folder.url, check: watch.check)
            messages.note("wrote \(rows.comments) comments and \(rows.cases) cases to \(folder.url.path)")
            return rows
        } catch {
            try? folder.discard()  // Why it failed is what a person must know.
            throw error
        }
    }

    func job(_ given: ClusterOptions, watch: SignalWatch) throws -> ClusterJob {
        guard let program = Bundle.main.executableURL else {
            throw WorkspaceError(.missing, "the place of the program itself is not known; call it by its path")
        }
        let data = try resources().directory
        return ClusterJob(
            python: try ClusterPython(flag: given.python, environment: environment, data: data),
            data: data,
            program: program.resolvingSymlinksInPath(),
            environment: environment,
            watch: watch
        )
    }

    /// The line that takes the results of a folder, to be copied into a shell.
    func taking(_ folder: URL, _ given: ClusterOptions) -> String {
        var words = ["koe"]
        if let workspace = options.workspace { words += ["-w", workspace] }
        if let data = options.data { words += ["--data", data] }
        words += ["measure", "--from", folder.path]
        if let python = given.python { words += ["--python", python] }
        return words.map { ShellWord.quoted($0) }.joined(separator: " ")
    }
}

struct ClusterCheckCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look whether this machine has what a job needs: Java, PySpark, pyarrow, dictionary, word lists."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var cluster: ClusterOptions

    /// What it has started ends with it.
    var isEndedBySignals: Bool { false }

    func result() async throws -> any CommandResult {
        let job = try job(cluster, watch: SignalWatch())
        try job.check()
        return ClusterChecked(python: job.python.url.path)
    }
}

private struct ClusterChecked: CommandResult {
    let python: String

    var text: String { "everything a job needs is there (\(python))" }
}
