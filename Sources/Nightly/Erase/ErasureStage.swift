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
        package var removed: ErasureCounts
        /// Comments and cases of others that hold the name in their own words, and stay.
        package let mentions: Int
        /// Files outside of Koe that brought what was erased, where they still are, and a damaged database set aside.
        package let files: [String]
        /// What it means for the numbers of each brand.
        package var effects: [ErasureEffect] = []
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
        let names = try context.voiceNames()
        let target = try context.database.read { db in
            try ErasureTarget(request.stored(by: names, in: db), people: people, tombstones: tombstones, in: db)
        }
        var outcome = try found(target, isDryRun: isDryRun)
        if isDryRun { return outcome }
        guard !target.hashes.isEmpty else {
            throw WorkspaceError(.input, "there is nothing of this name, so nothing was erased; see koe search")
        }
        let measure = MeasureStage(context: context)
        // Numbers are sealed as they are told.
        if try !measure.isCurrent() { _ = try measure.run(progress: progress) }
        try MarkedSentences(of: context.workspace).remove(of: target.comments.map(\.id), context)
        outcome.effects = try remove(target, request.kind, tombstones, at: clock(), progress: progress)
        let raw = RawRowErasure(context: context, tombstones: try Tombstones(of: context), marks: target.marks)
        outcome.removed.inputs += try await raw.run()
        _ = try await LinkStage(context: context).run(writes: true, progress: progress)
        _ = try MeasureStage(context: context).run(progress: progress)
        outcome.reports = try StandingReports(context: context).makeAnew()
        try context.database.scrub()
        outcome.backups = try replaceBackups(at: clock())
        return outcome
    }

    private func found(_ target: ErasureTarget, isDryRun: Bool) throws -> Outcome {
        let (comments, cases) = (target.comments.map(\.id), target.cases.map(\.id))
        return try context.database.read { db in
            let removed = try Erasure.rehearse(comments: comments, cases: cases, marks: target.marks, in: db)
            let own = try ErasureQueries.files(of: comments, cases: cases, marks: target.marks, in: db)
            // It cannot be read, so nobody can tell what it holds.
            let damaged = Backups(of: context.workspace).damagedDatabase.path
            let mentions = try ErasureQueries.mentions(of: target.marks, exceptIn: Set(comments), Set(cases), in: db)
            return Outcome(
                removed: removed,
                mentions: mentions,
                files: (own + [damaged]).filter { FileManager.default.fileExists(atPath: $0) },
                isDryRun: isDryRun
            )
        }
    }

    /// In one transaction, so that what goes is sealed whenever it is gone.
    private func remove(
        _ target: ErasureTarget,
        _ kind: ErasureRecord.Kind,
        _ tombstones: Tombstones,
        at now: Instant,
        progress: ProgressListener
    ) throws -> [ErasureEffect] {
        try context.database.write { db in
            let versions = VersionRecord.json(scorer: nil)
            let run = try RunTable.begin(command: "erase", at: now, versions: versions, in: db)
            let seal = try VoiceSeal(of: target.comments.map(\.id), kinds: CellKinds(context.settings), in: db)
            let counts = try Erasure.remove(
                comments: target.comments.map(\.id),
                cases: target.cases.map(\.id),
                marks: target.marks,
                in: db
            )
            let names = ErasedNames(target.marks, masking: context.settings.masking)
            let decisions = try DecisionErasure(target: target, tombstones: tombstones, names: names).run(in: db)
            try FlagLedgerTable.forgetNotes(where: names.isHeld, in: db)
            var effects: [ErasureEffect] = []
            _ = try MeasureStage(context: context).update(in: db, progress: progress) {
                effects = try seal.close(in: db)
            }
            try ErasureTable.add(
                kind,
                hashes: target.hashes.union(decisions),
                comments: counts.comments,
                cases: counts.cases,
                effects: effects,
                at: now,
                in: db
            )
            try RunTable.finish(run, status: .good, at: now, in: db)
            return effects
        }
    }

    private func replaceBackups(at now: Instant) throws -> Int {
        let backups = Backups(of: context.workspace)
        try backups.removeRemains()
        let count = try backups.all().count
        if count > 0 { try backups.make(.byHand, at: now, keep: 1) }
        return count
    }
}
