import Foundation
import Testing

/// `koe serve` as a process: what it says, and how it ends.
struct ServeTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func servesUntilItIsToldToStop(signal: Int32) throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let temporary = try folder.remainsOfAKilledProcess()
        let process = KoeProcess.start(["-w", workspace, "serve", "--port", "0"], environment: ["TMPDIR": temporary])
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let line = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(line.hasPrefix("koe is at http://127.0.0.1:"), "\(line)")
        #expect(!line.contains(":0/"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    }

    @Test func anotherAddressIsAUsageError() throws {
        let folder = try TemporaryFolder()
        let result = try KoeProcess.run(["-w", try folder.workspace(), "serve", "--host", "0.0.0.0"])
        #expect(result.status == 2)
        #expect(result.errors.contains("ssh -L"))
    }
}
