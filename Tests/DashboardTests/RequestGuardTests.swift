import Feedback
import Foundation
import Testing
import Workspace

@testable import Dashboard

/// What the server turns away before it looks at anything.
struct RequestGuardTests {
    @Test(arguments: [
        "127.0.0.1", "127.0.0.1:8732", "localhost", "LOCALHOST:9000", "[::1]", "[::1]:8732",
    ])
    func loopbackNamesAreAnswered(host: String) async throws {
        #expect(try await status(of: "GET /api/health HTTP/1.1\r\nHost: \(host)") == 200)
    }

    @Test(arguments: [
        "evil.example", "evil.example:8732", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1:80x",
        "localhost@evil.example", "0.0.0.0", "::1", "[::1", "",
    ])
    func otherHostsAreMisdirected(host: String) async throws {
        let status = try await status(of: "GET /api/health HTTP/1.1\r\nHost: \(host)")
        #expect(status == 421 || status == 400, "\(host)")
    }

    @Test(arguments: [
        "GET /api/health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example",
        "GET * HTTP/1.1\r\nHost: localhost",
    ])
    func requestsOfTwoHostsOrWithoutAPathAreRefused(request: String) async throws {
        #expect(try await status(of: request) == 400)
    }

    @Test func requestsThatNameNoHostAreTurnedAway() async throws {
        let status = try await status(of: "GET /api/health HTTP/1.0")
        #expect(status == 421 || status == 400)
    }

    @Test(arguments: ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
    func otherMethodsAreRefused(method: String) async throws {
        #expect(try await status(of: "\(method) /search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0") == 405)
    }

    @Test(arguments: [
        ("POST /comments", "GET, HEAD"), ("POST /api/health", "GET, HEAD"), ("GET /v1/comments", "POST"),
        ("GET /flag-work/x", "POST"), ("DELETE /try", "GET, HEAD, POST"), ("OPTIONS /v1/comments", "POST"),
    ])
    func whatAPathAllowsIsSaid(request: String, allowed: String) async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let words = request.split(separator: " ").map(String.init)
            let answer = try await ask(words[0], words[1], from: base)
            #expect(answer.status == 405 && answer.header("allow") == allowed)
        }
    }

    /// A body that breaks the rules of HTTP is its sender's fault, and no error of the server.
    @Test func brokenBodiesAreRefused() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let head = "POST /v1/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            let answer = try await send(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", to: base)
            #expect(answer.status == 400)
        }
    }

    @Test func absurdAddressesAreRefused() async throws {
        let path = "/search?q=" + String(repeating: "a", count: 20_000)
        #expect(try await status(of: "GET \(path) HTTP/1.1\r\nHost: localhost") == 414)
    }

    /// Before any token there is, nobody could come in.
    @Test(arguments: ["0.0.0.0", "192.168.1.10", "example.com", "127.0.0.2", "::"])
    func otherAddressesDemandATokenWithAWayOut(host: String) async throws {
        let workspace = try await ServedWorkspace.empty.value
        let address = try ListenAddress(host: host, port: 8_732)
        #expect(!address.isForThisMachine)
        let error = #expect(throws: WorkspaceError.self) {
            try DashboardServer(context: workspace.context, address: address, clock: { Instant(seconds: 0) }) { _ in }
        }
        #expect(error?.code == .usage)
        #expect(error?.message.contains("koe token add") == true && error?.message.contains("ssh -L") == true)
    }

    @Test(arguments: [-1, 65_536])
    func portsOutOfRangeAreRefused(port: Int) {
        #expect(throws: WorkspaceError.self) { try ListenAddress(host: "127.0.0.1", port: port) }
    }

    @Test func takenPortIsSaid() async throws {
        let workspace = try await ServedWorkspace.empty.value
        try await workspace.serve { base in
            let address = try ListenAddress(host: "127.0.0.1", port: try #require(base.port))
            let second = try DashboardServer(
                context: workspace.context,
                address: address,
                clock: { Instant(seconds: 0) }
            ) { _ in }
            let error = await #expect(throws: WorkspaceError.self) { try await second.run(handlesSignals: false) }
            #expect(error?.code == .usage)
            #expect(error?.message.contains("--port") == true)
        }
    }

    private func status(of request: String) async throws -> Int {
        let workspace = try await ServedWorkspace.filled.value
        return try await workspace.serve { base in
            try await send(request + "\r\nConnection: close\r\n\r\n", to: base).status
        }
    }
}
