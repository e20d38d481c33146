import Feedback
package import Foundation
package import Store
package import Workspace

/// Erases what is older than its source is kept; what it added to the series stays as sealed sums.
///
/// Nothing keeps it away but its age: an import leaves out what is too old.
package struct RetentionStage: Sendable {
    private let context: WorkspaceContext
    private let limits: RetentionLimits

    package init(context: WorkspaceContext) throws {
        self.context = context
        limits = try RetentionLimits(of: context)
    }

    /// Why nothing expires though something may be too old; `nil` otherwise.
    package var warning: String? {
        limits.pausedDays.map { days in
            """
            the last run began \(days) days ago by this machine's clock, so nothing is erased for its age tonight; \
            if the clock is right, the next run does it
            """
        }
    }

    /// What a run would erase, a line a source from which anything would go.
    package func rehearse() throws -> [RetentionRecord] {
        try context.database.read { db in
            try sources.compactMap { source in
                let rows = try RetentionTable.expired(source.name, before: source.moment, in: db)
                let record = RetentionRecord(source.name, source.days, rows)
                return record.isEmpty ? nil : record
            }
        }
    }

    /// Erases it, source by source, each in one transaction.
    ///
    /// `run`: number of the run that takes it down.
    package func run(_ run: Int64, progress: ProgressListener) throws -> [RetentionRecord] {
        guard try !rehearse().isEmpty else { return [] }
        let measure = MeasureStage(context: context)
        // Numbers are sealed as they are told.
        if try !measure.isCurrent() { _ = try measure.run(progress: progress) }
        return try sources.compactMap { source in
            let rows = try context.database.read {
                try RetentionTable.expired(source.name, before: source.moment, in: $0)
            }
            if rows.isEmpty { return nil }
            try MarkedSentences(of: context.workspace).remove(of: rows.comments, context)
            return try context.database.write { db in
                let record = RetentionRecord(source.name, source.days, rows)
                try erase(rows, in: db, progress)
                try RetentionTable.add(record, run: run, in: db)
                return record
            }
        }
    }

    /// What of `koe cluster` a run removes with what is too old: rows and results that are not the workspace's any more.
    ///
    /// They hold the text of what was erased, and nobody can take the results. `nil` where nothing is kept for days only,
    /// or nothing is there to go.
    ///
    /// `erases`: whether comments or cases are about to go.
    package func outdatedCluster(erases: Bool) throws -> URL? {
        let folder = ClusterFolder.standard(of: context.workspace)
        guard !limits.moments.isEmpty, ClusterFolder.isOne(folder) else { return nil }
        let content = try context.database.read(StageFingerprint.ofLinkedContent)
        return !erases && ClusterFolder.isOf(content: content, at: folder) ? nil : folder
    }

    /// Removes it.
    ///
    /// - Returns: what a person should know; `nil` when nothing was there.
    func removeOutdatedCluster() throws -> String? {
        guard let place = try outdatedCluster(erases: false) else { return nil }
        do {
            guard let folder = try ClusterFolder(standingIn: context.workspace, command: "run") else { return nil }
            try folder.remove()
            return """
                \(place.path) is gone: its comments were not the workspace's any more, which keeps them for days \
                (keepDays)
                """
        } catch let error as WorkspaceError where error.code == .locked {
            return "\(place.path) may hold what was erased for its age: \(error.message), and the next run removes it"
        }
    }

    private var sources: [(name: String, moment: Instant, days: Int)] {
        limits.moments.map { ($0.key, $0.value.moment, $0.value.days) }.sorted { $0.0 < $1.0 }
    }

    private func erase(
        _ rows: ExpiredRows,
        in db: StoreConnection,
        _ progress: ProgressListener
    ) throws {
        let seal = try VoiceSeal(of: rows.comments, kinds: CellKinds(context.settings), in: db)
        try RetentionTable.forgetNotes(of: rows.comments, in: db)
        _ = try Erasure.remove(comments: rows.comments, cases: rows.cases, marks: ErasedMarks(), in: db)
        try QuarantineTable.drop(rows.quarantined, in: db)
        for input in rows.inputs { try Erasure.forgetBytes(of: input, in: db) }
        _ = try MeasureStage(context: context).update(in: db, progress: progress) { _ = try seal.close(in: db) }
    }
}

extension RetentionRecord {
    fileprivate init(_ source: String, _ days: Int, _ rows: ExpiredRows) {
        self.init(
            source: source,
            keepDays: days,
            comments: rows.comments.count,
            cases: rows.cases.count,
            quarantined: rows.quarantined.count,
            inputs: rows.inputs.count
        )
    }
}
