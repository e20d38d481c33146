import Foundation
import Testing

/// `koe lexicon audit` on workspaces of known ratings.
struct LexiconAuditTests {
    /// Praise in a house where half are unhappy, with "brassy" rated low and "floopy" as all the others are.
    private func workspace(_ folder: TemporaryFolder) throws -> String {
        let workspace = try folder.workspace()
        let lists = URL(filePath: workspace).appending(path: "lexicon")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        let head = "#language: en\nterm\tkind\tpos\tvalence\tfacet\tpolarity\tsignal\tweight\tsource\tlicence\tnote\n"
        let rows = "brassy\tlemma\t\t500\t\t\t\t\town\town\t\nfloopy\tlemma\t\t\t\t\tfan\t\town\town\t\n"
        try Data((head + rows).utf8).write(to: lists.appending(path: "own.tsv"))
        let words = ["brassy", "floopy", "floopy", "terrible", "wonderful"]
        let stars = [1, 5, 1, 1, 5]
        let lines = (0..<300).map { number in
            "{\"id\":\"c\(number)\",\"text\":\"the box is \(words[number % 5])\",\"rating\":\(stars[number % 5])}\n"
        }
        let file = try folder.file("reviews.ndjson", lines.joined())
        for step in [["import", file], ["score"]] {
            let result = try KoeProcess.run(["-w", workspace] + step)
            try #require(result.status == 0, "\(result.errors)")
        }
        return workspace
    }

    @Test func wordsAgainstTheirRatingsAreListed() throws {
        let folder = try TemporaryFolder()
        let workspace = try workspace(folder)
        let result = try KoeProcess.run(["-w", workspace, "--json", "lexicon", "audit"])
        #expect(result.status == 1, "\(result.errors)")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(findings.map { $0["entry"] as? String } == ["brassy", "floopy"])
        #expect(findings.map { $0["verdict"] as? String } == ["against", "silent"])
        #expect(findings[0]["low"] as? Int == 60 && findings[0]["high"] as? Int == 0)
        #expect(findings[0]["agreementHigh"] as? Double == 0.0602)  // Wilson for 0 of 60: z² / (60 + z²).
        #expect(findings[1]["kinds"] as? [String] == ["signal fan"])
        #expect(object["comments"] as? Int == 300 && object["tested"] as? Int == 4)
        let text = try KoeProcess.run(["-w", workspace, "lexicon", "audit"])
        #expect(text.status == 1)
        #expect(text.output.contains("2 disagree with their ratings") && text.output.contains("0 %–6 %"))
        let few = try KoeProcess.run(["-w", workspace, "lexicon", "audit", "--least", "1000"])
        #expect(few.status == 0)
        #expect(few.output.contains("0 entries with 1000 low or high ratings: none disagrees"))
    }

    @Test func nothingToLookAtIsFourAndSaysWhy() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let none = try KoeProcess.run(["-w", workspace, "lexicon", "audit"])
        #expect(none.status == 4)
        #expect(none.errors.contains("no rated comment"), "\(none.errors)")
        let file = try folder.file("one.ndjson", "{\"id\":\"a\",\"text\":\"fine\",\"rating\":5}\n")
        #expect(try KoeProcess.run(["-w", workspace, "import", file]).status == 0)
        let unscored = try KoeProcess.run(["-w", workspace, "lexicon", "audit"])
        #expect(unscored.status == 4)
        #expect(unscored.errors.contains("1 comments are not scored"), "\(unscored.errors)")
    }

    @Test func definitionsNeedNoWorkspace() throws {
        let result = try KoeProcess.run(["lexicon", "audit", "--definitions"])
        #expect(result.status == 0)
        #expect(result.output.contains("Wilson") && result.output.contains("Benjamini and Hochberg"))
    }
}
