package import Feedback
package import Foundation
import Reporting
package import Store
package import Upkeep
package import Workspace

/// The nightly job: import, score, link, measure, detect, report.
package struct NightlyRun: Sendable {
    package struct Outcome: Encodable, Sendable {
        package let run: Int64
        /// What was older than its source is kept, and is gone.
        package let expired: [RetentionRecord]
        package private(set) var imported: ImportSummary
        package let scored: Int
        package let links: LinkStage.Outcome
        package let measures: MeasureStage.Outcome
        package let report: ReportStage.Outcome?
        /// SHA-256 of the database's content.
        package let databaseHash: String
        /// Wall time of each stage in milliseconds, in the order of the stages.
        package let milliseconds: [StageTime]
        /// Who was told of how many flags.
        package let notices: [NoticeStage.Delivery]
        /// What went wrong without stopping the run.
        package private(set) var problems: [String]
        /// What a person should know, though nothing failed.
        package private(set) var notes: [String]

        /// The same with what is personal in the names of files and sources hidden.
        package func shown(by names: VoiceNames) -> Outcome {
            var copy = self
            copy.imported = imported.shown(by: names)
            copy.problems = problems.map(names.shown(paths:))
            copy.notes = notes.map(names.shown(paths:))
            return copy
        }
    }

    package struct StageTime: Encodable, Sendable {
        package let stage: String
        package let milliseconds: Int
    }

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// - Returns: how many comments were scored; the word lists are read only where one waits.
    private func score(with version: String, progress: ProgressListener) async throws -> Int {
        if try context.database.read({ try ScoreTable.isComplete(version, in: $0) }) { return 0 }
        let scorer = try context.loadScorer()
        return try await ScoreStage(database: context.database, scorer: scorer, workers: context.workers)
            .run(progress: progress).scored
    }

    /// Runs every stage over the inbox and what is stored.
    ///
    /// - Parameters:
    ///   - files: files to import besides those in the inbox.
    ///   - time: the time at the moment of the call, for when the run ended; no content depends on it.
    ///   - progress: is told how far each stage is.
    /// - Returns: what was done.
    /// - Throws: the error of the stage that could not go on.
    @concurrent
    package func run(
        files: [URL] = [],
        clock time: @Sendable () -> Instant,
        progress: ProgressListener
    ) async throws -> Outcome {
        let scorer = try context.scorerVersion()
        let versions = VersionRecord.json(scorer: scorer)
        let run = try context.database.write {
            try RunTable.begin(command: "run", at: context.now, versions: versions, in: $0)
        }
        var clock = StageClock()
        do {
            let outcome = try await stages(of: run, files: files, scorer: scorer, clock: &clock, progress: progress)
            try end(run, outcome.problems, clock, at: time(), silent: outcome.report?.silentSources ?? [])
            return outcome
        } catch {
            // The first error is the one to tell.
            try? end(run, [ErrorWords.text(of: error)], clock, at: time(), silent: [])
            throw error
        }
    }

    private func stages(
        of run: Int64,
        files: [URL],
        scorer: String,
        clock: inout StageClock,
        progress: ProgressListener
    ) async throws -> Outcome {
        let retention = try RetentionStage(context: context)
        let expired = try retention.run(run, progress: progress)
        let cluster = try retention.removeOutdatedCluster()
        if !expired.isEmpty { clock.mark("expire") }
        let inbox = Inbox.listing(of: context.workspace)
        let imported = try await ImportStage(context: context, run: run)
            .run(inbox.files + files, choices: ImportChoices(), needsFile: false, isNight: true, progress: progress)
        clock.mark("import")
        let scored = try await score(with: scorer, progress: progress)
        clock.mark("score")
        let links = try await LinkStage(context: context).run(writes: true, progress: progress)
        clock.mark("link")
        let measures = try MeasureStage(context: context).run(progress: progress)
        clock.mark("measure")
        let report = measures.voices > 0 ? try ReportStage(context: context).runIfChanged() : nil
        if !expired.isEmpty {
            _ = try StandingReports(context: context).makeAnew(others: true)
            try context.database.scrub(rewrites: false)
        }
        clock.mark("report")
        // After the report, which nobody should wait for on account of searches.
        if try IndexStage.catchUp(on: context) != nil { clock.mark("index") }
        let deliveries = try await NoticeStage(context: context).run(report?.flagNotices ?? [], run: run)
        let silent = report?.silentSources ?? []
        return Outcome(
            run: run,
            expired: expired,
            imported: imported,
            scored: scored,
            links: links,
            measures: measures,
            report: report,
            databaseHash: try report?.databaseHash ?? ContentHash.hash(of: context),
            milliseconds: clock.times,
            notices: deliveries,
            problems: inbox.problems + imported.problems
                + (report == nil ? ["no report: \(try context.database.read(MissingVoices.reason))"] : [])
                + (report?.leftOut ?? []) + deliveries.compactMap(\.problem) + silent.filter(\.isFailure).map(\.words),
            notes: [retention.warning, cluster].compactMap(\.self) + imported.notes
                + silent.filter { !$0.isFailure }.map(\.words)
        )
    }

    private func end(
        _ run: Int64,
        _ problems: [String],
        _ clock: StageClock,
        at time: Instant,
        silent: [SilentSource]
    ) throws {
        try context.database.write { db in
            try RunTable.finish(run, status: problems.isEmpty ? .good : .failed, at: time, in: db)
            let stages = clock.times.map { RunRecord.Stage(name: $0.stage, milliseconds: $0.milliseconds) }
            try RunHistory.record(run, stages: stages, problems: problems, in: db)
        }
        let days = Dictionary(silent.map { ($0.source, $0.days) }) { first, _ in first }
        try RunMetrics(context: context).write(silentDays: days)
    }
}

/// Wall time between marks.
private struct StageClock {
    private(set) var times: [NightlyRun.StageTime] = []
    private var last = ContinuousClock.now

    mutating func mark(_ stage: String) {
        let now = ContinuousClock.now
        let (seconds, attoseconds) = (now - last).components
        let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
        times.append(NightlyRun.StageTime(stage: stage, milliseconds: milliseconds))
        last = now
    }
}
