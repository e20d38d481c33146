import Feedback
import Foundation
import Nightly
import Testing
import Upkeep
import Workspace

/// What `koe cluster` does around its job: folders, locks, signals and words.
///
/// A script stands in the place of Python.
struct ClusterCommandTests {
    private let imported: ImportedWorkspace
    private let cluster: URL

    init() throws {
        imported = try ImportedWorkspace()
        let comment = #"{"id":"a","brand":"Lotte","text":"They answered at once.","posted_at":"2016-02-10T10:00:00Z"}"#
        try imported.load(imported.file("comments.ndjson", [comment]))
        cluster = URL(filePath: imported.path).appending(path: "cluster")
    }

    /// A program that passes every check, and runs a line of the shell in the place of the job, in the folder of rows.
    private func python(_ job: String, check: String = "echo ready") throws -> String {
        let script = """
            #!/bin/sh
            case "$3" in
                check) \(check);;
                run) cd "$5"; \(job);;
            esac
            """
        let path = try imported.folder.file("python", script + "\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    private func local(_ python: String, _ more: String..., status: Int32 = 0) throws -> KoeProcess.Result {
        try imported.koe(["cluster", "local", "--python", python] + more, status: status)
    }

    /// A command whose job has begun, with what it says from then on.
    private func begin(_ job: String) throws -> (process: Process, errors: FileHandle) {
        let process = KoeProcess.start([
            "-w", imported.path, "cluster", "local", "--python", try python("echo koe: begun; " + job),
        ])
        let errors = Pipe()
        (process.standardError, process.standardOutput) = (errors, FileHandle.nullDevice)
        try process.run()
        var said = ""
        while !said.contains("begun") {
            let more = errors.fileHandleForReading.availableData
            try #require(!more.isEmpty, "\(said)")
            said += String(decoding: more, as: UTF8.self)
        }
        return (process, errors.fileHandleForReading)
    }

    /// Whether a process of this number runs; one that has ended and that nobody has asked about does not.
    private func isRunning(_ number: String) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
        return status.map { !$0.contains("State:\tZ") && !$0.contains("State:\tX") } ?? false
    }

    // MARK: - Signals and locks

    @Test(arguments: [(SIGINT, 130, "SIGINT"), (SIGTERM, 143, "SIGTERM"), (SIGHUP, 129, "SIGHUP")])
    func aSignalEndsTheJobAndLeavesNothing(signal: Int32, status: Int32, name: String) throws {
        let number = imported.folder.url.appending(path: "number").path
        let (process, errors) = try begin("sh -c 'echo $$ > \(number).new; mv \(number).new \(number); exec sleep 600'")
        while !FileManager.default.fileExists(atPath: number) { sched_yield() }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationStatus == status)
        let child = try String(contentsOfFile: number, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(!isRunning(child))
        #expect(!FileManager.default.fileExists(atPath: cluster.path))
        let said = String(decoding: try errors.readToEnd() ?? Data(), as: UTF8.self)
        #expect(said.contains("koe: interrupted (\(name)); nothing of the job is left"), "\(said)")
    }

    @Test func aJobThatDoesNotListenIsKilled() throws {
        let (process, _) = try begin("trap '' INT TERM; while :; do sleep 600; done")
        kill(process.processIdentifier, SIGINT)
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect([130, 143].contains(process.terminationStatus))
        #expect(!FileManager.default.fileExists(atPath: cluster.path))
    }

    @Test func aFolderIsWorkedInByOneJob() throws {
        let (process, _) = try begin("exec sleep 600")
        let words = "is in use by process \(process.processIdentifier) (koe cluster local)"
        #expect(try local(python(""), status: 5).errors.contains(words))
        #expect(try imported.koe(["erase", "--author", "Nobody"], status: 5).errors.contains(words))
        #expect(FileManager.default.fileExists(atPath: cluster.appending(path: "comments.ndjson").path))
        process.terminate()
        process.waitUntilExit()
        #expect(try local(python("")).output.contains("worked on 1 comments"))
    }

    // MARK: - Folders

    @Test func whatIsWrittenIsThisUsersAlone() throws {
        try FileManager.default.createDirectory(at: cluster, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: cluster.path)
        let model = URL(filePath: imported.path).appending(path: "lexicon/notes")
        try FileManager.default.createDirectory(at: model, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: model.appending(path: "readme.txt"))
        _ = try local(python("mkdir -p results/scores; echo x > results/scores/part; echo x > job.log"))
        let names = try FileManager.default.subpathsOfDirectory(atPath: cluster.path)
        #expect(Set(["frozen/lexicon/notes/readme.txt", "results/scores/part", "koe.lock"]).isSubset(of: names))
        for name in names + [""] {
            let attributes = try FileManager.default.attributesOfItem(atPath: cluster.appending(path: name).path)
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(name)")
        }
    }

    @Test(arguments: [
        ("ws", "holds the workspace itself"), ("", "holds the workspace itself"),
        ("ws/inbox", "is a part of the workspace"),
        ("ws/new/one", "is a part of the workspace"), ("ws/../ws/reports", "is a part of the workspace"),
        ("link", "holds the workspace itself"), ("other", "is a workspace of its own"),
        ("comments.ndjson", "is a file"),
        ("full", "holds files that koe cluster has not made"),
    ])
    func aFolderForSomethingElseIsRefused(work: String, words: String) throws {
        let (files, place) = (FileManager.default, imported.folder.url)
        _ = try imported.folder.workspace("other")
        let link = place.appending(path: "link")
        try files.createSymbolicLink(at: link, withDestinationURL: URL(filePath: imported.path))
        try files.createDirectory(at: place.appending(path: "full/results"), withIntermediateDirectories: true)
        // The script and what SQLite keeps beside a database come and go.
        func names() throws -> [String] {
            try files.subpathsOfDirectory(atPath: place.path).sorted()
                .filter { $0 != "python" && !$0.contains("koe.db-") }
        }
        let before = try names()
        let said = try local(python("echo koe: begun"), "--work", place.appending(path: work).path, status: 2).errors
        #expect(said.contains(words) && !said.contains("begun"), "\(said)")
        #expect(try names() == before)
    }

    @Test func aWorkspaceWithoutCommentsLeavesNoFolder() throws {
        let empty = try imported.folder.workspace("empty")
        let result = try KoeProcess.run(["-w", empty, "cluster", "local", "--python", python("echo koe: begun")])
        #expect(result.status == 4)
        #expect(result.errors.contains("holds no comments"))
        #expect(!FileManager.default.fileExists(atPath: empty + "/cluster"))
    }

    @Test func whatIsShippedHoldsNoLabelledTexts() throws {
        let folder = imported.folder.url.appending(path: "ship")
        try FileManager.default.createDirectory(at: folder.appending(path: "frozen"), withIntermediateDirectories: true)
        let job = ClusterJob(
            python: try ClusterPython(flag: python(""), environment: [:], data: KoeProcess.checkout),
            data: KoeProcess.checkout,
            program: URL(filePath: "/bin/sh").resolvingSymlinksInPath(),
            environment: [:],
            watch: SignalWatch()
        )
        try job.pack(in: folder, dictionary: folder.appending(path: "frozen").path)
        let archive = folder.appending(path: "koe-ship.tar.gz").path
        let names = try SystemTool(name: "tar").run(["-tzf", archive]).split(separator: "\n")
        #expect(names.contains("./share/koe/Lexicons/names.tsv") && names.contains("./bin/koe"))
        #expect(!names.contains { $0.contains("labelled") })
        let laid = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".py") }
        #expect(Set(laid) == (try Self.imported(by: "koe_job.py")))
    }

    /// A file of `Reports/cluster`, with all that it imports from there.
    private static func imported(by name: String, known: Set<String> = []) throws -> Set<String> {
        let file = KoeProcess.checkout.appending(path: "Reports/cluster/\(name)")
        let text = try String(contentsOf: file, encoding: .utf8)
        let names = text.matches(of: /(?m)^(?:import|from) (koe_\w+)/).map { "\($0.1).py" }
        return try names.reduce(known.union([name])) { known, name in
            known.contains(name) ? known : try imported(by: name, known: known)
        }
    }

    // MARK: - Words

    @Test func theNextLineCanBeCopiedIntoAShell() throws {
        let work = imported.folder.url.appending(path: "it's a [place]").path
        let python = try python("")
        let said = try local(python, "--work", work).output
        let quoted = ShellWord.quoted(work)
        #expect(said.hasSuffix("koe -w \(imported.path) measure --from \(quoted) --python \(python)\n"), "\(said)")
    }

    @Test(arguments: [
        (["--memory", "banana"], "--memory is \"banana\""), (["--memory", "2"], "--memory is \"2\""),
        (["--memory", "2gb"], "--memory is \"2gb\""),
        (["--memory", "-2g"], "--memory"), (["--memory", "100m"], "512m at least"),
        (["--memory", "9999999999t"], "--memory"), (["--memory", "999999g"], "this machine has"),
        (["--master", "banana"], "--master is \"banana\""),
        (["--master", "local[x]"], "--master is"), (["--work", ""], "--work must name a folder"),
    ])
    func wordsOfSparkAreCheckedFirst(arguments: [String], words: String) throws {
        let result = try KoeProcess.run(["-w", imported.path, "cluster", "local"] + arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test(arguments: [
        ("nix", "is not there"), ("", "is not there"), ("none", "holds no file of rows"),
        ("deep", "holds the folder brand=7"), ("mixed", "holds Parquet beside other files"),
    ])
    func commentsThatCannotBeReadAreFoundBeforeAnythingStarts(path: String, words: String) throws {
        let place = imported.folder.url
        for folder in ["none", "deep/brand=7", "mixed"] {
            let url = place.appending(path: folder)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        for name in ["none/_SUCCESS", "mixed/a.parquet", "mixed/b.ndjson"] {
            try Data().write(to: place.appending(path: name))
        }
        let python = try python("", check: "echo checked > \(place.path)/checked; echo ready")
        let given = path.isEmpty ? "" : place.appending(path: path).path
        let said = try local(python, "--comments", given, status: 4).errors
        #expect(said.contains(words), "\(said)")
        #expect(!FileManager.default.fileExists(atPath: place.path + "/checked"))
    }

    @Test(arguments: [
        ("", "said nothing"), ("echo Hello >&2", "said \"Hello\""),
        ("(echo Traceback; echo 'SyntaxError: invalid syntax') >&2; exit 1", "SyntaxError"),
        ("echo 'koe: there is no Java' >&2; exit 2", "the job cannot run here: there is no Java"),
    ])
    func aPythonThatIsNoneIsSaidInWords(check: String, words: String) throws {
        let said = try local(python("echo koe: begun", check: check.isEmpty ? ":" : check), status: 2).errors
        #expect(said.contains(words) && !said.contains("begun"), "\(said)")
    }

    @Test(arguments: [
        ("", "is not there"), ("ws", "is a folder and no program"), ("comments.ndjson", "is no program"),
        ("broken", "cannot be started"),
    ])
    func aPathThatIsNoPythonIsSaidInWords(name: String, words: String) throws {
        let broken = try imported.folder.file("broken", "\u{7F}ELF")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: broken)
        let path = name.isEmpty ? "" : imported.folder.url.appending(path: name).path
        let said = try local(path, status: 2).errors
        #expect(said.contains(words) && said.contains("--python"), "\(said)")
    }

    @Test(arguments: [
        (1, "the job failed: a word; and another; more of it stands in"),
        (2, "the job cannot run here: a word; and another"),
        (4, "the job cannot read its input: a word; and another"),
    ])
    func howAJobEndsIsPassedOn(status: Int32, words: String) throws {
        let job = "(echo noise; echo 'koe: a word'; echo 'and another') >&2; exit \(status)"
        #expect(try local(python(job), status: status).errors.contains("koe: \(words)"))
    }

    /// What the job says is told in the form of all messages, and not at all with --quiet.
    @Test func howFarTheJobIsGoesToTheLog() throws {
        let python = try python("echo koe: scoring; echo noise")
        let said = try local(python, "--log-format", "json").errors
        #expect(said.contains(#"{"level":"info","message":"scoring"}"#), "\(said)")
        #expect(said.split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
        #expect(try local(python, "--quiet").errors.isEmpty)
    }

    @Test func aJobThatIsKilledIsSaidInWords() throws {
        #expect(try local(python("kill -9 $$"), status: 1).errors.contains("the job was killed (SIGKILL)"))
    }

    @Test func aPlaceThatCannotBeSubmittedIsRefused() throws {
        let line = try ClusterJob.submission(of: "hdfs:///koe/", master: "yarn", partitions: 3)
        let files = try Self.imported(by: "koe_job.py").subtracting(["koe_job.py"]).sorted()
        let shipped = files.map { "hdfs:///koe/\($0)" }.joined(separator: ",")
        #expect(line.contains("--archives 'hdfs:///koe/koe-ship.tar.gz#koe' --py-files \(shipped) --conf"))
        for place in ["/a [b]", "/a*", "/a#b", "/a,b", "/a{b}"] {
            let error = #expect(throws: WorkspaceError.self) {
                try ClusterJob.submission(of: place, master: "yarn", partitions: 3)
            }
            #expect(error?.message.contains("--at") == true)
        }
    }
}
