import Foundation
import Testing

/// A signal ends a command at once, with a line on what becomes of its work.
struct InterruptedCommandTests {
    private let imported: ImportedWorkspace

    init() throws {
        imported = try ImportedWorkspace()
    }

    /// Starts a command that waits for a pipe, and ends it by a signal as soon as it does.
    private func end(_ arguments: [String], by signal: Int32) throws -> KoeProcess.Result {
        let process = KoeProcess.start(["-w", imported.path] + arguments)
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        try process.run()
        // The pipe's buffer holds less, so that the last of these bytes is written once the command reads.
        try input.fileHandleForWriting.write(contentsOf: Data(count: 1 << 20))
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        let said = try errors.fileHandleForReading.readToEnd() ?? Data()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        return KoeProcess.Result(
            status: process.terminationStatus,
            output: String(decoding: written, as: UTF8.self),
            errors: String(decoding: said, as: UTF8.self)
        )
    }

    @Test(arguments: [(SIGINT, 130, "SIGINT"), (SIGTERM, 143, "SIGTERM"), (SIGHUP, 129, "SIGHUP")])
    func anImportSaysThatWhatIsStoredIsKept(signal: Int32, status: Int32, name: String) throws {
        let result = try end(["import", "-"], by: signal)
        let words = "everything stored so far is kept; run the command again to go on"
        #expect(result.errors == "koe: interrupted (\(name)); \(words)\n")
        #expect(result.status == status && result.output.isEmpty)
        #expect(try imported.koe(["import", imported.path + "/nothing.csv"], status: 4).errors.contains("nothing.csv"))
    }

    /// Whenever it comes: before anybody watches the signal itself ends the command, and later the command does.
    @Test(arguments: [0, 15, 25, 35, 60, 120])
    func noSignalIsLostWhileACommandStarts(milliseconds: UInt32) throws {
        let process = KoeProcess.start(["-w", imported.path, "import", "-"])
        let input = Pipe()
        (process.standardInput, process.standardOutput, process.standardError) = (input, Pipe(), Pipe())
        try process.run()
        usleep(milliseconds * 1_000)
        kill(process.processIdentifier, SIGINT)
        for _ in 0..<600 where process.isRunning { usleep(100_000) }
        // A command that has not heard it waits for its input.
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect([SIGINT, 130].contains(process.terminationStatus), "it went on to its end")
    }

    @Test func whatStoresNothingSaysSoToALog() throws {
        let result = try end(["import", "--suggest", "-", "--log-format", "json"], by: SIGTERM)
        let words = "the work is not done; run the command again"
        #expect(result.errors == #"{"level":"error","message":"koe: interrupted (SIGTERM); \#(words)"}"# + "\n")
        #expect(result.status == 143 && result.output.isEmpty)
    }

    /// As under `nohup`.
    @Test func aSignalThatIsIgnoredEndsNothing() throws {
        let process = KoeProcess.start([])
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", #"trap '' HUP; exec "$0" -w "$1" import -"#, KoeProcess.program.path, imported.path,
        ]
        let input = Pipe()
        (process.standardInput, process.standardOutput) = (input, Pipe())
        try process.run()
        let row = #"{"id":"1","brand":"Lotte","posted_at":"2014-04-01T00:00:00Z","text":"The support was slow"}"#
        let lines = Data((row + String(repeating: "\n", count: 1 << 20)).utf8)
        try input.fileHandleForWriting.write(contentsOf: lines)
        kill(process.processIdentifier, SIGHUP)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try imported.texts() == ["The support was slow"])
    }
}
