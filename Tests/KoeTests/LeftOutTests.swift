import Feedback
import Foundation
import Store
import Testing

@testable import Flags
@testable import Reporting
@testable import Workspace

/// One odd value does not take the report from everybody.
struct LeftOutTests {
    /// A flag of January 2015 that is superseded since; `difference` in basis points.
    private func entry(_ series: String, difference: Double) -> FlagRecord {
        FlagRecord(
            id: "\(series)/2015-01",
            ledgerID: series,
            series: series,
            kind: "step",
            direction: -1,
            month: 540,
            low: 539,
            high: 541,
            difference: difference,
            state: .superseded,
            firstReported: 1,
            firstReportedAt: "2015-03-01T00:00:00+09:00",
            lastSeen: 1,
            toldIn: 1
        )
    }

    /// An estimate of 100.2 points is cut at the end of the scale; what no report knows is left out by name.
    @Test func oddValueIsCutOrLeftOutByName() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let row = "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n"
        let file = try folder.file("shop.ndjson", row)
        #expect(try KoeProcess.run(["-w", workspace, "run", file]).status == 0)
        let context = try WorkspaceContext(
            workspace: WorkspaceFolder(directory: URL(filePath: workspace)),
            for: .writing,
            resources: Resources(flag: KoeProcess.checkout.path, environment: [:], executable: nil),
            flags: [:],
            environment: [:],
            now: Instant(seconds: 0)
        )
        let entries = [entry("Lotte/facet.courtesy", difference: -20_040), entry("Lotte/facet.zeal", difference: -900)]
        try context.database.write { try FlagLedgerTable.replace(entries, in: $0) }
        let result = try KoeProcess.run(["-w", workspace, "report", "--lang", "en"])
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errors.contains("Lotte is left out of the report: superseded[Lotte/facet.zeal/2015-01]"))
        let reports = URL(filePath: workspace).appending(path: "reports/latest")
        let page = try String(contentsOf: reports.appending(path: "index.html"), encoding: .utf8)
        #expect(page.contains("Lotte is left out of this report, or a part of it is"))
        let table = try String(contentsOf: reports.appending(path: "csv/superseded.csv"), encoding: .utf8)
        #expect(table.contains("-100.0000") && !table.contains("zeal"))
    }
}
