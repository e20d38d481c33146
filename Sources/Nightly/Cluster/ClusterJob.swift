package import Foundation
import Feedback
import Upkeep
import Workspace

/// The job of PySpark, as this machine starts it or packs it for a cluster.
package struct ClusterJob: Sendable {
    private static let archive = "koe-ship.tar.gz"

    package let python: ClusterPython
    /// The folder that holds `Lexicons` and `Reports/cluster`.
    private let data: URL
    private let program: URL
    private let environment: [String: String]

    /// `program`: the `koe` that workers run; `environment`: the variables of the process.
    package init(python: ClusterPython, data: URL, program: URL, environment: [String: String]) {
        self.python = python
        self.data = data
        self.program = program
        self.environment = environment
    }

    private var script: URL { data.appending(path: "Reports/cluster/koe_job.py") }

    /// Looks at Java, PySpark, pyarrow, the program, its word lists and its dictionary.
    ///
    /// - Throws: ``WorkspaceError`` `missing` with what is not there or has the wrong version.
    package func check() throws {
        try requireScript()
        let arguments = ["check", "--koe", program.path, "--data", data.path]
        let answer = try python.listen(to: script, arguments, environment: environment)
        guard answer.status != 0 else { return }
        let lines = answer.said.split(separator: "\n").map { $0.hasPrefix("koe: ") ? $0.dropFirst(5) : $0 }
        throw WorkspaceError(.missing, "the job cannot run here: " + lines.joined(separator: "; "))
    }

    /// Runs the job on a folder that ``ClusterInput`` has written, and waits for its end.
    ///
    /// `comments`: another place of the comments, NDJSON or Parquet.
    /// - Throws: ``WorkspaceError`` with what went wrong; the folder has no manifest of results then.
    package func run(in folder: URL, master: String, partitions: Int, memory: String, comments: String?) throws {
        var arguments = [
            "run", "--work", folder.absoluteURL.standardizedFileURL.path, "--koe", program.path, "--data", data.path,
            "--master", master, "--partitions", "\(partitions)", "--memory", memory,
        ]
        if let comments { arguments += ["--comments", comments] }
        try call(arguments)
    }

    private func requireScript() throws {
        guard FileManager.default.fileExists(atPath: script.path) else {
            throw WorkspaceError(
                .missing,
                "\(script.path) is not there; install koe with its data, or name them with --data"
            )
        }
    }

    private func call(_ arguments: [String]) throws {
        try requireScript()
        switch try python.run(script, arguments, environment: environment) {
        case 0: return
        case 2: throw WorkspaceError(.missing, "the job cannot run here; what it lacks stands above")
        case 4: throw WorkspaceError(.input, "the job cannot read its input; what is wrong stands above")
        case 130, SIGINT: throw CancellationError()
        default: throw WorkspaceError(.incomplete, "the job failed; why stands above. The workspace is as it was")
        }
    }

    // MARK: - For a cluster

    /// Packs into one archive beside the rows what every worker needs, and lays the job itself there.
    ///
    /// `dictionary`: folder of the MeCab dictionary.
    package func pack(in folder: URL, dictionary: String) throws {
        let files = FileManager.default
        let ship = folder.appending(path: "ship")
        if files.fileExists(atPath: ship.path) { try files.removeItem(at: ship) }
        for (from, to) in [
            (program.path, "bin/koe"), (data.appending(path: "Lexicons").path, "share/koe/Lexicons"),
            (URL(filePath: dictionary).resolvingSymlinksInPath().path, "dictionary"),
            (folder.appending(path: "frozen").path, "frozen"),
        ] {
            let place = ship.appending(path: to)
            try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(atPath: from, toPath: place.path)
        }
        let archive = folder.appending(path: Self.archive)
        try SystemTool(name: "tar").run(["-czhf", archive.path, "-C", ship.path, "."])
        try files.removeItem(at: ship)
        let job = folder.appending(path: script.lastPathComponent)
        if files.fileExists(atPath: job.path) { try files.removeItem(at: job) }
        try files.copyItem(at: script, to: job)
    }

    /// The line that submits the job.
    ///
    /// `place`: of the folder, as the cluster sees it.
    package func submission(of place: String, master: String, partitions: Int) -> String {
        let place = place.hasSuffix("/") ? String(place.dropLast()) : place
        let words = [
            "spark-submit", "--master", master, "--archives", "\(place)/\(Self.archive)#koe",
            "--conf", "spark.task.maxFailures=3", "\(place)/\(script.lastPathComponent)", "run",
            "--work", place, "--ship", "koe", "--partitions", "\(partitions)",
        ]
        return words.map { ShellWord.quoted($0) }.joined(separator: " ")
    }
}
