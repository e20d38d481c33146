import Foundation
import Testing

/// `--log-format json`: every line on stderr is an object, whatever the command and however it ends.
struct LogFormatTests {
    private struct Line: Decodable {
        let level: String
        let message: String
    }

    private let workspace: ImportedWorkspace

    init() throws {
        workspace = try ImportedWorkspace()
        _ = try workspace.file(
            "ws/inbox/shop.ndjson",
            [
                #"{"id":"1","brand":"Lotte","author":"Rei","posted_at":"2014-04-01T00:00:00Z","text":"The support was slow"}"#,
                #"{"id":"2","brand":"Lotte","posted_at":"never","text":"The support was slow"}"#,
            ]
        )
        _ = try workspace.file("ws/inbox/notes.bin", ["\u{1}\u{2}"])
    }

    private func lines(_ arguments: [String], status: Int32) throws -> [Line] {
        let result = try KoeProcess.run(["-w", workspace.path] + arguments)
        #expect(result.status == status, "\(arguments): \(result.output)\(result.errors)")
        return try result.errors.split(separator: "\n").map { line in
            let text = Data(line.utf8)
            return try #require(try? JSONDecoder().decode(Line.self, from: text), "\(arguments): \(line)")
        }
    }

    @Test func everyLineIsAnObject() throws {
        let quiet = ["--log-format", "json"]
        let run = try lines(quiet + ["run"], status: 1)
        #expect(!run.isEmpty && run.allSatisfy { ["info", "debug", "warning"].contains($0.level) })
        for (arguments, status, word) in [
            (["run", "--no-such-option"], 2, "no-such-option"), (["impotr"], 2, "impotr"),
            (["why", "flag", "none"], 4, "none"), (["restore", "nothing"], 4, "nothing"),
            (["import", "/nowhere/rows.csv"], 4, "rows.csv"), (["erase"], 2, "--author"),
            (["export", "nothing"], 2, "nothing"), (["serve", "--host", "0.0.0.0"], 2, "token"),
            (["run", "--as-of", "tomorrow"], 2, "tomorrow"),
        ] as [([String], Int32, String)] {
            let last = try #require(try lines(arguments + quiet, status: status).last, "\(arguments)")
            #expect(last.level == "error" && last.message.contains(word), "\(arguments): \(last.message)")
        }
    }

    /// What a program says that Koe has asked is told in Koe's own words.
    @Test func whatAClusterLacksIsAnObject() throws {
        let python = try workspace.file("python3", ["#!/bin/sh", "echo 'koe: this one has no pyspark' >&2; exit 2"])
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
        let said = try lines(["--log-format", "json", "cluster", "check", "--python", python], status: 2)
        #expect(said.map(\.level) == ["error"] && said[0].message.contains("has no pyspark"), "\(said)")
    }

    @Test func bothSpellingsAreTaken() throws {
        let said = try lines(["why", "flag", "none", "--log-format=json"], status: 4)
        #expect(said.map(\.level) == ["error"])
        let text = try KoeProcess.run(["-w", workspace.path, "why", "flag", "none"])
        #expect(text.errors.hasPrefix("koe: "))
    }

    @Test func fullDiskBelowTheOutputIsAnObjectToo() throws {
        _ = try KoeProcess.run(["-w", workspace.path, "run"])
        let process = KoeProcess.start(["-w", workspace.path, "--log-format", "json", "export", "comments"])
        let errors = Pipe()
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = errors
        try process.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(try JSONDecoder().decode(Line.self, from: said).message.contains("the disk is full"))
    }
}
