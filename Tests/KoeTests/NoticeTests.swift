import Foundation
import Testing

/// Who is told of what is new: each receiver once, when the report is whole.
struct NoticeTests {
    private struct Body: Decodable { let text: String }
    private struct Line: Decodable { let lines: [String] }

    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
    }

    /// Aster falls in 2021.
    private func importFall() throws {
        let rows = (0..<48).flatMap { month in
            (0..<20).map { place in
                let isGood = (month * 7_919 + place * 104_729 + month * place * 31) % 100 < (month < 24 ? 85 : 35)
                let date =
                    "\(2019 + month / 12)-\(String(101 + month % 12).dropFirst())-\(String(101 + place).dropFirst())"
                return """
                    {"id":"\(month)-\(place)","source":"shop","brand":"Aster","author_id":"a\(month)x\(place)",\
                    "posted_at":"\(date)T03:00:00Z","text":"The support was \(isGood ? "quick and polite" : "slow and rude")."}
                    """
            }
        }
        let file = try folder.file("comments.ndjson", rows.joined(separator: "\n") + "\n")
        #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0)
    }

    private func notify(_ lines: String...) throws {
        let file = URL(filePath: workspace).appending(path: "koe.yaml")
        let before = try String(contentsOf: file, encoding: .utf8)
            .components(separatedBy: "\nnotify:")[0]
        try Data((before + "\nnotify:\n" + lines.map { "  - \($0)\n" }.joined()).utf8).write(to: file)
    }

    private func run(_ status: Int32, _ environment: [String: String] = [:]) throws -> KoeProcess.Result {
        // The moment of the report, so that the source does not count as silent.
        let result = try KoeProcess.run(
            ["-w", workspace, "run", "--as-of", "2023-01-05T00:00:00Z"],
            environment: environment
        )
        #expect(result.status == status, "\(result.output)\(result.errors)")
        return result
    }

    @Test func aWebhookIsToldOnceAndTriedAgainUntilItAnswers() throws {
        try importFall()
        let receiver = try HookReceiver(answers: [500, 500, 500, 200])
        try notify("webhook: $KOE_HOOK")
        let hook = ["KOE_HOOK": "http://127.0.0.1:\(receiver.port)/secret/hook"]
        let failed = try run(1, hook)
        #expect((failed.output + failed.errors).contains("webhook 127.0.0.1 was not told"), "\(failed)")
        #expect(!(failed.output + failed.errors).contains("secret"))
        #expect(receiver.bodies.count == 3)
        _ = try run(0, hook)
        #expect(receiver.bodies.count == 4)
        _ = try run(0, hook)
        #expect(receiver.bodies.count == 4)
        let text = try JSONDecoder().decode(Body.self, from: Data(try #require(receiver.bodies.last).utf8)).text
        #expect(text.contains("Aster") && text.contains("低下"), "\(text)")
        #expect(Set(receiver.bodies).count == 1)
    }

    @Test func aMailGoesOutThroughSendmailAndAFileGetsALine() throws {
        try importFall()
        let sent = folder.url.appending(path: "sent.eml")
        let tool = folder.url.appending(path: "sendmail")
        try Data("#!/bin/sh\necho \"arguments: $*\" >> '\(sent.path)'\ncat >> '\(sent.path)'\n".utf8).write(to: tool)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
        try notify("{mail: cx@example.com, from: koe@example.com}", "file: notices.ndjson")
        let path = folder.url.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        _ = try run(0, ["PATH": path])
        _ = try run(0, ["PATH": path])
        let mail = try String(contentsOf: sent, encoding: .utf8)
        let parts = mail.components(separatedBy: "\n\n")
        #expect(parts[0].hasPrefix("arguments: -t -oi\nFrom: koe@example.com\nTo: cx@example.com\n"))
        // "Koe" in base64.
        #expect(parts[0].contains("Subject: =?UTF-8?B?S29l?="))
        let body = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
        #expect(String(decoding: body, as: UTF8.self).contains("Aster"))
        #expect(parts.count == 2, "told twice")
        let file = URL(filePath: workspace).appending(path: "notices.ndjson")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(try JSONDecoder().decode(Line.self, from: Data(lines[0].utf8)).lines.contains { $0.contains("Aster") })
    }

    /// One that is added later is not told of old flags; `--test` reaches it, and a dry run sends nothing.
    @Test func aNewReceiverIsNotToldOfOldFlags() throws {
        try importFall()
        _ = try run(0)
        // A later run, in which nothing is new any more.
        let later = try folder.file(
            "later.ndjson",
            "{\"id\":\"z\",\"source\":\"shop\",\"brand\":\"Aster\",\"text\":\"Fine.\",\"posted_at\":\"2022-12-28T03:00:00Z\"}\n"
        )
        #expect(try KoeProcess.run(["-w", workspace, "import", later]).status == 0)
        _ = try run(0)
        try notify("file: notices.ndjson")
        let file = URL(filePath: workspace).appending(path: "notices.ndjson")
        _ = try run(0)
        #expect(!FileManager.default.fileExists(atPath: file.path))
        let dry = try KoeProcess.run(["-w", workspace, "notify", "--dry-run"])
        #expect(dry.output.contains("file notices.ndjson: would be told of 0 flags"), "\(dry.output)\(dry.errors)")
        #expect(!FileManager.default.fileExists(atPath: file.path))
        let test = try KoeProcess.run(["-w", workspace, "notify", "--test"])
        #expect(test.output.contains("file notices.ndjson: sent"), "\(test.output)\(test.errors)")
        #expect(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ("{mail: cx@example.com, file: a}", "must have one of webhook, mail and file"),
        ("mail: \"a@b.c, d@e.f\"", "must be one mail address each"), ("webhook: ftp://x/", "http or https address"),
        ("webhook: $KOE_NOWHERE", "the environment variable KOE_NOWHERE is not set"),
    ]) func wrongReceiversAreRefusedInWords(target: String, words: String) throws {
        try notify(target)
        let result = try KoeProcess.run(["-w", workspace, "notify"])
        #expect(result.status == 2)
        #expect(result.errors.contains(words), "\(result.errors)")
    }
}
