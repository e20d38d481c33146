import Foundation
import Testing

/// `koe link train` and `koe link accept`, as a person uses them.
struct LinkTrainingTests {
    private struct Link: Decodable {
        let comment_id: String
        let case_id: String?
        let status: String
    }

    private struct Training: Decodable {
        struct Trial: Decodable {
            let right: Int
            let wrong: Int
            let missed: Int
        }

        struct Weight: Decodable {
            let name: String
            let inUse: Int
            let learnt: Int
        }

        let comments: Int
        let decisions: Int
        let hardCases: Int
        let before: Trial
        let after: Trial
        let weights: [Weight]
    }

    private let workspace: ImportedWorkspace

    /// Thirty customers, each with a case and three comments: one that quotes the number, and two under the name, one of
    /// which never names the product rightly.
    init() throws {
        workspace = try ImportedWorkspace()
        let people = (0..<30).map {
            "\(["Asuka", "Rei", "Kaworu", "Toji", "Hikari"][$0 % 5]) \(Self.letters($0))son"
        }
        let cases = people.enumerated().map { place, person in
            """
            {"case_id":"K\(place)","number":"\(98_760_000 + 37 * place)","brand":"Acme","product":"Lamp",\
            "customer":"\(person)","opened_at":"2020-05-1\(place % 10)T00:00:00Z","subject":"the lamp is broken"}
            """
        }
        let comments = people.enumerated().flatMap { place, person in
            ["My case \(98_760_000 + 37 * place) is open.", "Nobody answers me about the broken lamp.", "So slow."]
                .enumerated().map {
                    kind,
                    text in
                    """
                    {"id":"c\(place)-\(kind)","source":"blog","brand":"Acme","product":"\(kind == 2 ? "Torch" : "Lamp")",\
                    "author":"\(person)","text":"\(text)","posted_at":"2020-05-2\(place % 10)T00:00:00Z"}
                    """
                }
        }
        try workspace.load(try workspace.file("cases.ndjson", cases), try workspace.file("c.ndjson", comments))
        try workspace.koe(["link"])
    }

    /// Six letters, of which those of any two numbers differ in three at least.
    private static func letters(_ number: Int) -> String {
        let pair = [97 + UInt32(number / 5), 107 + UInt32(number % 5)].compactMap(Unicode.Scalar.init)
        return String(String.UnicodeScalarView(pair + pair + pair))
    }

    private func linked() throws -> Set<String> {
        let rows = try workspace.koe(["export", "links"]).output.split(separator: "\n")
            .map { try JSONDecoder().decode(Link.self, from: Data($0.utf8)) }
        return Set(rows.filter { $0.case_id != nil && $0.status != "review" }.map(\.comment_id))
    }

    private func train(_ file: String) throws -> Training {
        let output = try workspace.koe(["link", "train", "--out", file, "--json"]).output
        return try JSONDecoder().decode(Training.self, from: Data(output.utf8))
    }

    @Test func trainingProposesAndChangesNothing() throws {
        let before = try linked()
        let file = try workspace.file("weights.tsv", [])
        let training = try train(file)
        #expect(training.comments == 90 && training.decisions == 0 && training.hardCases == 30)
        #expect(training.before.right + training.before.wrong + training.before.missed == 30)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("koe link accept") && text.contains("\nnameSame\t"))
        try workspace.koe(["link"])
        #expect(try linked() == before)
        // The same again, whatever the process and its seeds.
        _ = try train(file)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    }

    @Test func decisionsTeach() throws {
        let names = (0..<30).map { "c\($0)-2" }
        for name in names {
            let caseID = "K\(name.dropFirst().prefix { $0 != "-" })"
            try workspace.koe(["review", "confirm", name, "--case", caseID, "--by", "Misato"])
        }
        let training = try train(try workspace.file("weights.tsv", []))
        #expect(training.decisions == 30)
        let other = try #require(training.weights.first { $0.name == "productOther" })
        let unknown = try #require(training.weights.first { $0.name == "productUnknown" })
        #expect(max(other.learnt - other.inUse, unknown.learnt - unknown.inUse) > 0)
    }

    @Test func acceptedWeightsLinkAndGoAgain() throws {
        let before = try linked()
        #expect(before.contains("c3-1") && before.contains("c3-0"))
        let file = try workspace.file("weights.tsv", ["nameSame\t-20000"])
        let rehearsed = try workspace.koe(["link", "accept", file, "--dry-run"]).output
        #expect(rehearsed.contains("would put 1 weights") && rehearsed.contains("→"))
        try workspace.koe(["link"])
        #expect(try linked() == before)
        try workspace.koe(["link", "accept", file])
        try workspace.koe(["link"])
        let after = try linked()
        #expect(!after.contains("c3-1") && after.isSubset(of: before))
        try FileManager.default.removeItem(at: workspace.folder.url.appending(path: "ws/linking.tsv"))
        try workspace.koe(["link"])
        #expect(try linked() == before)
    }

    @Test func badWeightsAreRefused() throws {
        let file = try workspace.file("weights.tsv", ["nameSame\t-250", "shoeSize\t3"])
        let result = try workspace.koe(["link", "accept", file], status: 4)
        #expect(result.errors.contains("line 2"))
        #expect(!FileManager.default.fileExists(atPath: workspace.folder.url.appending(path: "ws/linking.tsv").path))
    }
}
