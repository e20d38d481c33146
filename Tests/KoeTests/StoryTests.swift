import Foundation
import Testing

/// The stories Koe grew from, retold: what must come out of them stands in the design's table.
struct StoryTests {
    private struct Voice: Decodable {
        let brand: String
        let facets: [String: Int]
        let signals: [String]
        let relation: String?
        let is_early_sign: Int
        let month: String
    }

    private func voices(of stories: [String], then check: ([Voice], String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let files = stories.map { KoeProcess.checkout.appending(path: "Reports/sample/stories/\($0)").path }
        #expect(try KoeProcess.run(["-w", workspace, "import"] + files).status == 0)
        let run = try KoeProcess.run(["-w", workspace, "run"])
        #expect(run.status == 0, "\(run.errors)")
        let lines = try KoeProcess.run(["-w", workspace, "export", "voices"]).output.split(separator: "\n")
        let voices = try lines.map { try JSONDecoder().decode(Voice.self, from: Data($0.utf8)) }
        try check(voices, workspace)
    }

    @Test(arguments: ["gum.ja.txt", "gum.en.txt"])
    func gumStoryIsOneCaseWithReadersBesideIt(story: String) throws {
        try voices(of: [story]) { voices, workspace in
            #expect(voices.allSatisfy { $0.brand == "Lotte" })
            let own = try #require(voices.first { $0.relation == "same_case" })
            let praised = own.facets.filter { $0.value > 0 }.keys
            let expected = ["access", "courtesy", "explanation", "prevention", "remedy", "follow-through"]
            #expect(Set(praised).isSuperset(of: expected), "\(own.facets)")
            #expect(own.facets.values.allSatisfy { $0 > 0 }, "\(own.facets)")
            #expect(Set(own.signals).isSuperset(of: ["fan", "cross-buy"]), "\(own.signals)")
            let similar = try #require(voices.first { $0.relation == "similar_case" })
            #expect(similar.month == "2014-12")
            #expect(similar.facets["explanation"] ?? 0 < 0 && similar.facets["responsibility"] ?? 0 < 0)
            #expect(similar.is_early_sign == 1)
            let flags = try KoeProcess.run(["-w", workspace, "export", "flags"])
            #expect(flags.output.isEmpty, "nothing is flagged on a handful of voices")
        }
    }

    @Test(arguments: ["four-stories.ja.txt", "four-stories.en.txt"])
    func oneDocumentIsSplitIntoFourVoices(story: String) throws {
        try voices(of: [story]) { voices, _ in
            #expect(voices.map(\.brand).sorted() == ["Apple", "BOSE", "Uber", "Zappos"])
            let expected = [
                "BOSE": ["speed", "remedy", "beyond"], "Zappos": ["courtesy", "beyond"],
                "Uber": ["speed", "explanation", "remedy"], "Apple": ["beyond"],
            ]
            for voice in voices {
                let praised = Set(voice.facets.filter { $0.value > 0 }.keys)
                #expect(praised.isSuperset(of: expected[voice.brand] ?? []), "\(voice.brand): \(voice.facets)")
                #expect(voice.facets.values.allSatisfy { $0 >= 0 }, "\(voice.brand): \(voice.facets)")
            }
            #expect(voices.first { $0.brand == "Uber" }?.signals.contains("repurchase") == true)
            #expect(voices.first { $0.brand == "Zappos" }?.signals.contains("recommend") == true)
        }
    }

    @Test func contributionsSumToTheMeasure() throws {
        struct Side: Decodable {
            struct Contribution: Decodable { let basisPoints: Int }
            let n: Int
            let sum: Int
            let strength: Double
            let contributions: [Contribution]
        }
        struct Explanation: Decodable {
            struct Compared: Decodable { let voices, supportSum, brandSum, differenceSum: Int }
            let support: Side
            let brandSide: Side
            let difference: Side
            let compared: Compared
            let verdict: [String]
        }
        try voices(of: ["gum.ja.txt"]) { _, workspace in
            let result = try KoeProcess.run(["-w", workspace, "--json", "why", "measure", "Lotte", "all"])
            let explanation = try JSONDecoder().decode(Explanation.self, from: Data(result.output.utf8))
            for side in [explanation.support, explanation.brandSide] {
                #expect(side.contributions.count == side.n)
                #expect(side.contributions.reduce(0) { $0 + $1.basisPoints } == side.sum)
                #expect(side.strength == 50 * (1 + Double(side.sum) / Double(10_000 * side.n)))
            }
            let (difference, compared) = (explanation.difference, explanation.compared)
            #expect(difference.contributions.reduce(0) { $0 + $1.basisPoints } == difference.sum)
            #expect(difference.strength == 50 * Double(difference.sum) / Double(10_000 * difference.n))
            #expect(compared.voices == difference.n && compared.differenceSum == difference.sum)
            #expect(compared.supportSum - compared.brandSum == compared.differenceSum)
            #expect(explanation.verdict.first?.contains("サポート力とブランド力を比較できません") == true)
        }
    }
}
