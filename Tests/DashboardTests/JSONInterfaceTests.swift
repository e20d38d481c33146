import Answers
import Foundation
import Testing

/// The JSON interface: the same documents as the commands print.
struct JSONInterfaceTests {
    private struct Health: Decodable {
        let status: String
        let comments: Int
        let voices: Int
    }

    private struct Found: Decodable {
        struct Comment: Decodable {
            let id: String
            let excerpt: String
        }
        let query: String
        let comments: [Comment]
    }

    private struct Explained: Decodable {
        struct Comment: Decodable {
            struct Part: Decodable {
                let words: String
                let start: Int
                let length: Int
                let valence: Int
            }
            let comment: String
            let text: String
            let valence: Int?
            let parts: [Part]
        }
        let comments: [Comment]
    }

    private struct Problem: Decodable {
        struct Content: Decodable {
            let status: Int
            let message: String
        }
        let error: Content
    }

    private func json<Value: Decodable & Sendable>(_ path: String, status: Int = 200) async throws -> Value {
        let workspace = try await ServedWorkspace.filled.value
        return try await workspace.serve { base in
            let answer = try await get(path, from: base)
            #expect(answer.status == status, "\(path)")
            #expect(answer.header("content-type") == "application/json; charset=utf-8")
            return try JSONDecoder().decode(Value.self, from: Data(answer.body.utf8))
        }
    }

    @Test func healthCountsWhatIsThere() async throws {
        let health: Health = try await json("/api/health")
        #expect(health.status == "good" && health.comments >= 3 && health.voices >= 3)
    }

    @Test func searchAnswersAsTheCommandDoes() async throws {
        let found: Found = try await json("/api/search?q=%E8%BF%94%E9%87%91%20%E9%9B%BB%E8%A9%B1")
        #expect(found.query == "返金 電話")
        #expect(found.comments.map(\.id) == ["web:a/b?c#d"])
    }

    /// The places of the matched words follow the masked text.
    @Test func partsPointIntoTheTextThatIsShown() async throws {
        let explained: Explained = try await json("/api/comment/web:private")
        let comment = try #require(explained.comments.first)
        let bytes = Array(comment.text.utf8)
        #expect(!comment.parts.isEmpty)
        for part in comment.parts {
            #expect(String(decoding: bytes[part.start..<part.start + part.length], as: UTF8.self) == part.words)
        }
        #expect(comment.parts.contains { $0.words.contains("support") })
        #expect(comment.valence.map { $0 > 0 } == true)
    }

    @Test func measuresAreLinesOfCells() async throws {
        let workspace = try await ServedWorkspace.filled.value
        try await workspace.serve { base in
            let answer = try await get("/api/measures", from: base)
            #expect(answer.status == 200)
            let lines = answer.body.split(separator: "\n")
            #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("{\"brand\":\"Lotte\"") })
        }
    }

    @Test(arguments: [
        ("/api/search", 400), ("/api/search?q=a&limit=201", 400), ("/api/search?q=a&limit=x", 400),
        ("/api/comment/nobody", 404), ("/api/measures/Nobody", 404), ("/api/flags/none", 404), ("/api/other", 404),
    ])
    func problemsAreJSON(path: String, status: Int) async throws {
        let problem: Problem = try await json(path, status: status)
        #expect(problem.error.status == status && !problem.error.message.isEmpty)
    }
}
