import Foundation
import Testing

/// What a terminal shows of comments hides people as the pages do, unless it is asked not to.
struct WhyMaskingTests {
    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
        var rows = (0..<30).map { number in
            """
            {"id":"\(number)","brand":"Lotte","author":"\(number == 0 ? "Fenwick Osric" : "Writer \(number)")","posted_at":"2014-0\(1 + number % 9)-10T00:00:00Z",\
            "text":"The support was quick and polite."}
            """
        }
        rows.append(
            """
            {"id":"sign","brand":"Lotte","author":"Quillfeather Anne","posted_at":"2015-12-10T00:00:00Z",\
            "text":"Dear Mr Fenwick, I am anne.q@example.org, and the support was slow and rude, 090-5555-1234."}
            """
        )
        let file = try folder.file("r.ndjson", rows.joined(separator: "\n"))
        let run = try KoeProcess.run(["-w", workspace, "run", file])
        try #require(run.status == 0, "\(run.errors)")
    }

    private func output(_ arguments: [String]) throws -> String {
        let result = try KoeProcess.run(["-w", workspace] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    /// The id of the early sign that the last comment is.
    private func sign() throws -> String {
        let table = try String(contentsOfFile: workspace + "/reports/latest/csv/early-signs.csv", encoding: .utf8)
        return try #require(table.split(separator: ",").first { $0.hasPrefix("author/Lotte/") }.map(String.init))
    }

    private static let personal = ["Quillfeather", "Fenwick", "anne.q@example.org", "5555-1234"]

    @Test func peopleAreHiddenWhereverTheirWordsAreShown() throws {
        let questions = [
            ["why", "comment", "sign"], ["--json", "why", "comment", "sign"], ["why", "flag", try sign()],
            ["why", "measure", "Lotte", "2015"], ["search", "slow"],
        ]
        for question in questions {
            let shown = try output(question)
            #expect(shown.contains("slow"), "\(question)")
            for word in Self.personal { #expect(!shown.contains(word), "\(question): \(word)") }
        }
    }

    @Test func matchesStandInTheHiddenText() throws {
        let shown = try output(["why", "comment", "sign"])
        #expect(shown.contains("Q…") && shown.contains("Dear Mr F…"))
        #expect(shown.contains("slow and rude]("))
        let unmasked = try output(["why", "comment", "sign", "--unmask"])
        #expect(unmasked.contains("slow and rude](") && Self.personal.allSatisfy { unmasked.contains($0) })
    }

    @Test func whoeverMayAsksForThePeople() throws {
        for question in [["why", "flag", try sign()], ["search", "slow"], ["--json", "why", "comment", "sign"]] {
            #expect(try output(question + ["--unmask"]).contains("Quillfeather"), "\(question)")
        }
    }
}
