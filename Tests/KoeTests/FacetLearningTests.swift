import Foundation
import Testing

/// Learning from labelled facets and comparing the languages, as a user does it.
struct FacetLearningTests {
    private static let labelled =
        "text\tfacets\tsignals\n"
        + (0..<120).map { number in
            let (word, facets) = number.isMultiple(of: 2) ? ("quibblefish", "speed:-1") : ("frolicbird", "")
            return "my \(["seat", "room", "desk"][number / 2 % 3]) had a \(word) \(number)\t\(facets)\t\n"
        }
        .joined()

    @Test func labelledFacetsTeachTheWorkspace() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file("facets.tsv", Self.labelled)
        let list = folder.url.appending(path: "mine.tsv").path
        let learnt = try KoeProcess.run(["-w", workspace, "lexicon", "learn", "--facets", file, "--out", list])
        #expect(learnt.status == 0, "\(learnt.errors)")
        #expect(learnt.output.contains("koe -w \(workspace) lexicon accept \(list)"))
        let accepted = try KoeProcess.run(["-w", workspace, "lexicon", "accept", list])
        #expect(accepted.status == 0, "\(accepted.errors)")
        let input = "{\"id\":1,\"text\":\"there was a quibblefish here\",\"lang\":\"en\"}\n"
        let scored = try KoeProcess.run(["-w", workspace, "score", "--stream"], input: input)
        #expect(scored.output.contains("{\"name\":\"speed\",\"polarity\":-1,"), "\(scored.output)")
        #expect(scored.output.contains("\"rule\":\"learnt+for\""))
    }

    @Test func aFileWithoutFacetsIsRefused() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("facets.tsv", "text\tfacets\ngood\tspeed:-1\n")
        let result = try KoeProcess.run(["lexicon", "learn", "--facets", file])
        #expect(result.status == 4)
        #expect(result.errors.contains("1 labelled text, and learning needs 100"))
        let both = try KoeProcess.run(["lexicon", "learn", file, "--facets", file])
        #expect(both.status == 2)
    }

    /// Of three pairs English is read right in two and Japanese in one: F1 2·2/(2·2+1) = .800 and 2·1/(2·1+2) = .500.
    @Test func pairsAreCompared() throws {
        let folder = try TemporaryFolder()
        let pairs = """
            en\tja\tsentiment\tfacets\tsignals
            The staff were rude.\tスタッフの態度が悪い。\t-1\tcourtesy:-1\t
            The staff were rude.\t机は青い。\t-1\tcourtesy:-1\t
            The table is blue.\t机は青い。\t-1\tcourtesy:-1\t

            """
        let file = try folder.file("pairs.tsv", pairs)
        let result = try KoeProcess.run(["evaluate", "--pairs", file, "--json"])
        #expect(result.status == 0, "\(result.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let parity = try #require(object?["parity"] as? [String: Any])
        let rows = try #require(parity["rows"] as? [[String: Any]])
        let facets = try #require(rows.first { $0["measure"] as? String == "facets" })
        let difference = try #require(facets["difference"] as? [String: Double])
        #expect(abs((facets["english"] as? Double ?? 0) - 0.8) < 0.0005)
        #expect(abs((facets["japanese"] as? Double ?? 0) - 0.5) < 0.0005)
        #expect(abs((difference["value"] ?? 0) + 0.3) < 0.0005)
        // Each pair left out in turn the difference is −2/3, 0 and −1/3, so its error is √(2/3 · 2/9) = .3849, and t with
        // 2 degrees of freedom reaches 4.3027.
        #expect(abs((difference["low"] ?? 0) + 1.956) < 0.001)
        #expect(abs((difference["high"] ?? 0) - 1.356) < 0.001)
        #expect(parity["pairs"] as? Int == 3)
    }

    @Test func theShippedPairsAreCompared() throws {
        let result = try KoeProcess.run(["evaluate", "--pairs"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("pairs.tsv: 430 pairs"))
    }
}
