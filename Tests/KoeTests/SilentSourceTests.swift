import Feedback
import Foundation
import GRDB
import Reports
import Testing

@testable import Reporting

/// A source out of its rhythm is told, and fails the run where its rhythm is known.
struct SilentSourceTests {
    private func rhythm(limit: Int? = nil, arrivals: [Int], newest: Int? = nil, today: Int) -> SourceRhythm? {
        SourceRhythm(
            limit: limit,
            arrivals: arrivals.map(Day.init(number:)),
            newest: newest.map(Day.init(number:)),
            today: Day(number: today)
        )
    }

    /// Every working day, with a week-end between: three days are the longest gap.
    @Test(arguments: [(104, "fresh"), (106, "fresh"), (107, "late"), (109, "late"), (110, "silent")])
    func rhythmIsTheLongestGap(today: Int, freshness: String) throws {
        let found = try #require(rhythm(arrivals: [100, 99, 98, 97, 94, 93], today: today))
        #expect(found.basis == .arrivals && found.usualDays == 3 && found.freshness.rawValue == freshness)
    }

    @Test(arguments: [(102, "fresh"), (103, "silent")])
    func settingWins(today: Int, freshness: String) throws {
        let found = try #require(rhythm(limit: 2, arrivals: [100, 90, 80, 70, 60], today: today))
        #expect(found.basis == .setting && found.freshness.rawValue == freshness)
    }

    /// With four arrivals no rhythm is known; the age of the newest comment counts.
    @Test(arguments: [(135, "fresh"), (136, "late"), (170, "late"), (171, "silent")])
    func fewArrivalsMakeNoRhythm(today: Int, freshness: String) throws {
        let found = try #require(rhythm(arrivals: [134, 133, 132, 131], newest: 100, today: today))
        #expect(found.basis == .comments && found.freshness.rawValue == freshness)
    }

    @Test func aReportOnThePastKnowsNoLaterArrivals() throws {
        let found = try #require(rhythm(limit: 1, arrivals: [200, 199, 198, 197, 196], newest: 100, today: 120))
        #expect(found.basis == .comments && found.freshness == .fresh)
        #expect(rhythm(arrivals: [], today: 120) == nil)
    }

    @Test func runFailsByTheNameOfTheSourceAndSaysSoInItsMetrics() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = (1...9).map {
            "{\"id\":\"\($0)\",\"source\":\"desk\",\"brand\":\"Lotte\",\"posted_at\":\"2026-01-0\($0)T10:00:00+09:00\",\"text\":\"good support\"}\n"
        }
        _ = try folder.file("ws/inbox/desk.ndjson", rows.joined())
        let first = try KoeProcess.run(["-w", workspace, "run", "--as-of", "2026-01-20T00:00:00Z"])
        #expect(first.status == 0 && !first.errors.contains("silent"), "\(first.errors)")
        // Old comments and one arrival: told, but no failure.
        let second = try KoeProcess.run(["-w", workspace, "run"])
        #expect(second.status == 0 && second.errors.contains("\"desk\" is silent"), "\(second.errors)")
        _ = try folder.file(
            "ws/koe.yaml",
            "sources:\n  - {name: desk, files: \"desk*\", silentAfterDays: 2}\n"
        )
        let database = try DatabaseQueue(path: workspace + "/koe.db")
        try database.write { try $0.execute(sql: "UPDATE run SET startedAt = startedAt - 3 * 86400000") }
        try database.close()
        let third = try KoeProcess.run(["-w", workspace, "run"])
        #expect(third.status == 1 && third.output.contains("problem: the source \"desk\" is silent"), "\(third.output)")
        let metrics = try String(contentsOfFile: workspace + "/metrics.prom", encoding: .utf8)
        for line in [
            "koe_run_success 0\n", "koe_run_problems 1\n", "koe_source_silent_days{source=\"desk\"} 3\n",
            "koe_flags{state=\"new\"} 0\n", "# TYPE koe_run_stage_seconds gauge\n",
        ] {
            #expect(metrics.contains(line), "\(line) in \(metrics)")
        }
        let runs = try KoeProcess.run(["-w", workspace, "runs", "3"])
        #expect(runs.output.contains("problem: the source \"desk\"") && runs.output.contains("stages: import"))
        #expect(try KoeProcess.run(["-w", workspace, "runs"]).output.split(separator: "\n").count == 4)
        #expect(try KoeProcess.run(["-w", workspace, "runs", "99"]).status == 4)
    }
}
