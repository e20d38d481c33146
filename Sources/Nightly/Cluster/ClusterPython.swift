package import Foundation
import Workspace

/// The Python that runs a cluster's job and reads its files: the one with PySpark and pyarrow in it.
package struct ClusterPython: Sendable {
    package let url: URL

    /// Looked for in this order: a flag, the variable `KOE_PYTHON`, the virtual environment that `make setup-cluster`
    /// makes in the folder of data, and `python3` on the path.
    ///
    /// - Throws: ``WorkspaceError`` `missing` when there is none.
    package init(flag: String?, environment: [String: String], data: URL) throws {
        if let named = flag ?? environment["KOE_PYTHON"], !named.isEmpty {
            guard FileManager.default.isExecutableFile(atPath: named) else {
                throw WorkspaceError(.missing, "\(named) is no program; name a Python with --python or KOE_PYTHON")
            }
            url = URL(filePath: named)
            return
        }
        let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
        let places = [data.appending(path: ".cluster/bin/python3")] + folders.map { $0.appending(path: "python3") }
        guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw WorkspaceError(
                .missing,
                "no python3 found; run make setup-cluster, or name a Python with --python or KOE_PYTHON"
            )
        }
        url = found
    }

    /// A program that runs, and what it writes.
    struct Running {
        let output: FileHandle
        private let process: Process
        private let name: String

        fileprivate init(_ process: Process, output: FileHandle, name: String) {
            self.process = process
            self.output = output
            self.name = name
        }

        /// Waits for the end of the program, whose words went to stderr.
        ///
        /// - Throws: ``WorkspaceError`` `input` when it failed.
        func finish() throws {
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw WorkspaceError(.input, "\(name) failed with status \(process.terminationStatus); see above")
            }
        }
    }

    /// Starts a script whose output is read.
    func start(_ script: URL, _ arguments: [String]) throws -> Running {
        let process = Process()
        process.executableURL = url
        process.arguments = [script.path] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        return Running(process, output: output.fileHandleForReading, name: script.lastPathComponent)
    }

    /// Runs a script to its end, with this process's stderr; its output goes there too.
    ///
    /// - Returns: its exit status.
    package func run(_ script: URL, _ arguments: [String], environment: [String: String]) throws -> Int32 {
        let process = process(script, arguments, environment)
        process.standardOutput = FileHandle.standardError
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Runs a script to its end and keeps what it says, whichever way.
    func listen(
        to script: URL,
        _ arguments: [String],
        environment: [String: String]
    ) throws -> (status: Int32, said: String) {
        let process = process(script, arguments, environment)
        let said = Pipe()
        (process.standardOutput, process.standardError) = (said, said)
        try process.run()
        let bytes = try said.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    private func process(_ script: URL, _ arguments: [String], _ environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = [script.path] + arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        return process
    }
}
