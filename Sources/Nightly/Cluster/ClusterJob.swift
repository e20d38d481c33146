package import Foundation
import Feedback
import Upkeep
package import Workspace

/// The job of PySpark, as this machine starts it or packs it for a cluster.
package struct ClusterJob: Sendable {
    private static let archive = "koe-ship.tar.gz"
    private static let scriptName = "koe_job.py"
    /// What the script imports, here and on workers.
    private static let modules = ["koe_ask.py", "koe_check.py", "koe_input.py", "koe_shell.py", "koe_spark.py"]
    /// The files of the job.
    static let files = [scriptName] + modules
    /// Characters that spark-submit takes for patterns, separators or parts of a URL.
    private static let unshippable = Set("[]{}*?\\#%, \t\n")

    package let python: ClusterPython
    /// The folder that holds `Lexicons` and `Reports/cluster`.
    private let data: URL
    private let program: URL
    private let environment: [String: String]
    private let watch: SignalWatch

    /// `program`: the `koe` that workers run; `environment`: the variables of the process; `watch`: ends what runs.
    package init(
        python: ClusterPython,
        data: URL,
        program: URL,
        environment: [String: String],
        watch: SignalWatch
    ) {
        self.python = python
        self.data = data
        self.program = program
        self.environment = environment
        self.watch = watch
    }

    private var scripts: URL { data.appending(path: "Reports/cluster") }
    private var script: URL { scripts.appending(path: Self.scriptName) }

    /// Looks at Java, PySpark, pyarrow, the program, its word lists and its dictionary.
    ///
    /// - Throws: ``WorkspaceError`` `missing` with what is not there or has the wrong version.
    package func check() throws {
        let files = Self.files.map { scripts.appending(path: $0).path }
        if let lacking = files.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
            throw WorkspaceError(
                .missing,
                "\(lacking) is not there; install koe with its data, or name them with --data"
            )
        }
        let arguments = ["check", "--koe", program.path, "--data", data.path]
        var isReady = false
        let ran = try python.run(script, arguments, environment: environment, watch: watch) { line in
            isReady = isReady || line == "ready"
        }
        if ran.status == 0, isReady { return }
        let words = ClusterPython.words(of: ran.said)
        if ran.said.contains(ClusterPython.mark) {
            throw WorkspaceError(.missing, "the job cannot run here: \(words)")
        }
        throw WorkspaceError(
            .missing,
            """
            \(python.url.path) does not run the job as a Python does: it ended with status \(ran.status) and \
            \(words.isEmpty ? "said nothing" : "said \"\(words)\""); name a Python with --python or KOE_PYTHON
            """
        )
    }

    /// Runs the job on a folder that ``ClusterInput`` has written, and waits for its end.
    ///
    /// `comments`: another place of the comments, NDJSON or Parquet; `told`: is called with how far it is.
    /// - Throws: ``WorkspaceError`` with what went wrong, ``Interruption`` when a signal has come; the folder has no
    ///   results then.
    package func run(
        in folder: URL,
        master: String,
        partitions: Int,
        memory: String,
        comments: String?,
        told: (String) -> Void
    ) throws {
        let place = folder.absoluteURL.standardizedFileURL.path
        var arguments = [
            "run", "--work", place, "--koe", program.path, "--data", data.path, "--master", master,
            "--partitions", "\(partitions)", "--memory", memory, "--parent", "\(getpid())",
        ]
        if let comments { arguments += ["--comments", comments] }
        let ran = try python.run(script, arguments, environment: environment, watch: watch) { line in
            if line.hasPrefix(ClusterPython.mark) { told(String(line.dropFirst(ClusterPython.mark.count))) }
        }
        if ran.status != 0 { throw failure(ran.status, ClusterPython.words(of: ran.said), log: "\(place)/job.log") }
    }

    private func failure(_ status: Int32, _ words: String, log: String) -> any Error {
        if let signal = Interruption.Signal(rawValue: status - 128) { return Interruption(signal) }
        return switch status {
        case 2: WorkspaceError(.missing, "the job cannot run here: \(words)")
        case 4: WorkspaceError(.input, "the job cannot read its input: \(words)")
        case 128 + SIGKILL:
            WorkspaceError(
                .incomplete,
                "the job was killed (SIGKILL), as a system without memory does it; the workspace is as it was"
            )
        default:
            WorkspaceError(
                .incomplete,
                """
                the job failed: \(words.isEmpty ? "status \(status)" : words); more of it stands in \(log), and the \
                workspace is as it was
                """
            )
        }
    }

    // MARK: - For a cluster

    /// Packs into one archive beside the rows what every worker needs, and lays the job itself there.
    ///
    /// `dictionary`: folder of the MeCab dictionary.
    package func pack(in folder: URL, dictionary: String) throws {
        let files = FileManager.default
        let ship = folder.appending(path: "ship")
        for (from, to) in [
            (program.path, "bin/koe"), (data.appending(path: "Lexicons").path, "share/koe/Lexicons"),
            (URL(filePath: dictionary).resolvingSymlinksInPath().path, "dictionary"),
            (folder.appending(path: "frozen").path, "frozen"),
        ] {
            let place = ship.appending(path: to)
            try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.copyItem(atPath: from, toPath: place.path)
            try watch.check()
        }
        // Texts that people have labelled judge word lists and score nothing.
        let labelled = ship.appending(path: "share/koe/Lexicons/\(LabelledTable.folder)")
        if files.fileExists(atPath: labelled.path) { try files.removeItem(at: labelled) }
        try SystemTool(name: "tar").run(["-czhf", folder.appending(path: Self.archive).path, "-C", ship.path, "."])
        try files.removeItem(at: ship)
        for name in Self.files {
            // The bytes alone: a copy would have the permissions of the file that everybody reads.
            try Data(contentsOf: scripts.appending(path: name)).write(to: folder.appending(path: name))
        }
        try watch.check()
    }

    /// The line that submits the job.
    ///
    /// `place`: of the folder, as the cluster sees it.
    /// - Throws: ``WorkspaceError`` `usage` when spark-submit cannot take that place.
    package static func submission(of place: String, master: String, partitions: Int) throws -> String {
        let place = place.hasSuffix("/") ? String(place.dropLast()) : place
        if let character = place.first(where: unshippable.contains) {
            throw WorkspaceError(
                .usage,
                """
                spark-submit cannot take the place \(place): it has a meaning of its own for "\(character)"; \
                name another folder with --work, or where the cluster finds it with --at
                """
            )
        }
        let words = [
            "spark-submit", "--master", master, "--archives", "\(place)/\(archive)#koe",
            "--py-files", modules.map { "\(place)/\($0)" }.joined(separator: ","),
            "--conf", "spark.task.maxFailures=3",
            // Results hold what customers wrote, and are this user's alone there too.
            "--conf", "spark.hadoop.fs.permissions.umask-mode=077", "\(place)/\(scriptName)", "run", "--work", place,
            "--ship", "koe", "--partitions", "\(partitions)",
        ]
        return words.map { ShellWord.quoted($0) }.joined(separator: " ")
    }
}
