import Foundation
import Testing

/// A corrected mapping reads anew what is stored; an import is taken back.
struct RereadTests {
    private let workspace: ImportedWorkspace

    init() throws { workspace = try ImportedWorkspace() }

    private let rows =
        ["number,when,said,stars,also"] + (1...9).map { "n\($0),2026-03-0\($0),text \($0),\($0 % 5 + 1),x\($0)" }

    private func mapping(id: String = "number", text: String = "said", scale: String = "1..5") throws -> String {
        try workspace.file(
            "m.yaml",
            [
                "map:", "  id: \(id)", "  posted_at: {column: when, zone: Asia/Tokyo}", "  text: \(text)",
                "  rating: {column: stars, scale: \(scale)}",
            ]
        )
    }

    /// The newest reading alone: as if there had never been another.
    @Test(arguments: ["reread", "import"]) func aCorrectedMappingLeavesNothingOfTheOldReading(command: String) throws {
        let file = try workspace.file("survey.csv", rows)
        try workspace.load(file, "--map", try mapping(id: "stars", text: "also", scale: "5..1"))
        let corrected = try mapping()
        try workspace.koe(command == "reread" ? ["reread"] : ["import", file, "--map", corrected])
        #expect(try workspace.texts() == (1...9).map { "text \($0)" })
        let other = try ImportedWorkspace()
        try other.load(file, "--map", corrected)
        #expect(try other.hash() == workspace.hash())
        #expect(try workspace.koe(["reread"]).output.contains("imported 0 new and 0 updated rows"))
        #expect(try other.hash() == workspace.hash())
    }

    @Test func aRereadNeedsNoFile() throws {
        let file = try workspace.file("survey.csv", rows)
        try workspace.load(file, "--map", try mapping(scale: "5..1"))
        try FileManager.default.removeItem(atPath: file)
        _ = try mapping()
        try workspace.koe(["reread", "survey"])
        #expect(try workspace.rows().map(\.rating) == (1...9).map { Double($0 % 5 + 1) })
    }

    /// The same bytes in two sources: what is said of the one is not said of the other.
    @Test func aMappingOfAnotherSourceIsNotTaken() throws {
        let file = try workspace.file("survey.csv", ["id,text,said", "1,Slow desk,Fast desk", "2,Late,Early"])
        try workspace.load(file)
        let map = try workspace.file("other.yaml", ["map: {id: id, text: said}"])
        try workspace.load(file, "--source", "other", "--map", map)
        try workspace.koe(["reread"])
        #expect(try workspace.texts() == ["Early", "Fast desk", "Late", "Slow desk"])
        let broken = try workspace.file("broken.yaml", ["map: {id: id, text: nothing}"])
        try workspace.koe(["import", file, "--source", "third", "--map", broken], status: 2)
        try workspace.koe(["reread", "survey"])
        #expect(try workspace.texts() == ["Early", "Fast desk", "Late", "Slow desk"])
    }

    @Test func aSourceThatWasNeverImportedCannotBeReread() throws {
        let said = try workspace.koe(["reread", "nothing"], status: 4).errors
        #expect(said.contains("nothing was imported of the source \"nothing\""), "\(said)")
    }

    @Test func anImportIsTakenBackWholeAndSaysWhatItRemoved() throws {
        let old = ["id,posted_at,text", "r1,2026-03-01,old", "r2,2026-03-01,both"]
        try workspace.load(try workspace.file("old.csv", old))
        let before = try workspace.hash()
        let later = ["id,posted_at,text", "r1,2026-03-02,new", "r3,2026-03-02,third", "r4,2026-03-02,too,many"]
        try workspace.koe(["import", try workspace.file("new.csv", later), "--source", "old"], status: 1)
        #expect(try workspace.texts() == ["both", "new", "third"])
        let rehearsed = try workspace.koe(["import", "undo", "new.csv", "--dry-run"]).output
        #expect(rehearsed.contains("would be removed: 1 comments, 0 cases, 1 rows in quarantine"), "\(rehearsed)")
        let undone = try workspace.koe(["import", "undo", "new.csv"]).output
        #expect(undone.contains("removed: 1 comments, 0 cases, 1 rows in quarantine"), "\(undone)")
        #expect(undone.contains("1 comments return to their earlier state"))
        #expect(try workspace.texts() == ["both", "old"])
        #expect(try workspace.hash() == before)
    }

    /// What stands in another file too is there again, whichever came first.
    @Test(arguments: ["first.csv", "second.csv"]) func whatOtherFilesHoldStays(undone: String) throws {
        let first = try workspace.file("first.csv", ["text,rating", "one,1", "two,2"])
        let second = try workspace.file("second.csv", ["text,rating", "two,2", "three,3"])
        try workspace.load(first, second, "--source", "s")
        try workspace.koe(["import", "undo", undone])
        let other = try ImportedWorkspace()
        try other.load(undone == "first.csv" ? second : first, "--source", "s")
        #expect(try workspace.texts() == (undone == "first.csv" ? ["three", "two"] : ["one", "two"]))
        #expect(try workspace.hash() == other.hash())
    }

    @Test func aRunIsTakenBackByItsNumber() throws {
        try workspace.load(
            try workspace.file("a.csv", ["text,rating", "one,1"]),
            try workspace.file("b.csv", ["text,rating", "two,2"])
        )
        #expect(try workspace.koe(["import", "undo", "1"]).output.contains("removed: 2 comments"))
        #expect(try workspace.rows().isEmpty)
        try workspace.koe(["import", "undo", "77"], status: 4)
    }

    @Test func theEndOfAPathNamesItsFile() throws {
        let file = try workspace.file("a.csv", ["text,rating", "one,1"])
        try workspace.load(file)
        let end = file.split(separator: "/").suffix(2).joined(separator: "/")
        #expect(try workspace.koe(["import", "undo", end]).output.contains("removed: 1 comments"))
    }
}
