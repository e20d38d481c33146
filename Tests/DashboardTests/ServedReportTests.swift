import Foundation
import Testing

/// The report's files behind the server, and nothing but them.
struct ServedReportTests {
    @Test func reportIsTheFirstPageWithALinkToTheSearch() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let page = try await get("/", from: base)
            #expect(page.status == 200)
            #expect(page.header("content-type") == "text/html; charset=utf-8")
            #expect(page.body.contains("Lotte"))
            #expect(page.body.contains("<li><a href=\"/search?lang=en\">Search</a></li>"))
            let policy = try #require(page.header("content-security-policy"))
            #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
            #expect(policy.hasSuffix("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
        }
    }

    @Test(arguments: [
        ("report.json", "application/json; charset=utf-8"), ("csv/yearly.csv", "text/csv; charset=utf-8"),
        ("summary.txt", "text/plain; charset=utf-8"), ("flags.html", "text/html; charset=utf-8"),
        ("brands/lotte.html", "text/html; charset=utf-8"),
    ])
    func filesHaveTheirKind(path: String, kind: String) async throws {
        let workspace = try await ServedWorkspace.filled.value
        let file = try Data(contentsOf: workspace.reports.appending(path: "latest/\(path)"))
        try await workspace.serve { base in
            let answer = try await get("/" + path, from: base)
            #expect(answer.status == 200)
            #expect(answer.header("content-type") == kind)
            #expect(answer.header("x-content-type-options") == "nosniff")
            #expect(answer.header("referrer-policy") == "same-origin")
            if !path.hasSuffix(".html") { #expect(answer.body == String(decoding: file, as: UTF8.self)) }
            let head = try await get("/" + path, from: base, method: "HEAD")
            #expect(head.status == 200 && head.body.isEmpty)
        }
    }

    /// A file beside the folder, one behind a link, a hidden one, one of another kind, and folders.
    @Test(arguments: [
        "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/%2e%2e/secret.txt", "/brands/../../../secret.txt",
        "/brands/..%2f..%2f..%2fsecret.txt", "/....//secret.txt", "//etc/passwd", "/%2fetc%2fpasswd", "/escape.txt",
        "/.hidden.txt", "/tool.exe", "/brands", "/brands/", "/csv\\yearly.csv", "/index.html%00.txt", "/%ff",
        "/index.html/", "/../../koe.yaml", "/../../koe.db", "/nothing.html",
    ])
    func nothingElseIsServed(path: String) async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let request = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
            let answer = try await send(request, to: base)
            #expect(answer.status == 404, "\(path)")
            #expect(!answer.body.contains("secret") && !answer.body.contains("root:"))
        }
    }

    @Test func missingReportIsExplainedWithTheCommand() async throws {
        let workspace = try await ServedWorkspace.empty.value
        try await workspace.serve { base in
            let page = try await get("/", from: base)
            #expect(page.status == 404)
            #expect(page.body.contains("There is no report yet"))
            #expect(page.body.contains("koe -w "))
            let japanese = try await get("/?lang=ja", from: base)
            #expect(japanese.body.contains("報告書はまだありません") && japanese.body.contains("lang=\"ja\""))
        }
    }
}
