import Answers
import Feedback
import Foundation
import Learning
import Nightly
import Reports
import Store
import Testing
import Workspace

@testable import Dashboard

/// Words that are tried on a copy of the workspace: what they would move is told, and nothing of it stays.
struct WordTrialTests {
    private enum Failure: Error { case wasNotStopped, cameToNoEnd }

    private static let form = ["Content-Type": "application/x-www-form-urlencoded"]

    /// Six voices of one month about a thing that no list knows.
    private static let rows = (1...6).map {
        """
        {"id":"g\($0)","source":"web","brand":"Glim","author":"G \($0)","posted_at":"2014-12-0\($0)T10:00:00Z",\
        "text":"Box \($0) had a glimmerfob in it."}

        """
    }

    private func workspace() async throws -> ServedWorkspace {
        let workspace = try await ServedWorkspace.copy()
        let file = workspace.folder.appending(path: "glim.ndjson")
        try Data(Self.rows.joined().utf8).write(to: file)
        let start = workspace.context.now
        _ = try await NightlyRun(context: workspace.context).run(files: [file], clock: { start }, progress: { _ in })
        return workspace
    }

    private func formToken(_ path: String, from base: URL) async throws -> String {
        let body = try await ask("GET", path, from: base).body
        return String(try #require(body.firstMatch(of: /name="form" value="([^"]*)"/)).output.1)
            .replacing("=", with: "%3D")
    }

    /// The page once nothing is tried any more.
    private func settled(from base: URL) async throws -> Answer {
        while true {
            let page = try await ask("GET", "/try/list?lang=en", from: base)
            if page.header("refresh") == nil { return page }
            try await Task.sleep(for: .milliseconds(400))
        }
    }

    /// Names and bytes of the workspace's files, but for what SQLite keeps beside the database.
    private func picture(_ workspace: ServedWorkspace) throws -> [String: Data] {
        let root = workspace.folder.appending(path: "ws")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, FileManager.default.contents(atPath: root.appending(path: name).path) ?? Data())
            }
        )
    }

    @Test func wordsAreTriedOnACopyAndTold() async throws {
        let workspace = try await workspace()
        let before = try picture(workspace)
        try await workspace.serve { base in
            #expect(try await ask("GET", "/try/list.tsv", from: base).status == 404)
            for language in ["ja", "en"] {
                let page = try await ask("GET", "/try/list?lang=\(language)", from: base).body
                #expect(page.firstMatch(of: /<option value="(ja|en)"/)?.output.1 == language[...])
            }
            let token = try await formToken("/try/list", from: base)
            let body =
                "form=\(token)&lang=en&language=en&meaning=speed-&valence=-400&terms=glimmerfob%0d%0a%20glimmerfob%0d%0a"
            let started = try await ask("POST", "/try/list", from: base, headers: Self.form, body: body)
            #expect(started.status == 303 && started.header("location") == "/try/list?lang=en")
            let page = try await settled(from: base)
            // Six voices that said nothing of support now blame speed, so S comes to 0, and bad words move B; Lotte has
            // two strengths that stay.
            #expect(page.body.contains("2 of 4 monthly strengths would move"))
            #expect(page.body.contains(">0.0</td>"))
            #expect(page.body.contains("December 2014") && page.body.contains("Glim"))
            #expect(page.body.contains("No change would come or go."))
            let list = try await ask("GET", "/try/list.tsv", from: base)
            #expect(list.header("content-disposition")?.contains("tried-words.tsv") == true)
            #expect(list.body.matches(of: /\nglimmerfob/).count == 1)
            #expect(list.body.hasSuffix("\nglimmerfob\tphrase\t\t-400\tspeed\t-1\t\t\town\town\t\n"))
        }
        #expect(try picture(workspace) == before)
    }

    @Test func whatMakesNoListIsRefused() async throws {
        let workspace = try await ServedWorkspace.copy()
        try await workspace.serve { base in
            let token = try await formToken("/try/list", from: base)
            let bad = [
                "language=en&meaning=speed-&terms=", "language=fr&meaning=speed-&terms=x",
                "language=en&meaning=fame%2b&terms=x", "language=en&meaning=valence&terms=x",
                "language=en&meaning=speed-&valence=1001&terms=x", "language=en&meaning=speed-&valence=much&terms=x",
                "language=en&meaning=speed-&terms=" + String(repeating: "a", count: 201),
                "language=en&meaning=speed-&terms=" + (1...51).map { "a\($0)%0a" }.joined(),
                "language=en&meaning=speed-&terms=a%09b",
            ]
            for body in bad {
                let answer = try await ask(
                    "POST",
                    "/try/list",
                    from: base,
                    headers: Self.form,
                    body: "form=\(token)&\(body)"
                )
                #expect(answer.status == 400, "\(body.prefix(60))")
            }
            let unsigned = "language=en&meaning=speed-&terms=x"
            for path in ["/try/list", "/try/stop"] {
                #expect(try await ask("POST", path, from: base, headers: Self.form, body: unsigned).status == 403)
            }
            #expect(try await ask("GET", "/try/list.tsv", from: base).status == 404)
        }
    }

    /// A list that is stopped leaves the bench free, and the next is tried to its end.
    @Test func oneListIsTriedAtATime() async throws {
        let workspace = try await ServedWorkspace.copy()
        let bench = TrialBench(context: try workspace.context.readOnly(), onProblem: { _ in })
        let words = try TriedWords(language: .english, terms: "glad", meaning: .valence, valence: 300, dictionary: nil)
        #expect(bench.start(words) && !bench.start(words))
        #expect(bench.page.isRunning && bench.page.terms == "glad")
        let pages = try LivePages(context: workspace.context)
        var visit = try LiveVisit(path: "/try/list", language: "en")
        visit.formToken = "x"
        let page = String(decoding: try pages.trial(of: bench.page, visit: visit), as: UTF8.self)
        #expect(page.contains("The copy is being made.") && page.contains(">Stop</button>"))
        #expect(!page.contains("<textarea"))
        bench.stop()
        let running = Task { await bench.run() }
        while bench.page.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        guard case .idle = bench.page.state else { throw Failure.wasNotStopped }
        #expect(bench.start(words))
        while bench.page.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        guard case .done = bench.page.state else { throw Failure.cameToNoEnd }
        running.cancel()
        await running.value
    }
}
