import Feedback
package import Store
package import Workspace

/// Runs with what each did.
package struct RunList: Encodable, Sendable {
    package struct Run: Encodable, Sendable {
        package let id: Int64
        package let command: String
        /// In the workspace's zone.
        package let started: String
        /// `nil` for a run that goes on or was killed.
        package let milliseconds: Int64?
        /// `running`, `good`, `failed` or `interrupted`.
        package let status: String
        package let stages: [Stage]
        package let problems: [String]
        package let files: [File]
        /// What was older than its source is kept.
        package let retention: [RetentionRecord]
    }

    /// Wall time of a stage.
    package struct Stage: Encodable, Sendable {
        package let stage: String
        package let milliseconds: Int
    }

    /// What became of the rows of a file.
    package struct File: Encodable, Sendable {
        package let source: String
        package let file: String
        package let read: Int
        package let stored: Int
        package let duplicate: Int
        package let updated: Int
        package let quarantined: Int
        package let skipped: Int
    }

    /// Newest first.
    package let runs: [Run]
    /// Whether one run was asked for by its number.
    package let isOne: Bool

    /// The latest runs.
    package init(latest count: Int, in context: WorkspaceContext) throws {
        let (zone, names) = (context.settings.zone, try context.voiceNames())
        runs = try context.database.read { try RunHistory.latest(count, in: $0) }.map { Run($0, zone: zone, names) }
        isOne = false
    }

    /// One run.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is no run of the number.
    package init(run id: Int64, in context: WorkspaceContext) throws {
        guard let run = try context.database.read({ try RunHistory.run(id, in: $0) }) else {
            throw WorkspaceError(.input, "there is no run \(id); see koe runs")
        }
        runs = [Run(run, zone: context.settings.zone, try context.voiceNames())]
        isOne = true
    }
}

extension RunList.Run {
    init(_ run: RunRecord, zone: Zone, _ names: VoiceNames) {
        id = run.id
        command = run.command
        started = zone.format(run.startedAt)
        milliseconds = run.finishedAt.map { $0.milliseconds - run.startedAt.milliseconds }
        status = run.status.rawValue
        stages = run.stages.map { RunList.Stage(stage: $0.name, milliseconds: $0.milliseconds) }
        problems = run.problems.map(names.shown(paths:))
        retention = run.retention
        files = run.ledger.map { entry in
            RunList.File(
                source: names.shown(entry.source),
                file: names.shown(paths: entry.file),
                read: entry.read,
                stored: entry.stored,
                duplicate: entry.duplicate,
                updated: entry.updated,
                quarantined: entry.quarantined,
                skipped: entry.skipped
            )
        }
    }
}
