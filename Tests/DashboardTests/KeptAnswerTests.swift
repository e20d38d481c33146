import Feedback
import Foundation
import HTTPTypes
import NIOCore
import Nightly
import Testing
import Workspace

@testable import Dashboard

/// Answers that are given again, and when they must not be.
struct KeptAnswerTests {
    private static let list = "/comments?q=lighthouse"

    /// Takes a comment in beside the server, as the commands do one after another; the report stays.
    private func importComment(_ id: String, into workspace: ServedWorkspace) async throws {
        let line = #"{"id":"\#(id)","source":"web","brand":"Lotte","author":"Sato \#(id)","# + "\n"
        let rest = #""posted_at":"2014-12-05T10:00:00Z","text":"A lighthouse of good support."}"#
        let file = workspace.folder.appending(path: "\(id).ndjson")
        try Data((line.dropLast() + rest + "\n").utf8).write(to: file)
        let context = workspace.context
        _ = try await ImportStage.runAlone(
            context: context,
            files: [file],
            choices: ImportChoices(),
            clock: { context.now },
            progress: { _ in }
        )
        let scores = try ScoreStage(database: context.database, scorer: context.loadScorer(), workers: 1)
        _ = try await scores.run(progress: { _ in })
        _ = try await LinkStage(context: context).run(writes: true, progress: { _ in })
        _ = try MeasureStage(context: context).run(progress: { _ in })
    }

    private func names(_ path: String, from base: URL) async throws -> [String] {
        try await ask("GET", path, from: base).body.matches(of: /href="\/comment\/web(?::|%3A)(light[0-9])/)
            .map { String($0.output.1) }
    }

    @Test func whatIsStoredShowsAtOnce() async throws {
        let workspace = try await ServedWorkspace.copy()
        try await workspace.serve { base in
            #expect(try await names(Self.list, from: base).isEmpty)
            try await importComment("light1", into: workspace)
            #expect(try await Set(names(Self.list, from: base)) == ["light1"])
            #expect(try await Set(names(Self.list, from: base)) == ["light1"])
        }
    }

    /// A living process that is no dashboard stands in the lock's file: the parent of this one.
    @Test func whileARunWorksAnAnswerMayBeTenSecondsOld() async throws {
        let workspace = try await ServedWorkspace.copy()
        let clock = TestClock()
        try await workspace.serve(clock: clock) { base in
            #expect(try await names(Self.list, from: base).isEmpty)
            try await importComment("light1", into: workspace)
            let lock = workspace.context.workspace.lockFile
            try Data("process \(getppid()) (koe run)".utf8).write(to: lock)
            clock.advance(by: .milliseconds(9_900))
            #expect(try await names(Self.list, from: base).isEmpty)
            clock.advance(by: .milliseconds(100))
            #expect(try await Set(names(Self.list, from: base)) == ["light1"])
            try await importComment("light2", into: workspace)
            try Data("process \(getpid()) (koe run)".utf8).write(to: lock)
            #expect(try await Set(names(Self.list, from: base)) == ["light1", "light2"])
        }
    }

    /// The form of one visitor is no other's.
    @Test func anotherVisitorGetsAnotherForm() async throws {
        let workspace = try await ServedWorkspace.copy()
        let tokens = AccessTokens(of: workspace.context.workspace)
        let secrets = try ["Mori", "Hara"].map { try tokens.add(.reviewer, name: $0, at: "2014-12-31").secret }
        try await workspace.serve(demandsTokens: true) { base in
            var forms: [String] = []
            for secret in secrets + secrets {
                let headers = ["Authorization": "Bearer \(secret)"]
                let page = try await ask("GET", "/comment/web:private", from: base, headers: headers).body
                forms.append(String(try #require(page.firstMatch(of: /name="form" value="([^"]*)"/)).output.1))
            }
            #expect(forms[0] == forms[2] && forms[1] == forms[3] && forms[0] != forms[1])
            #expect(try await ask("GET", "/comment/web:private", from: base).status == 401)
        }
    }

    private static func answer(_ bytes: Int) -> KeptAnswer {
        KeptAnswer(
            headers: [:],
            bytes: ByteBuffer(repeating: 0, count: bytes),
            stamp: AnswerStamp(content: 1, report: nil),
            made: ContinuousClock.now
        )
    }

    private static func key(_ number: Int) -> AnswerShelf.Key {
        AnswerShelf.Key(uri: "/\(number)", visitor: "local", isPacked: false)
    }

    /// 32 MiB hold 32 answers of 1 MiB: the one that was asked for least recently goes.
    @Test func theLeastUsedGivesWay() async {
        let shelf = AnswerShelf()
        for number in 0..<32 { await shelf.put(Self.answer(1 << 20), at: Self.key(number)) }
        #expect(await shelf.take(Self.key(0), isGood: { _ in true }) != nil)
        await shelf.put(Self.answer(1 << 20), at: Self.key(32))
        #expect(await shelf.take(Self.key(0), isGood: { _ in true }) != nil)
        #expect(await shelf.take(Self.key(32), isGood: { _ in true }) != nil)
        #expect(await shelf.take(Self.key(1), isGood: { _ in true }) == nil)
    }

    /// Sixteen ask at once; the first that may make it does, and the others get what it made.
    @Test(arguments: [true, false]) func oneMakesWhatManyAskFor(canBeKept: Bool) async {
        let shelf = AnswerShelf()
        #expect(await shelf.take(Self.key(0), isGood: { _ in true }) == nil)
        let served = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<15 {
                group.addTask { await shelf.take(Self.key(0), isGood: { _ in true }) != nil }
            }
            await Task.yield()
            await shelf.put(canBeKept ? Self.answer(8) : nil, at: Self.key(0))
            var served = 0
            // Whoever asks later, of what cannot be kept, makes it again.
            for await isServed in group {
                served += isServed ? 1 : 0
                if !canBeKept { await shelf.put(nil, at: Self.key(0)) }
            }
            return served
        }
        #expect(served == (canBeKept ? 15 : 0))
    }
}
