import Testing

/// A report made between an import and the measuring after it.
struct UnmeasuredCommentTests {
    private let workspace: ImportedWorkspace

    init() throws { workspace = try ImportedWorkspace() }

    private func load(_ file: String, _ ids: [Int]) throws {
        let rows = ids.map { "c\($0),2026-03-0\($0),Lotte,The answer came at once." }
        try workspace.load(try workspace.file(file, ["id,posted_at,brand,text"] + rows), "--source", "s")
    }

    /// What waits is not said to name no brand, neither where nothing was measured nor beside what was.
    @Test func whatIsNotMeasuredYetIsSaidToBeSo() throws {
        #expect(try workspace.koe(["report"], status: 4).errors.contains("no comment is stored"))
        try load("first.csv", [1, 2])
        let early = try workspace.koe(["report"], status: 4).errors
        #expect(early.contains("not measured yet and in no number: 2; run koe run"), "\(early)")
        try workspace.koe(["run"])
        try load("second.csv", [3])
        let beside = try workspace.koe(["report"]).output
        #expect(beside.contains("not measured yet and in no number: 1; run koe run"), "\(beside)")
        #expect(!beside.contains("name no known brand"), "\(beside)")
        let whole = try workspace.koe(["run"]).output
        #expect(!whole.contains("not measured yet"), "\(whole)")
    }
}
