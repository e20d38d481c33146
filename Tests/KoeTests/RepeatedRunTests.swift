import Foundation
import Testing

/// Order, repetition and crashes change nothing.
struct RepeatedRunTests {
    private func comments(_ range: Range<Int>) -> String {
        range.map { number in
            let text = number.isMultiple(of: 2) ? "The support was quick and polite." : "返信がなく、対応が遅いです。"
            return """
                {"id":"\(number)","source":"shop","brand":"Lotte","author_id":"u\(number % 37)","text":"\(text)",\
                "posted_at":"2020-01-\((number % 28 + 1) < 10 ? "0" : "")\(number % 28 + 1)T00:00:00Z"}
                """
        }
        .joined(separator: "\n") + "\n"
    }

    private func hash(_ workspace: String) throws -> String {
        let run = try KoeProcess.run(["-w", workspace, "run"])
        #expect(run.status == 0, "\(run.errors)")
        return try KoeProcess.run(["-w", workspace, "verify"]).output
    }

    @Test func orderAndRepetitionGiveOneHash() throws {
        let folder = try TemporaryFolder()
        let first = try folder.file("a.ndjson", comments(0..<300))
        let second = try folder.file("b.ndjson", comments(200..<500))
        var hashes: Set<String> = []
        for (number, order) in [[first, second], [second, first], [first, second, first]].enumerated() {
            let workspace = try folder.workspace("ws\(number)")
            for file in order { #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0) }
            hashes.insert(try hash(workspace))
            hashes.insert(try hash(workspace))
        }
        #expect(hashes.count == 1)
    }

    @Test func killedRunEndsWhereAnUndisturbedOneDoes() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("a.ndjson", comments(0..<20_000))
        let whole = try folder.workspace("whole")
        #expect(try KoeProcess.run(["-w", whole, "import", file]).status == 0)
        let expected = try KoeProcess.run(["-w", whole, "verify"]).output
        for delay in [0.05, 0.2, 0.5] {
            let workspace = try folder.workspace("killed\(delay)")
            let process = KoeProcess.start(["-w", workspace, "import", file])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: delay)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0)
            #expect(try KoeProcess.run(["-w", workspace, "verify"]).output == expected)
        }
    }
}
