import Foundation
import Testing
import Workspace

@testable import Dashboard

/// Answers as gzip; the client's libcurl unpacks them and looks at the sum at the end.
struct PackedAnswerTests {
    private static let packed = ["Accept-Encoding": "gzip"]

    @Test(arguments: ["/report.json", "/summary.txt", "/openapi.json", "/api/measures"])
    func unpackedItIsTheSame(path: String) async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let plain = try await ask("GET", path, from: base)
            let packed = try await get(path, from: base)
            #expect(plain.header("content-encoding") == nil)
            #expect(packed.body == plain.body && packed.status == plain.status)
            let isLong = plain.body.utf8.count >= 1_024
            #expect(packed.header("content-encoding") == (isLong ? "gzip" : nil), "\(path)")
            #expect(plain.header("vary") == (isLong ? "Accept-Encoding" : nil), "\(path)")
        }
    }

    /// A file that is made while it is sent comes whole: the line with the names, and one for each comment.
    @Test func aStreamIsPackedPieceByPiece() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let list = try await get("/api/comments", from: base).body
            let total = try #require(list.firstMatch(of: /"total"\s*:\s*([0-9]+)/)).output.1
            let file = try await get("/comments.csv", from: base)
            #expect(file.header("content-encoding") == "gzip")
            #expect(file.body.split(separator: "\r\n").count == Int(total).map { $0 + 1 })
        }
    }

    @Test func packedIsShorter() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let plain = try await ask("GET", "/comments", from: base)
            let packed = try await ask("GET", "/comments", from: base, headers: Self.packed)
            #expect(packed.body.unicodeScalars.count * 2 < plain.body.unicodeScalars.count)
        }
    }

    /// RFC 9110, section 9.3.2: the fields that GET would send; the length is that of the text as it is.
    @Test func headSpeaksOfTheTextAsItIs() async throws {
        let workspace = try await ServedWorkspace.filled.value
        let file = try Data(contentsOf: workspace.reports.appending(path: "latest/report.json"))
        try await workspace.serve { base in
            let head = try await ask("HEAD", "/report.json", from: base, headers: Self.packed)
            #expect(head.header("content-length") == String(file.count))
            #expect(head.header("content-encoding") == nil && head.body.isEmpty)
        }
    }

    /// Examples of RFC 9110, section 12.5.3, and the names that are not wanted.
    @Test(arguments: [
        ("compress, gzip", true), ("", false), ("*", true), ("compress;q=0.5, gzip;q=1.0", true),
        ("gzip;q=1.0, identity; q=0.5, *;q=0", true), ("gzip; q=0", false), ("gzip;q=0.000, *", false),
        ("identity", false), ("*;q=0", false), ("GZIP", true), ("gzipped", false), (";,=", false),
    ])
    func theHeaderSaysWhetherItIsTaken(header: String, isTaken: Bool) {
        #expect(PackedAnswers.takesGzip(header) == isTaken)
        #expect(!PackedAnswers.takesGzip(nil))
    }

    /// No page repeats the token of another, so that the length of a packed page tells nothing of it.
    @Test func everyPageHasAnotherTokenThatIsGood() {
        let seal = FormSeal()
        let other = Visitor(id: "1234", name: "Mori", role: .reviewer)
        let tokens = (0..<4).map { _ in seal.token(for: .local) }
        #expect(Set(tokens).count == 4 && Set(tokens.map { $0.prefix(12) }).count == 4)
        #expect(tokens.allSatisfy { seal.isGood($0, for: .local) && !seal.isGood($0, for: other) })
        for wrong in [nil, "", "AAAA", String(tokens[0].dropLast(4)), tokens[0] + "AAAA"] {
            #expect(!seal.isGood(wrong, for: .local))
        }
        #expect(!FormSeal().isGood(tokens[0], for: .local))
    }
}
