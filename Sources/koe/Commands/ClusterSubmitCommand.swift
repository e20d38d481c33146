import ArgumentParser
import Foundation
import Nightly
import Scoring
import Workspace

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

    /// The job ends with its processes, and its folder is cleared.
    var isEndedBySignals: Bool { false }

    func validate() throws {
        try SparkWords.checkMaster(master)
        if at?.isEmpty == true { throw ValidationError("--at must name a place") }
    }

    func result() async throws -> any CommandResult {
        let dictionary = try ScorerLoader.japaneseDictionary(at: settings().dictionary).path
        let folder = place(of: cluster)
        let line = try ClusterJob.submission(
            of: at ?? folder.absoluteURL.standardizedFileURL.path,
            master: master,
            partitions: cluster.partitions ?? 200
        )
        try withRows(cluster, command: "cluster submit") { try $0.job.pack(in: folder, dictionary: dictionary) }
        let submission = ClusterSubmission(folder: folder.path, line: line, next: taking(folder, cluster))
        messages.note("when its folder 'results' is back: \(submission.next)")
        return submission
    }
}

private struct ClusterSubmission: CommandResult {
    let folder: String
    let line: String
    /// The line that takes the results.
    let next: String

    var text: String { line }
}
