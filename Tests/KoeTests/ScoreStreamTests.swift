import Foundation
import Testing

struct ScoreStreamTests {
    private struct Line: Decodable {
        let id: String
        let score: Double
    }

    @Test func everyLineIsAnsweredInOrder() throws {
        let input = (0..<3_000).map { "{\"id\":\"\($0)\",\"text\":\"\($0 % 2 == 0 ? "great" : "terrible")\"}\n" }
            .joined()
        let result = try KoeProcess.run(["score", "--stream"], input: input)
        #expect(result.status == 0, "\(result.errors)")
        let lines = try result.output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(lines.map(\.id) == (0..<3_000).map(String.init))
        #expect(lines.enumerated().allSatisfy { ($0.element.score > 0) == $0.offset.isMultiple(of: 2) })
    }

    @Test func idIsEchoedAsItCame() throws {
        let input = "{\"id\":7,\"text\":\"a\"}\n{\"text\":\"b\",\"id\":\"七\"}\n"
        let lines = try KoeProcess.run(["score", "--stream"], input: input).output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains("\"id\":7,"))
        #expect(lines[1].contains("\"id\":\"七\""))
    }

    @Test func trailerCountsTheRows() throws {
        let result = try KoeProcess.run(["score", "--stream", "--trailer"], input: "{\"id\":1,\"text\":\"ok\"}\n")
        let last = try #require(result.output.split(separator: "\n").last)
        #expect(last.hasPrefix("{\"trailer\":{\"rows\":1,\"sha256\":\""))
    }

    @Test(arguments: ["{\"id\":1}", "not json", "{\"id\":1,\"text\":\"\\ud800\"}x"])
    func badLineEndsWithItsNumberAndNoShortAnswer(line: String) throws {
        let result = try KoeProcess.run(["score", "--stream"], input: "{\"id\":0,\"text\":\"ok\"}\n\(line)\n")
        #expect(result.status == 4)
        #expect(result.errors.contains("2"))
    }

    @Test func emptyInputIsAnEmptyAnswer() throws {
        let result = try KoeProcess.run(["score", "--stream"])
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
    }

    @Test func blankLinesCountAsLinesAndNotAsRows() throws {
        let input = "\n{\"id\":0,\"text\":\"ok\"}\n\n\r\n{\"id\":1}\n"
        let result = try KoeProcess.run(["score", "--stream"], input: input)
        #expect(result.status == 4)
        #expect(result.errors.contains("5: "), "\(result.errors)")
        let good = try KoeProcess.run(["score", "--stream", "--trailer"], input: "\n{\"id\":0,\"text\":\"ok\"}\n\n")
        #expect(good.output.contains("\"rows\":1,"), "\(good.output)")
    }
}
