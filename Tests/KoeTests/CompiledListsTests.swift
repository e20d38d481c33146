import Foundation
import Testing

/// Several processes that start at once with nothing compiled yet.
struct CompiledListsTests {
    @Test func processesThatStartTogetherAgree() throws {
        let folder = try TemporaryFolder()
        let lists = folder.url.appending(path: "Lexicons")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        let rows = """
            #language: en
            term\tkind\tpos\tvalence\tfacet\tpolarity\tsignal\tweight\tsource\tlicence\tnote
            lovely\tlemma\t\t600

            """
        _ = try folder.file("Lexicons/en.tsv", rows)
        let cache = folder.url.appending(path: "cache")
        let variables = ["KOE_DATA": folder.url.path, "KOE_CACHE": cache.path]
        let input = "{\"id\":1,\"text\":\"a lovely day\"}\n"
        let alone = try KoeProcess.run(
            ["score", "--stream"],
            input: input,
            environment: ["KOE_DATA": folder.url.path, "KOE_CACHE": "off"]
        )
        #expect(alone.output.contains("\"entry\":\"lovely\""))
        var processes: [(Process, Pipe)] = []
        for _ in 0..<6 {
            let process = KoeProcess.start(["score", "--stream"], environment: variables)
            let (stdin, stdout) = (Pipe(), Pipe())
            process.standardInput = stdin
            process.standardOutput = stdout
            try process.run()
            try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try stdin.fileHandleForWriting.close()
            processes.append((process, stdout))
        }
        for (process, stdout) in processes {
            let output = stdout.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(String(decoding: output, as: UTF8.self) == alone.output)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: cache.path).count == 1,
            "nothing half written is left"
        )
    }
}
