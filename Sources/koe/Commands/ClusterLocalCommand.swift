import ArgumentParser
import Foundation
import Nightly
import Workspace

struct ClusterLocalCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "local",
        abstract: "Run the job on this machine, or on a cluster that sees its folders.",
        discussion: """
            What Java and Spark say goes into job.log in the folder of the rows. Interrupted, the job ends with all its \
            processes and leaves nothing there.
            """
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var cluster: ClusterOptions

    @Option(help: ArgumentHelp("Master of Spark.", valueName: "url"))
    var master = "local[2]"

    @Option(help: ArgumentHelp("Memory of Spark on this machine, such as 2g; 512m at least.", valueName: "size"))
    var memory = "2g"

    @Option(
        help: ArgumentHelp(
            "Comments to work on instead of those written: NDJSON or Parquet with the same rows.",
            valueName: "path"
        )
    )
    var comments: String?

    /// The job ends with its processes, and its folder is cleared.
    var isEndedBySignals: Bool { false }

    func validate() throws {
        try SparkWords.checkMaster(master)
        try SparkWords.checkMemory(memory)
    }

    func result() async throws -> any CommandResult {
        try workspace.requireSettings()
        let comments = try comments.map(ClusterComments.place)
        return try withRows(cluster, command: "cluster local") { work in
            try work.job.run(
                in: work.folder.url,
                master: master,
                partitions: cluster.partitions ?? 2 * ProcessInfo.processInfo.activeProcessorCount,
                memory: memory,
                comments: comments,
                told: { messages.note($0) }
            )
            return ClusterRan(
                comments: work.rows.comments,
                cases: work.rows.cases,
                folder: work.folder.url.path,
                next: taking(work.folder.url, cluster)
            )
        }
    }
}

private struct ClusterRan: CommandResult {
    let comments: Int
    let cases: Int
    let folder: String
    /// The line that takes the results.
    let next: String

    var text: String { "worked on \(comments) comments and \(cases) cases; take the results with: \(next)" }
}
