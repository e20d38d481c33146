import Testing

struct ExportTests {
    /// Excel takes full-width signs for formulas too, as it does in the tables of the report.
    @Test(arguments: ["=1+1", "＝1+1", "＋1", "－1", "＠x", "　=1"])
    func cellThatLooksLikeAFormulaIsDefused(text: String) throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = try folder.file("r.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"\(text)\"}\n")
        #expect(try KoeProcess.run(["-w", workspace, "import", rows]).status == 0)
        let output = try KoeProcess.run(["-w", workspace, "export", "comments", "--format", "csv"]).output
        #expect(output.contains(",'\(text),"), "\(output)")
    }
}
