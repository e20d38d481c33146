import Foundation
import Testing

/// Runs the built program, as a user would.
struct KoeProcess {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Root of the checkout.
    static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program stands beside the test bundle.
    static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "koe")

    static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Result {
        let process = start(arguments, environment: environment)
        let (output, errors, stdin) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = stdin
        try process.run()
        let feeder = Thread {
            // A program that stops reading early closes the pipe, which is what some tests are about.
            try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? stdin.fileHandleForWriting.close()
        }
        feeder.start()
        let errorReader = PipeReader(errors)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: errorReader.wait(), as: UTF8.self)
        )
    }

    /// A process that is ready to run.
    static func start(_ arguments: [String], environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        var variables = ProcessInfo.processInfo.environment
        variables["KOE_DATA"] = checkout.path
        variables["NO_COLOR"] = "1"
        process.environment = variables.merging(environment) { _, new in new }
        return process
    }
}

/// Reads a pipe beside the thread that waits for the process.
private final class PipeReader: @unchecked Sendable {
    // Written by the reading thread alone, and read only after `done` is signalled.
    private var data = Data()
    private let done = DispatchSemaphore(value: 0)

    init(_ pipe: Pipe) {
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread { [self] in
            data = handle.readDataToEndOfFile()
            done.signal()
        }
    }

    func wait() -> Data {
        done.wait()
        return data
    }
}

/// A folder of one test's own, removed with it.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "koe-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // A leftover in the temporary folder harms nobody.
    }

    func file(_ name: String, _ text: String) throws -> String {
        let path = url.appending(path: name)
        try Data(text.utf8).write(to: path)
        return path.path
    }

    /// A place for temporary files with what a killed process has left; its path.
    func remainsOfAKilledProcess() throws -> String {
        let copy = url.appending(path: "tmp/koe-scratch-killed")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        try Data("what a customer wrote".utf8).write(to: copy.appending(path: "koe.db"))
        return copy.deletingLastPathComponent().path
    }

    /// A new workspace in the folder.
    func workspace(_ name: String = "ws") throws -> String {
        let path = url.appending(path: name).path
        let result = try KoeProcess.run(["init", path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }
}
