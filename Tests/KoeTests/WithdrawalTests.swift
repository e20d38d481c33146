import Foundation
import Testing

/// Comments that their source shows as taken back in a later export.
struct WithdrawalTests {
    private let workspace: ImportedWorkspace
    private let header = "id,posted_at,updated_at,brand,text,rating,is_deleted"

    init() throws { workspace = try ImportedWorkspace() }

    private func row(_ id: Int, updated day: Int, _ text: String, deleted: Bool = false) -> String {
        "r\(id),2026-03-01T09:00:00Z,2026-03-\(10 + day)T09:00:00Z,shop,\(text),4,\(deleted)"
    }

    private func export(_ name: String, _ rows: [String], in other: ImportedWorkspace? = nil) throws -> String {
        try (other ?? workspace).file(name, [header] + rows)
    }

    @Test func aCommentThatComesAgainAsDeletedGoesAndIsSaid() throws {
        let march = try export("march.csv", [row(1, updated: 1, "first"), row(2, updated: 1, "second")])
        let april = try export("april.csv", [row(1, updated: 5, "", deleted: true), row(3, updated: 5, "third")])
        try workspace.load(march, "--source", "shop")
        let said = try workspace.load(april, "--source", "shop")
        #expect(said.contains("april.csv: 1 comments stored before were taken back by their source"), "\(said)")
        #expect(try workspace.texts() == ["second", "third"])
    }

    /// The voices still count them.
    @Test func aReportCanBeMadeThoughCommentsWereTakenBackSinceTheMeasuring() throws {
        try workspace.load(try export("march.csv", [row(1, updated: 1, "first")]), "--source", "shop")
        for stage in ["score", "link", "measure"] { _ = try workspace.koe([stage]) }
        try workspace.load(try export("april.csv", [row(1, updated: 5, "", deleted: true)]), "--source", "shop")
        let result = try workspace.koe(["report"])
        #expect(result.output.contains("reports/latest"), "\(result.output) \(result.errors)")
    }

    @Test func anyOrderOfFilesLeavesTheSameComments() throws {
        let rows = [
            [row(1, updated: 1, "first"), row(2, updated: 1, "second"), row(3, updated: 1, "third")],
            [row(1, updated: 5, "", deleted: true), row(2, updated: 5, "", deleted: true)],
            [row(2, updated: 8, "second again")],
        ]
        var hashes: Set<String> = []
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let one = try ImportedWorkspace()
            for place in order { try one.load(try export("\(place).csv", rows[place], in: one), "--source", "shop") }
            #expect(try one.texts() == ["second again", "third"], "\(order)")
            hashes.insert(try one.hash())
        }
        #expect(hashes.count == 1)
    }

    @Test func anOlderExportThatIsImportedAgainBringsNothingBack() throws {
        let plain = "id,brand,text,is_deleted"
        let old = try workspace.file("old.csv", [plain, "a,shop,gone,false", "b,shop,stays,false"])
        let new = try workspace.file("new.csv", [plain, "a,shop,,true"])
        let older = try workspace.file("older.csv", [plain, "a,shop,gone,false"])
        for file in [old, new, older, old] { try workspace.load(file, "--source", "shop") }
        #expect(try workspace.texts() == ["stays"])
    }

    @Test func takingTheImportBackBringsTheCommentBack() throws {
        let march = try export("march.csv", [row(1, updated: 1, "first")])
        let april = try export("april.csv", [row(1, updated: 5, "", deleted: true)])
        try workspace.load(march, "--source", "shop")
        let before = try workspace.hash()
        try workspace.load(april, "--source", "shop")
        #expect(try workspace.texts().isEmpty)
        try workspace.koe(["import", "undo", "april.csv"])
        #expect(try workspace.texts() == ["first"])
        #expect(try workspace.hash() == before)
    }

    /// The edit that stood before stays away too; a state written after the deletion counts.
    @Test func earlierStatesGoWithTheOneThatWasTakenBack() throws {
        try workspace.load(try export("a.csv", [row(1, updated: 1, "draft")]), "--source", "shop")
        try workspace.load(try export("b.csv", [row(1, updated: 2, "final")]), "--source", "shop")
        try workspace.load(try export("c.csv", [row(1, updated: 5, "", deleted: true)]), "--source", "shop")
        #expect(try workspace.texts().isEmpty)
        try workspace.koe(["import", "undo", "b.csv"])
        #expect(try workspace.texts().isEmpty)
    }

    @Test func anErasedCommentStaysAwayWhateverItsSourceSays() throws {
        try workspace.load(try export("a.csv", [row(1, updated: 1, "first")]), "--source", "shop")
        try workspace.koe(["erase", "--comment", "shop:r1"])
        let last = row(1, updated: 5, "", deleted: true)
        try workspace.load(try export("b.csv", [last, row(2, updated: 5, "second")]), "--source", "shop")
        #expect(try workspace.texts() == ["second"])
    }
}
