import Foundation
import Testing

/// A channel that its source calls `*` is one channel, and not all of them together.
struct StarChannelTests {
    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
    }

    private func koe(_ arguments: String...) throws -> String {
        let result = try KoeProcess.run(["-w", workspace] + arguments)
        #expect(result.status == 0, "\(arguments): \(result.errors)")
        return result.output
    }

    private func store(_ channels: [String], author: String) throws {
        let rows = channels.enumerated().map { place, channel in
            """
            {"id":"\(author)\(place)","source":"s","brand":"Lotte","author":"\(author) \(place)",\
            "posted_at":"2024-01-05T00:00:00Z","text":"Support was rude and slow.","channel":"\(channel)"}

            """
        }
        _ = try koe("import", folder.file("\(author).ndjson", rows.joined()))
        _ = try koe("run", "--quiet")
    }

    /// Voices with a support polarity over all time, by channel.
    private func voices() throws -> [String: Int] {
        let lines = try koe("export", "cells").split(separator: "\n")
        let cells = try lines.map { try JSONDecoder().decode(Cell.self, from: Data($0.utf8)) }
        let whole = cells.filter { $0.periodLength == "all" && $0.measure == "support" }
        return Dictionary(uniqueKeysWithValues: whole.map { ($0.channel, $0.n) })
    }

    private struct Cell: Decodable {
        let periodLength: String
        let channel: String
        let measure: String
        let n: Int
    }

    @Test func itIsCountedByItselfInAFirstLoadAndInANight() throws {
        try store(["*", "phone", "*"], author: "mori")
        #expect(try voices() == ["*": 3, "＊": 2, "phone": 1])
        try store(["*", "phone"], author: "sato")
        #expect(try voices() == ["*": 5, "＊": 3, "phone": 2])
        // Fails where what is kept is not what the rows say.
        _ = try koe("verify")
    }
}
