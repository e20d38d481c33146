import Foundation
import Testing

/// Rows that cannot be used: looked at, mended, read again, dropped.
struct QuarantineTests {
    private let workspace: ImportedWorkspace
    private let header = "id,posted_at,text,rating"

    init() throws { workspace = try ImportedWorkspace() }

    private func load(_ lines: [String]) throws -> String {
        try workspace.load(try workspace.file("r.csv", [header] + lines), "--map", try mapping(), status: 1)
    }

    private func mapping(hasIDs: Bool = true, scale: String = "1..5") throws -> String {
        let fields = ["  posted_at: {column: posted_at, zone: UTC}", "  text: text"]
        let rating = "  rating: {column: rating, scale: \(scale)}"
        return try workspace.file("m.yaml", ["map:"] + (hasIDs ? ["  id: id"] : []) + fields + [rating])
    }

    @Test func theImportItselfSaysWhyWithLineAndByte() throws {
        let said = try load(["1,2026-03-01,good,4", "2,2026-03-01,odd,9", "3,2026-03-01,short", "4,2026-03-01,odd,8"])
        #expect(said.contains("in quarantine:"))
        // The header is 25 bytes with its line end, the first row 20.
        #expect(said.contains("r.csv:3:45") && said.contains("badRating"), "\(said)")
        #expect(said.contains("badSyntax"))
    }

    @Test func listShowAndExportAgree() throws {
        _ = try load(["1,2026-03-01,good,4", "2,2026-03-01,odd,9", "3,2026-03-01,short"])
        let list = try workspace.koe(["quarantine", "list"]).output
        #expect(list.contains("r.csv:3") && list.contains("r.csv:4") && list.contains("badRating"), "\(list)")
        #expect(try !workspace.koe(["quarantine", "list", "badSyntax"]).output.contains("badRating"))
        let shown = try workspace.koe(["quarantine", "show", "badRating"]).output
        #expect(shown.contains("2,2026-03-01,odd,9") && !shown.contains("short"))
        let export = try workspace.koe(["quarantine", "export"]).output
        #expect(export == "2,2026-03-01,odd,9\n3,2026-03-01,short\n", "\(export)")
        try workspace.koe(["quarantine", "show", "nothing"], status: 4)
    }

    @Test func dropForgetsRowsForGood() throws {
        _ = try load(["1,2026-03-01,good,4", "2,2026-03-01,odd,9", "3,2026-03-01,short"])
        #expect(
            try workspace.koe(["quarantine", "drop", "badRating", "--dry-run"]).output.contains("would drop 1 rows")
        )
        #expect(try workspace.koe(["quarantine", "drop", "badRating"]).output.contains("dropped 1 rows"))
        #expect(try workspace.koe(["quarantine", "list"]).output.contains("badSyntax"))
        #expect(try !workspace.koe(["quarantine", "list"]).output.contains("badRating"))
        try workspace.koe(["quarantine", "drop", "badRating"], status: 4)
    }

    @Test func replayReadsRowsWithTheMendedMapping() throws {
        let rows = ["1,2026-03-01,good,4", "2,2026-03-01,odd,9", "3,2026-03-01,odd,10"]
        let file = try workspace.file("r.csv", [header] + rows)
        try workspace.load(file, "--map", try mapping(), status: 1)
        #expect(try workspace.rows().count == 1)
        try FileManager.default.removeItem(atPath: file)
        _ = try mapping(scale: "1..10")
        let said = try workspace.koe(["quarantine", "replay", "badRating"]).output
        #expect(said.contains("imported 2 new and 1 updated rows"), "\(said)")
        #expect(try workspace.rows().map(\.rating) == [4, 9, 10])
        #expect(try workspace.koe(["quarantine"]).output.contains("nothing is in quarantine"))
        try workspace.koe(["quarantine", "replay"], status: 4)
    }

    /// The file is mended and comes again, with ids or without.
    @Test(arguments: [true, false]) func rowsThatComeInMendedLeaveQuarantine(haveIDs: Bool) throws {
        let bad = ["a,2026-03-01,one,1", "b,2026-03-01,two,9", "c,2026-03-01,three,3", "d,2026-03-01,four,8"]
        let mended = ["a,2026-03-01,one,1", "b,2026-03-01,two,5", "c,2026-03-01,three,3", "d,2026-03-01,four,4"]
        let map = try mapping(hasIDs: haveIDs)
        try workspace.load(try workspace.file("r.csv", [header] + bad), "--map", map, status: 1)
        try workspace.load(try workspace.file("r.csv", [header] + mended), "--map", map)
        #expect(try workspace.koe(["quarantine"]).output.contains("nothing is in quarantine"))
        let other = try ImportedWorkspace()
        try other.load(try workspace.file("r.csv", [header] + mended), "--map", map)
        #expect(try other.hash() == workspace.hash())
    }

    /// A row that overlapping files hold is one, two equal rows are two, and an undo leaves what stands elsewhere.
    @Test func aRowOfSeveralFilesWaitsOnce() throws {
        let bad = "2,2026-03-01,odd,9"
        let first = try workspace.file("first.csv", [header, "1,2026-03-01,good,4", bad, bad])
        let second = try workspace.file("second.csv", [header, bad, "3,2026-03-01,kind,5"])
        let map = try mapping()
        var hashes: Set<String> = []
        for order in [[first, second], [second, first], [second, first, second]] {
            let workspace = try ImportedWorkspace()
            for file in order {
                _ = try KoeProcess.run(["-w", workspace.path, "import", file, "--source", "s", "--map", map])
            }
            #expect(try workspace.koe(["quarantine", "export"]).output == "\(bad)\n\(bad)\n")
            hashes.insert(try workspace.hash())
            try workspace.koe(["reread"], status: 1)
            hashes.insert(try workspace.hash())
            try workspace.koe(["import", "undo", "first.csv"])
            #expect(try workspace.koe(["quarantine", "export"]).output == "\(bad)\n")
        }
        #expect(hashes.count == 1)
    }

    @Test func nothingStoredSaysWhy() throws {
        let said = try load(["1,2026-03-01,good,14", "2,2026-03-01,odd,19"])
        #expect(said.contains("none of its 2 rows was stored: line 2, byte 25: badRating"), "\(said)")
    }
}
