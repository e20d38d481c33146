import ArgumentParser
import Foundation
import Nightly
import Scoring
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

            Exit codes: as ever; 1 the job failed (a part of it three times), 2 something is missing or has the wrong \
            version, 4 the input cannot be read.
            """,
        subcommands: [ClusterLocalCommand.self, ClusterSubmitCommand.self, ClusterCheckCommand.self]
    )

    @OptionGroup var options: SharedOptions
}

/// Where a cluster works, and with which Python.
struct ClusterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Folder for the rows and results (default: cluster in the workspace).", valueName: "folder")
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
        if let partitions, !(1...100_000).contains(partitions) {
            throw ValidationError("--partitions must be a number from 1 to 100000")
        }
    }
}

extension KoeCommand {
    /// The folder that a cluster works in, with the input written to it.
    fileprivate func writeInput(_ given: ClusterOptions) throws -> (folder: URL, rows: ClusterInput.Outcome) {
        let context = try context(for: .reading)
        let folder = given.work.map { URL(filePath: $0) } ?? ClusterFolder.standard(of: workspace)
        let results = folder.appending(path: "results")
        // Results of other rows must not be taken for those of these.
        if FileManager.default.fileExists(atPath: results.path) { try FileManager.default.removeItem(at: results) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rows = try ClusterInput(context: context).write(to: folder)
        if rows.comments == 0 {
            throw WorkspaceError(.input, "the workspace holds no comments; import some first (koe import)")
        }
        messages.note("wrote \(rows.comments) comments and \(rows.cases) cases to \(folder.path)")
        return (folder, rows)
    }

    fileprivate func program() throws -> URL {
        guard let program = Bundle.main.executableURL else {
            throw WorkspaceError(.missing, "the place of the program itself is not known; call it by its path")
        }
        return program.resolvingSymlinksInPath()
    }

    fileprivate func job(_ given: ClusterOptions) throws -> ClusterJob {
        let data = try resources().directory
        return ClusterJob(
            python: try ClusterPython(flag: given.python, environment: environment, data: data),
            data: data,
            program: try program(),
            environment: environment
        )
    }
}

struct ClusterLocalCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "local",
        abstract: "Run the job on this machine, or on a cluster that sees its folders."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var cluster: ClusterOptions

    @Option(help: ArgumentHelp("Master of Spark.", valueName: "url"))
    var master = "local[2]"

    @Option(help: ArgumentHelp("Memory of Spark on this machine, such as 2g.", valueName: "size"))
    var memory = "2g"

    @Option(
        help: ArgumentHelp(
            "Comments to work on instead of those written: NDJSON or Parquet with the same rows.",
            valueName: "path"
        )
    )
    var comments: String?

    func result() async throws -> any CommandResult {
        let job = try job(cluster)
        try job.check()
        let (folder, rows) = try writeInput(cluster)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        try job.run(
            in: folder,
            master: master,
            partitions: cluster.partitions ?? 2 * cores,
            memory: memory,
            comments: comments
        )
        return ClusterRan(comments: rows.comments, cases: rows.cases, folder: folder.path)
    }
}

private struct ClusterRan: CommandResult {
    let comments: Int
    let cases: Int
    let folder: String

    var text: String {
        "worked on \(comments) comments and \(cases) cases; take the results with: koe measure --from \(folder)"
    }
}

struct ClusterSubmitCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Write and pack what a cluster needs, and print the line that submits the job.",
        discussion: """
            Packs the program, the word lists, the dictionary and what is frozen of the workspace into one archive, which \
            the line ships to every worker. Copy the folder to where the cluster reads (--at names that place), run the \
            line, copy the folder 'results' back, and take it with 'koe measure --from'. Workers need the libraries that \
            the program is linked to, which installing its Debian package brings.
            """
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var cluster: ClusterOptions

    @Option(help: ArgumentHelp("Master of Spark, such as yarn or spark://host:7077.", valueName: "url"))
    var master = "yarn"

    @Option(help: ArgumentHelp("Where the cluster will find the folder (default: where it is).", valueName: "url"))
    var at: String?

    func result() async throws -> any CommandResult {
        let job = try job(cluster)
        let dictionary = try ScorerLoader.japaneseDictionary(at: settings().dictionary).path
        let (folder, _) = try writeInput(cluster)
        try job.pack(in: folder, dictionary: dictionary)
        let line = job.submission(
            of: at ?? folder.absoluteURL.standardizedFileURL.path,
            master: master,
            partitions: cluster.partitions ?? 200
        )
        return ClusterSubmission(folder: folder.path, line: line)
    }
}

private struct ClusterSubmission: CommandResult {
    let folder: String
    let line: String

    var text: String { line }
}

struct ClusterCheckCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look whether this machine has what a job needs: Java, PySpark, pyarrow, dictionary, word lists."
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var cluster: ClusterOptions

    func result() async throws -> any CommandResult {
        try job(cluster).check()
        return ClusterChecked(python: try job(cluster).python.url.path)
    }
}

private struct ClusterChecked: CommandResult {
    let python: String

    var text: String { "everything a job needs is there (\(python))" }
}
