import Foundation
import Testing

/// What the screen of an import tells beside its counts.
struct ImportScreenTests {
    private let workspace: ImportedWorkspace

    init() throws { workspace = try ImportedWorkspace() }

    @Test func rowsLeftOutByRuleAreNamedWithTheirCounts() throws {
        let lines = [
            "id,text,rating", "1,Slow desk,3", ",,", "2,Late again,4", "id,text,rating", ",,", "3,,", "合計,,7",
            "4,None,",
        ]
        let file = try workspace.file("a.csv", lines)
        let said = try workspace.koe(["import", file]).output
        #expect(said.contains("left out by rule:"), "\(said)")
        #expect(said.contains("   2  a.csv  emptyRow        every field is empty"), "\(said)")
        #expect(said.contains("   1  a.csv  repeatedHeader  the header once more"), "\(said)")
        #expect(said.contains("   3  a.csv  noAnswer        no answer in it"), "\(said)")
        #expect(try workspace.koe(["reread"]).output.contains("repeatedHeader"))
        let json = try workspace.koe(["--json", "import", try workspace.file("b.csv", lines + ["5,Fine,2"])]).output
        #expect(json.contains("\"leftOut\"") && json.contains("\"emptyRow\""), "\(json)")
    }

    /// An inbox of years holds thousands of files; a screen names those that it read.
    @Test func filesThatAreAsTheyWereAreCounted() throws {
        let files = try (1...3).map { try workspace.file("\($0).csv", ["id,text", "\($0),Slow desk"]) }
        try workspace.koe(["import"] + files)
        let two = try workspace.koe(["import", files[0], files[1]]).output
        #expect(two == "imported 0 new and 0 updated rows\n2 files are as they were last imported\n")
        let one = try workspace.koe(["import", files[2], try workspace.file("4.csv", ["id,text", "4,Late"])]).output
        #expect(one.contains("\n4.csv  csv") && one.contains("\n3.csv is as it was last imported"), "\(one)")
        #expect(!one.contains("\n3.csv  "), "\(one)")
    }

    /// A pattern that no file matched is told where a file came that none of them names.
    @Test func aPatternThatMatchesNothingIsTold() throws {
        let settings = "sources:\n  - {name: shop, files: \"rewiews*.csv\"}\n  - {name: calls, files: \"calls*.csv\"}\n"
        try Data(settings.utf8).write(to: URL(filePath: workspace.path + "/koe.yaml"))
        let calls = try workspace.file("calls-1.csv", ["id,text", "1,Nobody answered"])
        #expect(try !workspace.koe(["import", calls]).errors.contains("rewiews"))
        let reviews = try workspace.file("reviews-1.csv", ["id,text", "1,Fast and kind"])
        let said = try workspace.koe(["import", reviews]).errors
        #expect(said.contains("reviews-1.csv: no `files:` of a source in koe.yaml matches"), "\(said)")
        #expect(said.contains("\"rewiews*.csv\" (shop)") && !said.contains("calls"), "\(said)")
        // Whoever names the source knows what it is.
        let other = try workspace.file("other.csv", ["id,text", "1,Slow"])
        #expect(try !workspace.koe(["import", other, "--source", "x"]).errors.contains("rewiews"))
    }
}
