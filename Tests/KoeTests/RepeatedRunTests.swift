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

    /// A run feeds an index that is there, which is no part of the content.
    @Test func aSearchIndexChangesNoContent() throws {
        let folder = try TemporaryFolder()
        let files = [try folder.file("a.ndjson", comments(0..<50)), try folder.file("b.ndjson", comments(50..<90))]
        var hashes: Set<String> = []
        for makesIndex in [false, true] {
            let workspace = try folder.workspace("ws\(makesIndex)")
            #expect(try KoeProcess.run(["-w", workspace, "import", files[0]]).status == 0)
            if makesIndex { #expect(try KoeProcess.run(["-w", workspace, "index"]).status == 0) }
            #expect(try KoeProcess.run(["-w", workspace, "import", files[1]]).status == 0)
            hashes.insert(try hash(workspace))
            if makesIndex {
                let again = try KoeProcess.run(["-w", workspace, "index"]).output
                #expect(again == "indexed 0 new or changed comments\n")
            }
        }
        #expect(hashes.count == 1)
    }

    @Test func killedRunEndsWhereAnUndisturbedOneDoes() throws {
        let folder = try TemporaryFolder()
        // Three batches, each a transaction of its own.
        let file = try folder.file("a.ndjson", comments(0..<10_000))
        let whole = try folder.workspace("whole")
        #expect(try KoeProcess.run(["-w", whole, "import", file]).status == 0)
        let expected = try KoeProcess.run(["-w", whole, "verify"]).output
        let size = try #require(FileManager.default.attributesOfItem(atPath: whole + "/koe.db")[.size] as? Int)
        for percent in [5, 40, 85] {
            let workspace = try folder.workspace("killed\(percent)")
            let process = KoeProcess.start(["-w", workspace, "import", file])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.kill(onceItHasWritten: size * percent / 100, to: workspace + "/koe.db-wal")
            // Near its end it may be faster than the eye on it.
            if percent == 5 { #expect(process.terminationReason == .uncaughtSignal) }
            #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0)
            #expect(try KoeProcess.run(["-w", workspace, "verify"]).output == expected)
        }
    }
}

extension Process {
    /// Kills the program as soon as a file that it writes has a size, and waits for its end.
    fileprivate func kill(onceItHasWritten bytes: Int, to path: String) {
        while isRunning {
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            if let size, size >= bytes {
                Glibc.kill(processIdentifier, SIGKILL)
                break
            }
            sched_yield()
        }
        waitUntilExit()
    }
}
