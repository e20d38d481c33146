import Foundation
import Testing

/// A night scores titles with their texts.
struct TitleNightTests {
    private struct Explained: Decodable {
        struct Comment: Decodable {
            struct Part: Decodable {
                let words: String
                let `in`: String?
            }
            struct Mention: Decodable {
                let name: String
                let words: String
            }
            let title: String?
            let parts: [Part]
            let facets: [Mention]
        }
        let comments: [Comment]
    }

    private func explained(_ row: String) throws -> Explained.Comment {
        let workspace = try ImportedWorkspace()
        try workspace.load(try workspace.file("rows.ndjson", [row]), "--source", "shop")
        try workspace.koe(["score"])
        let output = try workspace.koe(["why", "comment", "1", "--json"]).output
        return try #require(JSONDecoder().decode(Explained.self, from: Data(output.utf8)).comments.first)
    }

    @Test func aReviewIsScoredWithItsTitle() throws {
        let comment = try explained(#"{"id":"1","brand":"Shop","title":"Rude clerk","text":"It came on Monday."}"#)
        #expect(comment.title == "Rude clerk")
        #expect(comment.facets.map(\.name) == ["courtesy"])
        #expect(comment.facets.map(\.words) == ["Rude clerk"])
        #expect(comment.parts.first?.in == "title")
        #expect(comment.parts.first?.words == "Rude clerk")
    }

    @Test func theTitleOfAThreadIsNot() throws {
        let row = #"{"id":"2","brand":"Shop","title":"Rude clerk","text":"It came on Monday.","thread_id":"1"}"#
        let comment = try explained(row)
        #expect(comment.title == nil)
        #expect(comment.facets.isEmpty)
    }
}
