import Foundation
import Testing

/// `koe why case`: the case, and others that told the same.
struct SimilarCaseTests {
    private struct Explanation: Decodable {
        struct Similar: Decodable {
            let caseID: String
            let likeness: Double
        }

        let similar: [Similar]
        let customer: String?
    }

    private let workspace: ImportedWorkspace

    /// Seven lamps that broke, a parcel that was lost, and a case that says nothing.
    init() throws {
        workspace = try ImportedWorkspace()
        let subjects =
            (1...7).map { "After \($0) days the \($0 < 3 ? "desk lamp" : "lamp") broke" } + ["My parcel was lost"]
        var cases = subjects.enumerated().map { place, subject in
            """
            {"case_id":"K\(place + 1)","brand":"Acme","product":"Lamp","customer":"Kaworu Nagisa",\
            "opened_at":"2020-05-11T00:00:00Z","subject":"\(subject)"}
            """
        }
        cases.append("{\"case_id\":\"K9\",\"brand\":\"Acme\",\"product\":\"Lamp\"}")
        try workspace.load(try workspace.file("cases.ndjson", cases))
        try workspace.koe(["link"])
    }

    private func similar(_ id: String) throws -> [String] {
        let json = try workspace.koe(["why", "case", id, "--json"]).output
        let found = try JSONDecoder().decode(Explanation.self, from: Data(json.utf8))
        #expect(found.similar.map(\.likeness) == found.similar.map(\.likeness).sorted(by: >))
        #expect(found.customer != "Kaworu Nagisa")
        return found.similar.map(\.caseID)
    }

    @Test func theFiveMostAlikeAreShown() throws {
        #expect(try similar("K1") == ["K2", "K3", "K4", "K5", "K6"])
        #expect(try similar("K8").isEmpty)
        #expect(try similar("K9").isEmpty)
        #expect(try workspace.koe(["why", "case", "K1"]).output.contains("others told the same"))
        try workspace.koe(["why", "case", "K99"], status: 4)
    }

    @Test func casesThatAreOneAreNoOthers() throws {
        try workspace.koe(["review", "merge", "K2", "K1", "--by", "Misato"])
        try workspace.koe(["review", "merge", "K4", "K3", "--by", "Misato"])
        try workspace.koe(["link"])
        #expect(try similar("K1") == ["K3", "K5", "K6", "K7"])
    }

    /// What comes, changes and goes in a night is found, and found no more.
    @Test func theIndexFollowsTheCases() throws {
        try workspace.load(
            try workspace.file(
                "more.ndjson",
                ["{\"case_id\":\"K0\",\"brand\":\"Acme\",\"product\":\"Lamp\",\"subject\":\"The desk lamp broke at once\"}"]
            )
        )
        try workspace.koe(["link"])
        #expect(try similar("K1").prefix(2) == ["K2", "K0"])
        try workspace.koe(["erase", "--case", "K0"])
        #expect(try !similar("K1").contains("K0"))
    }
}
