import Feedback
import Foundation
import Store
import Testing
import Workspace

@testable import Dashboard

/// What people and programs change over the network, and what is refused.
struct WorkTests {
    private static let form = "application/x-www-form-urlencoded"

    /// The token in the forms of a page.
    private func formToken(_ path: String, from base: URL) async throws -> String {
        let body = try await ask("GET", path, from: base).body
        return String(try #require(body.firstMatch(of: /name="form" value="([^"]*)"/)).output.1)
            .replacing("=", with: "%3D")
    }

    private func marked(_ workspace: ServedWorkspace) throws -> [LabelledFile.Row] {
        let list = MarkedSentences(of: workspace.context.workspace)
        return list.isEmpty ? [] : try LabelledFile(list.file).rows
    }

    @Test func aMarkedSentenceGoesToTheListMasked() async throws {
        let workspace = try await ServedWorkspace.copy()
        try await workspace.serve { base in
            let token = try await formToken("/comment/web:private", from: base)
            let body = "form=\(token)&side=-1&lang=ja&text=Call+090-1234-5678%0d%0anow"
            let answer = try await ask(
                "POST",
                "/score-work/web%3Aprivate",
                from: base,
                headers: ["Content-Type": Self.form],
                body: body
            )
            #expect(answer.status == 303)
            #expect(answer.header("location") == "/comment/web%3Aprivate?done=yes&lang=ja")
            let page = try await ask("GET", "/comment/web%3Aprivate?done=yes", from: base)
            #expect(page.body.contains("is done and kept"))
        }
        let row = try #require(try marked(workspace).first)
        #expect(row.id == "web:private" && row.label == -1 && row.language == .english)
        #expect(row.text.hasPrefix("Call ") && row.text.hasSuffix(" now") && !row.text.contains("1234-5678"))
    }

    /// Each is a way in which another site, or a form that was made up, would try.
    @Test func formsOfOtherSitesChangeNothing() async throws {
        let workspace = try await ServedWorkspace.copy()
        try await workspace.serve { base in
            let token = try await formToken("/comment/web:private", from: base)
            let good = "form=\(token)&side=1&text=x"
            let tries: [(headers: [String: String], body: String, status: Int)] = [
                ([:], good, 415),
                (["Content-Type": "text/plain"], good, 415),
                (["Content-Type": "multipart/form-data; boundary=x"], good, 415),
                (["Content-Type": Self.form], "side=1&text=x", 403),
                (["Content-Type": Self.form], "form=abc&side=1&text=x", 403),
                (["Content-Type": Self.form], "form=\(String(repeating: "A", count: 43))%3D&side=1&text=x", 403),
                (["Content-Type": Self.form, "Origin": "https://evil.example"], good, 403),
                (["Content-Type": Self.form, "Origin": "null"], good, 403),
                (["Content-Type": Self.form, "Origin": "http://127.0.0.1:1"], good, 403),
                (["Content-Type": Self.form, "Sec-Fetch-Site": "cross-site"], good, 403),
                (["Content-Type": Self.form, "Sec-Fetch-Site": "same-site"], good, 403),
                (["Content-Type": Self.form], "form=\(token)&side=2&text=x", 400),
                (["Content-Type": Self.form], "form=\(token)&side=1&text=+", 400),
                (
                    ["Content-Type": Self.form], "form=\(token)&side=1&text=" + String(repeating: "a", count: 70_000),
                    413
                ),
            ]
            for (headers, body, status) in tries {
                let answer = try await ask("POST", "/score-work/web:private", from: base, headers: headers, body: body)
                #expect(answer.status == status, "\(headers) \(body.prefix(60))")
            }
            let headers = ["Content-Type": Self.form, "Origin": "http://127.0.0.1:\(base.port ?? 0)"]
            #expect(try await ask("POST", "/score-work/nobody", from: base, headers: headers, body: good).status == 404)
            #expect(
                try await ask("POST", "/score-work/web:private", from: base, headers: headers, body: good).status == 303
            )
        }
        #expect(try marked(workspace).map(\.text) == ["x"])
    }

    @Test func flagsAreAcknowledgedAndAssigned() async throws {
        let workspace = try await ServedWorkspace.copy()
        let record = FlagRecord(
            id: "Lotte/support/2014-03",
            ledgerID: "l1",
            series: "Lotte/support",
            kind: "step",
            direction: -1,
            month: 530,
            low: 529,
            high: 531,
            difference: -2_000,
            state: .ongoing,
            firstReported: 1,
            firstReportedAt: "2015-01-01T00:00:00+09:00",
            lastSeen: 1,
            toldIn: 1
        )
        try workspace.context.database.write { try FlagLedgerTable.replace([record], in: $0) }
        @Sendable func stored() throws -> FlagRecord? {
            try workspace.context.database.read { try FlagLedgerTable.all(in: $0).first }
        }
        try await workspace.serve { base in
            let path = "/flag/Lotte%2Fsupport%2F2014-03"
            let token = try await formToken(path, from: base)
            func post(_ fields: String) async throws -> Answer {
                try await ask(
                    "POST",
                    "/flag-work/Lotte%2Fsupport%2F2014-03",
                    from: base,
                    headers: ["Content-Type": Self.form],
                    body: "form=\(token)&\(fields)"
                )
            }
            #expect(try await post("do=assign&assignee=Mori+Aya").status == 303)
            #expect(try stored()?.assignee == "Mori Aya")
            #expect(try await post("do=acknowledge&note=seen+%3Cb%3E").status == 303)
            #expect(try stored()?.state == .acknowledged && stored()?.note == "seen <b>")
            let page = try await ask("GET", path, from: base).body
            #expect(page.contains("Mori Aya") && page.contains("seen &lt;b&gt;"))
            #expect(try await post("do=take-back").status == 303)
            #expect(try stored()?.state != .acknowledged && stored()?.note == nil && stored()?.assignee == "Mori Aya")
            #expect(try await post("do=assign").status == 303)
            #expect(try stored()?.assignee == nil)
            #expect(try await post("do=anything").status == 400)
        }
    }

    @Test func commentsComeInOnceWhateverTheWay() async throws {
        struct Line: Decodable, Equatable {
            let read: Int
            let stored: Int
            let duplicate: Int
            let updated: Int
            let quarantined: Int
            let skipped: Int
        }
        let workspace = try await ServedWorkspace.copy()
        let first = #"{"id":"p1","brand":"Lotte","posted_at":"2014-12-05T10:00:00Z","text":"Great support"}"#
        let second = #"{"id":"p2","brand":"Lotte","posted_at":"2014-12-06T10:00:00Z","text":"Slow"}"#
        let later =
            #"{"id":"p1","brand":"Lotte","posted_at":"2014-12-05T10:00:00Z","updated_at":"2014-12-09T10:00:00Z","text":"Bad"}"#
        try await workspace.serve { base in
            func post(_ body: String, _ kind: String) async throws -> Line? {
                let answer = try await ask(
                    "POST",
                    "/v1/comments?source=shop",
                    from: base,
                    headers: ["Content-Type": kind],
                    body: body
                )
                #expect(answer.status == 202, "\(answer.body)")
                #expect(!answer.body.contains("/tmp"))
                return try? JSONDecoder().decode(Line.self, from: Data(answer.body.utf8))
            }
            let lines = "application/x-ndjson"
            let found = [
                try await post(first + "\n" + second, lines),
                try await post("[\(second),\(first)]", "application/json; charset=utf-8"),
                try await post(later + "\n{\"id\":\"p3\"}\nno json\n", lines),
            ]
            let expected = [
                Line(read: 2, stored: 2, duplicate: 0, updated: 0, quarantined: 0, skipped: 0),
                Line(read: 2, stored: 0, duplicate: 2, updated: 0, quarantined: 0, skipped: 0),
                // An object without an answer is skipped, and what is no object goes to quarantine.
                Line(read: 3, stored: 0, duplicate: 0, updated: 1, quarantined: 1, skipped: 1),
            ]
            #expect(found == expected)
        }
        let texts = try workspace.context.database.read { db in
            try ["shop:p1", "shop:p2"].flatMap { try CommentTable.find($0, in: db).map(\.comment.text) }
        }
        #expect(texts == ["Bad", "Slow"])
    }

    @Test func whatIsNoCommentIsRefused() async throws {
        let workspace = try await ServedWorkspace.copy()
        let before = try workspace.context.database.read { try CommentTable.count(in: $0) }
        try await workspace.serve { base in
            let tries: [(path: String, kind: String, body: String, status: Int)] = [
                ("/v1/comments", Self.form, "id=1&text=x", 415), ("/v1/comments", "text/plain", "{}", 415),
                ("/v1/comments", "application/json", "", 400), ("/v1/comments", "application/json", " \n", 400),
                ("/v1/comments?source=a/b", "application/json", "[]", 400),
                ("/v1/comments?source=..%2f", "application/json", "[]", 400),
                ("/v1/comments?source=H.%C3%87", "application/json", "[]", 400),
                ("/v1/comments", "application/json", String(repeating: "[", count: 9 << 20), 413),
            ]
            for (path, kind, body, status) in tries {
                let answer = try await ask("POST", path, from: base, headers: ["Content-Type": kind], body: body)
                #expect(answer.status == status, "\(path) \(kind) \(body.prefix(20))")
            }
            let other = ["Content-Type": "application/json", "Origin": "https://evil.example"]
            let answer = try await ask(
                "POST",
                "/v1/comments",
                from: base,
                headers: other,
                body: "[{\"id\":\"1\",\"text\":\"x\"}]"
            )
            #expect(answer.status == 403)
        }
        #expect(try workspace.context.database.read { try CommentTable.count(in: $0) } == before)
    }

    @Test func whileARunWritesNothingIsChangedAndEverythingCanBeRead() async throws {
        let workspace = try await ServedWorkspace.copy()
        let lock = try WorkspaceLock(workspace.context.workspace, command: "run")
        try await workspace.serve { base in
            let answer = try await ask(
                "POST",
                "/v1/comments",
                from: base,
                headers: ["Content-Type": "application/json"],
                body: "[{\"id\":\"1\",\"text\":\"x\"}]"
            )
            #expect(answer.status == 423 && answer.header("retry-after") == "60")
            try workspace.context.database.write { _ in }
            #expect(try await ask("GET", "/comments", from: base).status == 200)
            #expect(try await ask("GET", "/search?q=apology", from: base).status == 200)
        }
        withExtendedLifetime(lock) {}
    }

    /// A link that waits is confirmed, and the decision taken back.
    @Test func linksAreDecidedAndUndone() async throws {
        let workspace = try await ServedWorkspace.copy()
        try workspace.context.database.write { db in
            let found = try CommentTable.find("web:private", in: db)
            let comment = try #require(found.first)
            let supportCase = SupportCase(caseID: "C-1", origin: .imported, events: [])
            _ = try CaseTable.store([supportCase], in: db)
            let link = CaseLink(
                relation: .sameCase,
                caseID: "C-1",
                status: .review,
                milliBits: 2_500,
                marginMilliBits: nil,
                method: "compared",
                evidence: []
            )
            try LinkTable.store([(comment.id, link)], in: db)
        }
        try await workspace.serve { base in
            let page = try await ask("GET", "/review?lang=en", from: base).body
            #expect(page.contains("web:private") && page.contains("Case C-1") && !page.contains("yamada"))
            let token = try await formToken("/review", from: base)
            func post(_ fields: String) async throws -> Int {
                let headers = ["Content-Type": Self.form]
                let body = "form=\(token)&\(fields)"
                return try await ask("POST", "/review-work", from: base, headers: headers, body: body).status
            }
            #expect(try await post("do=confirm&comment=web:private") == 303)
            let decided = try await ask("GET", "/review?lang=en", from: base).body
            #expect(decided.contains("Confirmed · web:private, C-1 · dashboard"))
            let decision = try #require(decided.firstMatch(of: /name="decision" value="([^"]*)"/)).output.1
            #expect(try await post("do=undo&decision=\(decision)") == 303)
            #expect(try await post("do=undo&decision=\(decision)") == 404)
            #expect(try await post("do=reject&comment=web:private") == 303)
            #expect(try await post("do=confirm&comment=nobody") == 404)
            #expect(try await post("do=link&comment=web:private&case=C-1") == 303)
            #expect(try await post("do=link&comment=web:private&case=C-none") == 404)
            #expect(try await post("do=link&comment=web:private") == 400)
            #expect(try await post("do=unlink&comment=web:private") == 303)
            let log = try await ask("GET", "/review?lang=en", from: base).body
            #expect(
                log.contains("Linked to a case · web:private, C-1")
                    && log.contains("Taken out of its case · web:private")
            )
            let forms = try await ask("GET", "/comment/web:private?lang=en", from: base).body
            #expect(forms.contains("name=\"do\" value=\"link\"") && forms.contains("name=\"do\" value=\"unlink\""))
            #expect(try await post("do=anything&comment=web:private") == 400)
            #expect(try await post("do=confirm") == 400)
        }
    }

    @Test func aTriedSentenceIsScoredAndKeptNowhere() async throws {
        let workspace = try await ServedWorkspace.copy()
        try await workspace.serve { base in
            let token = try await formToken("/try", from: base)
            let answer = try await ask(
                "POST",
                "/try",
                from: base,
                headers: ["Content-Type": Self.form],
                body: "form=\(token)&lang=en&text=Their+apology+was+sincere+%3Cscript%3E"
            )
            #expect(answer.status == 200 && !answer.body.contains("<script"))
            #expect(answer.body.contains("How the words add up") && answer.body.contains("Aspects of handling"))
            #expect(answer.body.contains("<mark class=\"for\">"))
            let long = "form=\(token)&text=" + String(repeating: "a", count: 2_001)
            let refused = try await ask(
                "POST",
                "/try",
                from: base,
                headers: ["Content-Type": Self.form],
                body: long
            )
            #expect(refused.status == 400)
        }
        #expect(try marked(workspace).isEmpty)
    }

    @Test func machinesAreTold() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let metrics = try await ask("GET", "/metrics", from: base)
            #expect(
                metrics.status == 200 && metrics.header("content-type")?.hasPrefix("text/plain; version=0.0.4") == true
            )
            #expect(metrics.body.contains("\nkoe_run_success 1\n"))
            let description = try await ask("GET", "/openapi.json", from: base)
            let json = try JSONSerialization.jsonObject(with: Data(description.body.utf8)) as? [String: Any]
            #expect(json?["openapi"] as? String == "3.1.0")
            let flags = try await ask("GET", "/api/flags", from: base)
            #expect(flags.status == 200 && flags.body.contains("\"flags\""))
            let whole = try await ask("GET", "/api/measures/Lotte?period=all", from: base)
            #expect(whole.status == 200)
            let one = try await ask("GET", "/api/measures?brand=Lotte&length=all&channel=*&measure=support", from: base)
            #expect(one.body.split(separator: "\n").count == 1)
            #expect(try await ask("GET", "/api/measures?length=week", from: base).status == 400)
        }
    }
}
