package import Foundation
import Workspace

/// The Python that runs a cluster's job and reads its files: the one with PySpark and pyarrow in it.
package struct ClusterPython: Sendable {
    /// How lines of the scripts begin that are for a person.
    static let mark = "koe: "
    private static let longestLine = 1 << 16

    package let url: URL

    /// Looked for in this order: a flag, the variable `KOE_PYTHON`, the virtual environment that `make setup-cluster`
    /// makes in the folder of data, and `python3` on the path.
    ///
    /// - Throws: ``WorkspaceError`` `missing` when there is none.
    package init(flag: String?, environment: [String: String], data: URL) throws {
        if let named = flag ?? environment["KOE_PYTHON"], flag != nil || !named.isEmpty {
            if let problem = Self.problem(of: named) {
                throw WorkspaceError(.missing, "\"\(named)\" \(problem); name a Python with --python or KOE_PYTHON")
            }
            url = URL(filePath: named)
            return
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
        let places = [data.appending(path: ".cluster/bin/python3")] + folders.map { $0.appending(path: "python3") }
        guard let found = places.first(where: { Self.problem(of: $0.path) == nil }) else {
            throw WorkspaceError(
                .missing,
                "no python3 found; run make setup-cluster, or name a Python with --python or KOE_PYTHON"
            )
        }
        url = found
    }

    /// Why a path is no program that can be started, to stand behind it.
    private static func problem(of path: String) -> String? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "is not there" }
        if isFolder.boolValue { return "is a folder and no program" }
        return FileManager.default.isExecutableFile(atPath: path) ? nil : "is no program: it may not be executed"
    }

    /// A program that runs, and what it writes.
    struct Running {
        let output: FileHandle
        private let process: Process
        private let said: FileHandle
        private let name: String

        fileprivate init(_ process: Process, output: FileHandle, said: FileHandle, name: String) {
            self.process = process
            self.output = output
            self.said = said
            self.name = name
        }

        /// Waits for the end of the program.
        ///
        /// - Throws: ``WorkspaceError`` `missing` when it lacks something and `input` when it failed otherwise, with what
        ///   it said.
        func finish() throws {
            process.waitUntilExit()
            let status = process.terminationStatus
            if status == 0 { return }
            try said.seek(toOffset: 0)
            let words = ClusterPython.words(of: String(decoding: try said.readToEnd() ?? Data(), as: UTF8.self))
            throw WorkspaceError(
                status == 2 ? .missing : .input,
                words.isEmpty ? "\(name) failed with status \(status)" : words
            )
        }
    }

    /// Starts a script whose output is read.
    func start(_ script: URL, _ arguments: [String]) throws -> Running {
        let process = process(script, arguments, nil)
        let (output, said) = (Pipe(), try Self.temporaryFile())
        (process.standardOutput, process.standardError) = (output, said)
        try start(process)
        return Running(
            process,
            output: output.fileHandleForReading,
            said: said,
            name: script.lastPathComponent
        )
    }

    /// Runs a script to its end.
    ///
    /// `told`: is called with each line of its output, as it comes.
    /// - Returns: its exit status, or 128 and the signal that killed it; and what it wrote to stderr.
    /// - Throws: ``Interruption`` when a signal has come.
    func run(
        _ script: URL,
        _ arguments: [String],
        environment: [String: String],
        watch: SignalWatch,
        told: (String) -> Void
    ) throws -> (status: Int32, said: String) {
        let process = process(script, arguments, environment)
        let (output, said) = (Pipe(), try Self.temporaryFile())
        (process.standardOutput, process.standardError) = (output, said)
        try start(process)
        // Foundation gives every process a group of its own, with its number.
        try watch.forward(to: process.processIdentifier) {
            Self.forEachLine(of: output.fileHandleForReading, told)
            process.waitUntilExit()
        }
        try said.seek(toOffset: 0)
        let status = process.terminationStatus
        return (
            process.terminationReason == .uncaughtSignal ? 128 + status : status,
            String(decoding: try said.readToEnd() ?? Data(), as: UTF8.self)
        )
    }

    private static func forEachLine(of handle: FileHandle, _ body: (String) -> Void) {
        var splitter = LineSplitter(longest: longestLine)
        var isOpen = true
        while isOpen {
            let piece = handle.availableData
            isOpen = !piece.isEmpty
            // A line that is too long is none of the job's.
            let lines = try? isOpen ? splitter.append(piece) : splitter.finish()
            for line in lines ?? [] { body(String(decoding: line, as: UTF8.self)) }
        }
    }

    /// What a script says of itself; of a Python that fails otherwise, the last line.
    static func words(of said: String) -> String {
        let lines = said.split(whereSeparator: \.isNewline).map(String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix(mark) }) else { return lines.last ?? "" }
        return lines[start...].map { $0.hasPrefix(mark) ? String($0.dropFirst(mark.count)) : $0 }
            .joined(separator: "; ")
    }

    private func process(_ script: URL, _ arguments: [String], _ environment: [String: String]?) -> Process {
        let process = Process()
        process.executableURL = url
        // Nothing is written beside the scripts, which may be everybody's.
        process.arguments = ["-B", script.path] + arguments
        if let environment { process.environment = environment }
        process.standardInput = FileHandle.nullDevice
        return process
    }

    private func start(_ process: Process) throws {
        // A process inherits which signals are blocked from the thread that starts it, and those of a pool block most.
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        do {
            try process.run()
        } catch {
            throw WorkspaceError(
                .missing,
                """
                \(url.path) cannot be started: it is no program of this machine; name a Python with --python or \
                KOE_PYTHON
                """
            )
        }
    }

    /// A file without a name, which takes any number of words: a pipe that nobody empties would hold up its writer.
    private static func temporaryFile() throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appending(path: "koe-said-\(UUID().uuidString)")
        let descriptor = open(url.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        try FileProblem.check(descriptor, "write", url.path)
        unlink(url.path)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
