import Foundation
import Testing

/// What is missing of the data is said by the run and on the overview, not on the page of coverage alone.
struct CoverageGapsTests {
    /// Ten rows: one without a time, two of no brand, and a column that nothing is read from.
    private static let table: String = {
        let rows = (1...10).map { number in
            let time = number == 3 ? "" : "2026-01-\(number < 10 ? "0" : "")\(number)T10:00:00Z"
            return
                "\(number),\(number < 9 ? "Lotte" : ""),\(time),The support was quick and polite number \(number),blue"
        }
        return (["id,brand,posted_at,text,colour"] + rows).joined(separator: "\n") + "\n"
    }()

    @Test func gapsAreSaidByTheRunAndOnTheOverview() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/inbox/desk.csv", Self.table)
        let run = try KoeProcess.run(["-w", workspace, "run", "--as-of", "2026-01-20T00:00:00Z"])
        #expect(run.status == 0, "\(run.errors)")
        let page = URL(filePath: workspace).appending(path: "reports/latest/index.html")
        try #require(FileManager.default.fileExists(atPath: page.path))
        let english = folder.url.appending(path: "en").path
        #expect(try KoeProcess.run(["-w", workspace, "report", "--lang", "en", "--out", english]).status == 0)
        let overview = try String(contentsOfFile: english + "/index.html", encoding: .utf8)
        for gap in [
            "2 comments of 10 name no known brand", "1 comment of 10 has no known time",
            "Columns of desk that are not read: colour.",
        ] {
            #expect(run.output.contains(gap), "\(run.output)")
            #expect(overview.contains(gap), "\(gap)")
        }
        // Nothing has changed, and nothing is forgotten.
        let again = try KoeProcess.run(["-w", workspace, "run", "--as-of", "2026-01-20T00:00:00Z"])
        #expect(again.output.contains("Columns of desk that are not read: colour."))
    }
}
