import Foundation
import Workspace

/// A program of the system that is called with arguments and text, such as `crontab`.
package struct SystemTool {
    private let name: String

    /// `name`: as it stands on the path.
    package init(name: String) {
        self.name = name
    }

    /// Whether the program is on the path.
    var isThere: Bool { path != nil }

    private var path: URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs the program to its end.
    ///
    /// - Returns: its standard output.
    /// - Throws: ``WorkspaceError`` `incomplete` with what it said, when it is not there or fails.
    @discardableResult
    package func run(_ arguments: [String], input: String = "") throws -> String {
        guard let path else { throw WorkspaceError(.incomplete, "there is no program \(name) on this machine") }
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        let (output, errors, stdin) = (Pipe(), Pipe(), Pipe())
        (process.standardOutput, process.standardError, process.standardInput) = (output, errors, stdin)
        try process.run()
        // A table of cron, and what these programs say, fit into a pipe's buffer.
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let call = ([name] + arguments).joined(separator: " ")
            throw WorkspaceError(.incomplete, "\(call) failed: \(said.split(separator: "\n").joined(separator: "; "))")
        }
        return String(decoding: text, as: UTF8.self)
    }
}
