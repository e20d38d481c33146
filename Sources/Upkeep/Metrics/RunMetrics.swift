import Feedback
import Foundation
import Store
package import Workspace

/// The numbers of the latest run, for whoever watches over it.
package struct RunMetrics {
    private static let outcomes: [(name: String, count: @Sendable (LedgerEntry) -> Int)] = [
        ("stored", { $0.stored }), ("duplicate", { $0.duplicate }), ("updated", { $0.updated }),
        ("quarantined", { $0.quarantined }), ("skipped", { $0.skipped }),
    ]

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// Writes the metrics of the latest run into their file, in one move.
    ///
    /// `silentDays`: days since something new came, by source, for sources that are silent.
    /// - Throws: ``FileProblem``, and GRDB's errors.
    package func write(silentDays: [String: Int]) throws {
        let text = try text(silentDays: silentDays)
        let file = context.workspace.file(context.settings.metricsFile)
        try Data(text.utf8).write(to: file, options: .atomic)
        // It holds no person, and is for a collector that runs as another user, whatever files a run makes otherwise.
        try FileProblem.check(chmod(file.path, 0o644), "write", file.path)
    }

    /// The same as text.
    package func text(silentDays: [String: Int]) throws -> String {
        let (run, good, quarantined, flags) = try context.database.read { db in
            (
                try RunHistory.latest(1, in: db).first, try RunTable.lastGood(in: db),
                try QuarantineTable.count(in: db),
                try FlagLedgerTable.all(in: db)
            )
        }
        var metrics = MetricsText()
        if let run { add(run, try context.voiceNames(), to: &metrics) }
        metrics.begin("koe_last_good_run_timestamp_seconds", "When the last good run ended.")
        if let good { metrics.add("koe_last_good_run_timestamp_seconds", good.finishedAt.seconds) }
        metrics.begin("koe_quarantine_rows", "Rows in quarantine.")
        metrics.add("koe_quarantine_rows", Int64(quarantined))
        metrics.begin("koe_flags", "Flags by where they stand.")
        for state in FlagState.allCases {
            let count = flags.filter { $0.state == state }.count
            metrics.add("koe_flags", Int64(count), ["state": state.rawValue])
        }
        metrics.begin("koe_source_silent_days", "Days since something new came, of sources that are silent.")
        for (source, days) in silentDays.sorted(by: { $0.key < $1.key }) {
            metrics.add("koe_source_silent_days", Int64(days), ["source": source])
        }
        return metrics.text
    }

    private func add(_ run: RunRecord, _ names: VoiceNames, to metrics: inout MetricsText) {
        metrics.begin("koe_run_success", "Whether the latest run ended well.")
        metrics.add("koe_run_success", run.status == .good ? 1 : 0)
        metrics.begin("koe_run_started_timestamp_seconds", "When the latest run began.")
        metrics.add("koe_run_started_timestamp_seconds", run.startedAt.seconds)
        metrics.begin("koe_run_problems", "What went wrong in the latest run.")
        metrics.add("koe_run_problems", Int64(run.problems.count))
        metrics.begin("koe_run_stage_seconds", "Wall time of each stage of the latest run.")
        for stage in run.stages {
            metrics.add("koe_run_stage_seconds", thousandths: Int64(stage.milliseconds), ["stage": stage.name])
        }
        metrics.begin("koe_run_rows", "Rows that the latest run read, by source and what became of them.")
        for source in Set(run.ledger.map(\.source)).sorted() {
            let entries = run.ledger.filter { $0.source == source }
            for outcome in Self.outcomes {
                let rows = entries.reduce(0) { $0 + outcome.count($1) }
                metrics.add("koe_run_rows", Int64(rows), ["source": names.shown(source), "outcome": outcome.name])
            }
        }
    }
}
