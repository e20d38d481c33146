import Testing

@testable import Reports

/// Files that open in a spreadsheet without running anything.
struct CSVTableTests {
    /// OWASP "CSV Injection": `=`, `+`, `-`, `@`, tab and carriage return; full-width forms as Excel reads them.
    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "  =1"])
    func textThatLooksLikeAFormulaIsDefused(text: String) {
        #expect(SpreadsheetText.defused(text) == "'" + text)
    }

    @Test(arguments: ["", "a", "1=1", "a@b", "声", "\"=1"])
    func otherTextStays(text: String) {
        #expect(SpreadsheetText.defused(text) == text)
    }

    @Test func fileIsUTF8WithByteOrderMarkAndCRLF() {
        let table = CSVTable(
            name: "t",
            columns: ["a", "b"],
            rows: [[.text("x,\"y\"\n"), .number(-1.25)], [.empty, .count(-3)], [.text("=A1"), .text("声")]]
        )
        let expected = "\u{FEFF}a,b\r\n\"x,\"\"y\"\"\n\",-1.2500\r\n,-3\r\n'=A1,声\r\n"
        #expect(table.bytes == Array(expected.utf8))
        #expect(table.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func everyRowOfEveryTableHasEveryColumn() {
        let tables = CSVTables(model: SampleReport.model)
        for table in tables.ofBrands + tables.ofTheWhole {
            for row in table.rows { #expect(row.count == table.columns.count, "\(table.name)") }
            #expect(Set(table.columns).count == table.columns.count, "\(table.name)")
        }
    }
}
