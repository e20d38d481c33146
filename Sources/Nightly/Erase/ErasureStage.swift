package import Feedback
import Foundation
package import Store
package import Workspace

/// Erases a person, a comment, a case or a source: nothing of it stays in any byte of the workspace that is Koe's, and
/// nothing of it comes back.
///
/// Text, names, raw rows, quarantine, index entries, links and voices go; a keyed hash stays, so that the same files
/// bring nothing back. Links, measures and reports are then made anew, and earlier backups give way to a new one.
package struct ErasureStage: Sendable {
    package struct Outcome: Encodable, Sendable {
        package let removed: ErasureCounts
        /// Comments and cases of others that hold the name in their own words, and stay.
        package let mentions: Int
        /// Files outside of Koe that brought what was erased, where they still are.
        package let files: [String]
        /// Folders of reports that were made anew.
        package var reports: [String] = []
        /// Backups that held the erased and are gone.
        package var backups = 0
        package let isDryRun: Bool
    }

    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// - Returns: what was removed, or would be.
    /// - Throws: ``WorkspaceError`` `input` when nothing matches; a person who is not there yet is kept away all the same.
    @concurrent
    package func run(
        _ request: ErasureRequest,
        isDryRun: Bool,
        clock: @Sendable () -> Instant,
        progress: ProgressListener
    ) async throws -> Outcome {
        let people = try PersonNames(lexicons: context.resources.lexicons)
        let tombstones = try isDryRun ? Tombstones(of: context) : Tombstones(making: context)
        let target = try context.database.read {
            try ErasureTarget(request, people: people, tombstones: tombstones, in: $0)
        }
        var outcome = try found(target, isDryRun: isDryRun)
        if isDryRun { return outcome }
        guard !target.hashes.isEmpty else {
            throw WorkspaceError(.input, "there is nothing of this name, so nothing was erased; see koe search")
        }
        try removeMarks(target)
        try remove(target, request.kind, tombstones, at: clock())
        _ = try await LinkStage(context: context).run(writes: true, progress: progress)
        _ = try MeasureStage(context: context).run(progress: progress)
        outcome.reports = try makeReports()
        try context.database.scrub()
        outcome.backups = try replaceBackups(at: clock())
        return outcome
    }

    private func found(_ target: ErasureTarget, isDryRun: Bool) throws -> Outcome {
        let (comments, cases) = (target.comments.map(\.id), target.cases.map(\.id))
        return try context.database.read { db in
            let removed = try Erasure.rehearse(comments: comments, cases: cases, names: target.names.sorted(), in: db)
            let own = try ErasureQueries.files(of: comments, cases: cases, in: db)
            let named = try target.names.reduce(0) { try $0 + ErasureQueries.mentions(of: $1, in: db) }
            return Outcome(
                removed: removed,
                mentions: max(0, named - removed.comments - removed.cases),
                files: own.filter { FileManager.default.fileExists(atPath: $0) },
                isDryRun: isDryRun
            )
        }
    }

    private func removeMarks(_ target: ErasureTarget) throws {
        let names = try context.voiceNames()
        let keys = try context.database.read { db in
            try CommentTable.comments(ids: target.comments.map(\.id), in: db).map { names.shown(key: $0.comment.key) }
        }
        try MarkedSentences(of: context.workspace).remove(of: Set(keys))
    }

    private func remove(
        _ target: ErasureTarget,
        _ kind: ErasureRecord.Kind,
        _ tombstones: Tombstones,
        at now: Instant
    ) throws {
        try context.database.write { db in
            let versions = VersionRecord.json(scorer: nil)
            let run = try RunTable.begin(command: "erase", at: now, versions: versions, in: db)
            let counts = try Erasure.remove(
                comments: target.comments.map(\.id),
                cases: target.cases.map(\.id),
                names: target.names.sorted(),
                in: db
            )
            let decisions = try DecisionErasure(
                target: target,
                tombstones: tombstones,
                masking: context.settings.masking
            )
            .run(in: db)
            try ErasureTable.add(
                kind,
                hashes: target.hashes.union(decisions),
                comments: counts.comments,
                cases: counts.cases,
                at: now,
                in: db
            )
            try RunTable.finish(run, status: .good, at: now, in: db)
        }
    }

    /// Makes every report in the workspace's folder of reports anew, each in its language.
    private func makeReports() throws -> [String] {
        let folder = context.workspace.reports
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        var made: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let report = folder.appending(path: name)
            guard let language = ReportManifest.language(ofReportIn: report) else { continue }
            do {
                _ = try ReportStage(context: context, language: language).run(into: report, keepsOthers: true)
            } catch let error as WorkspaceError where error.code == .input {
                // Nobody is left to report on.
                try FileManager.default.removeItem(at: report)
            }
            made.append(report.path)
        }
        return made
    }

    private func replaceBackups(at now: Instant) throws -> Int {
        let backups = Backups(of: context.workspace)
        let count = try backups.all().count
        if count > 0 { try backups.make(.byHand, at: now, keep: 1) }
        return count
    }
}
