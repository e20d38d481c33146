import Feedback
import Foundation
import Testing
import Workspace

@testable import Dashboard

/// Who may come in, and what a token allows.
struct AccessTests {
    private static let time = "2015-01-01T00:00:00+09:00"

    private func tokens(_ workspace: ServedWorkspace) throws -> [AccessRole: AccessTokens.Issued] {
        let tokens = AccessTokens(of: workspace.context.workspace)
        let issued = try AccessRole.allCases.map { ($0, try tokens.add($0, name: $0.rawValue, at: Self.time)) }
        return Dictionary(uniqueKeysWithValues: issued)
    }

    @Test func withoutATokenNobodyComesIn() async throws {
        let workspace = try await ServedWorkspace.copy()
        _ = try tokens(workspace)
        try await workspace.serve(demandsTokens: true) { base in
            for path in ["/", "/comments", "/api/health", "/report.json", "/metrics", "/comments.csv", "/nowhere"] {
                let answer = try await ask("GET", path, from: base)
                #expect(answer.status == 401, "\(path)")
                #expect(answer.header("www-authenticate")?.hasPrefix("Basic realm=\"koe\"") == true)
                #expect(!answer.body.contains("Lotte"))
            }
            let wrong = [
                "Bearer koe_1234", "Basic Og==", "Basic !", "Bearer", "Digest x",
                "Bearer " + String(repeating: "x", count: 999),
            ]
            for header in wrong {
                let answer = try await ask("GET", "/comments", from: base, headers: ["Authorization": header])
                #expect(answer.status == 401, "\(header)")
            }
        }
    }

    @Test func rolesAllowWhatTheySay() async throws {
        let workspace = try await ServedWorkspace.copy()
        let tokens = try tokens(workspace)
        try await workspace.serve(demandsTokens: true) { base in
            let asked: [(method: String, path: String, [AccessRole: Int])] = [
                ("GET", "/comments", [.reader: 200, .reviewer: 200, .ingester: 403]),
                ("GET", "/report.json", [.reader: 200, .reviewer: 200, .ingester: 403]),
                ("GET", "/api/health", [.reader: 200, .reviewer: 200, .ingester: 200]),
                ("GET", "/openapi.json", [.reader: 200, .reviewer: 200, .ingester: 200]),
                ("POST", "/v1/comments", [.reader: 403, .reviewer: 403, .ingester: 202]),
            ]
            for (method, path, expected) in asked {
                for (role, status) in expected {
                    let token = try #require(tokens[role])
                    var headers = ["Authorization": "Bearer \(token.secret)"]
                    if method == "POST" { headers["Content-Type"] = "application/json" }
                    let body = method == "POST" ? "[{\"id\":\"1\",\"text\":\"fine\"}]" : nil
                    let answer = try await ask(method, path, from: base, headers: headers, body: body)
                    #expect(answer.status == status, "\(role) \(path)")
                }
            }
            // A browser sends the token as a password; a reader's pages have no forms.
            let password = Data("me:\(try #require(tokens[.reader]).secret)".utf8).base64EncodedString()
            let page = try await ask(
                "GET",
                "/comment/web:evil",
                from: base,
                headers: ["Authorization": "Basic \(password)"]
            )
            #expect(page.status == 200 && !page.body.contains("method=\"post\""))
        }
    }

    @Test func aRevokedTokenIsShutOutAtOnce() async throws {
        let workspace = try await ServedWorkspace.copy()
        let tokens = AccessTokens(of: workspace.context.workspace)
        let issued = try tokens.add(.reader, name: "for a while", at: Self.time)
        try await workspace.serve(demandsTokens: true) { base in
            let headers = ["Authorization": "Bearer \(issued.secret)"]
            #expect(try await ask("GET", "/comments", from: base, headers: headers).status == 200)
            _ = try tokens.revoke(issued.token.id, at: Self.time)
            #expect(try await ask("GET", "/comments", from: base, headers: headers).status == 401)
        }
        #expect(throws: WorkspaceError.self) { try tokens.revoke("00000000", at: Self.time) }
    }

    /// SHA-256 of the text, and never the text.
    @Test func theWorkspaceKeepsHashesForItsOwnerAlone() async throws {
        let workspace = try await ServedWorkspace.copy()
        let tokens = AccessTokens(of: workspace.context.workspace)
        let issued = try tokens.add(.reviewer, name: "Mori", at: Self.time)
        let file = workspace.context.workspace.tokenFile
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains(issued.secret) && !text.contains(issued.secret.dropFirst(4)))
        #expect(issued.secret.count == 4 + 64)
        let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try tokens.token(withSecret: issued.secret)?.name == "Mori")
        #expect(try tokens.token(withSecret: issued.secret + "0") == nil)
        #expect(throws: WorkspaceError.self) { try tokens.add(.reader, name: "a\tb", at: Self.time) }
        #expect(throws: WorkspaceError.self) { try tokens.add(.reader, name: "", at: Self.time) }
    }

    @Test func manyWrongTokensAreTurnedAway() async throws {
        let workspace = try await ServedWorkspace.copy()
        let token = try AccessTokens(of: workspace.context.workspace).add(.reader, name: "x", at: Self.time)
        try await workspace.serve(demandsTokens: true) { base in
            var statuses: [Int] = []
            for _ in 0..<20 {
                let headers = ["Authorization": "Bearer koe_\(String(repeating: "0", count: 64))"]
                statuses.append(try await ask("GET", "/comments", from: base, headers: headers).status)
            }
            #expect(statuses.first == 401 && statuses.last == 429)
            // Nobody can go on guessing with a good token in between.
            let headers = ["Authorization": "Bearer \(token.secret)"]
            #expect(try await ask("GET", "/comments", from: base, headers: headers).status == 429)
        }
    }

    @Test func aBucketFillsWhileNothingIsDone() {
        let clock = TestClock()
        let limiter = RateLimiter(burst: 2, perSecond: 0.5, now: { clock.now })
        #expect([1, 2, 3].map { _ in limiter.allows("a") } == [true, true, false])
        #expect(limiter.allows("b"))
        clock.advance(by: .seconds(1))
        #expect(!limiter.allows("a"))
        clock.advance(by: .seconds(1))
        #expect(limiter.wouldAllow("a") && limiter.allows("a") && !limiter.allows("a"))
    }
}
