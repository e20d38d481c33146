import Feedback
import Flags
package import Foundation
import Measures
import Nightly
import Scoring
import Store
package import Workspace

/// What accepting a list would change in a workspace: its strengths and flags, made anew on a copy.
package struct AcceptanceRehearsal: Encodable, Sendable {
    /// A strength that would change: S or B of a brand in one month.
    package struct Change: Encodable, Sendable {
        package let brand: String
        /// Such as `2024-05`.
        package let month: String
        /// `S` or `B`.
        package let measure: String
        /// 0–100; `nil` when there are too few voices.
        package let before: Double?
        package let after: Double?

        var size: Double { abs((after ?? 50) - (before ?? 50)) }
    }

    package struct FlagName: Encodable, Sendable, Hashable {
        package let brand: String
        package let measure: String
        package let month: String
        package let kind: String
    }

    /// Months, brands and measures compared.
    package let cells: Int
    /// Those that move by a point or more, the largest first.
    package let changes: [Change]
    package let flagsGone: [FlagName]
    package let flagsNew: [FlagName]

    /// Scores and measures a copy of the workspace with a list.
    ///
    /// - Parameters:
    ///   - list: in the format of word lists.
    ///   - name: the file it would become in the workspace.
    ///   - context: the workspace, which stays as it is.
    ///   - workers: threads that score; `nil` for as many as the machine has cores.
    ///   - progress: is told of the copy's scoring and measuring.
    /// - Returns: `nil` when the workspace is not scored and measured as it is, so that there is nothing to compare with.
    /// - Throws: what scoring and measuring throw; `CancellationError` where the task is cancelled.
    @concurrent
    package static func run(
        _ list: Data,
        name: String,
        context: WorkspaceContext,
        workers: Int? = nil,
        progress: ProgressListener
    ) async throws -> AcceptanceRehearsal? {
        let workers = workers ?? context.workers
        let present = ScoreStage(
            database: context.database,
            scorer: try context.loadScorer(),
            workers: workers
        )
        guard try present.pending() == 0, try MeasureStage(context: context).isCurrent() else { return nil }
        ScratchFolder.removeAbandoned()
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let lists = folder.url.appending(path: "lexicon")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: false)
        for file in try AcceptedLists.files(of: context.workspace) {
            let own = file.name.split(separator: "/").last.map(String.init) ?? file.name
            try Data(file.bytes).write(to: lists.appending(path: own))
        }
        try list.write(to: lists.appending(path: name))
        let copy = try context.copied(to: folder.url.appending(path: "koe.db").path)
        let scorer = try ScorerLoader.load(
            lexicons: context.resources.lexicons,
            accepted: lists,
            dictionary: context.settings.dictionary
        )
        let stage = ScoreStage(database: copy.database, scorer: scorer, workers: workers)
        _ = try await stage.run(progress: progress)
        _ = try MeasureStage(context: copy).run(progress: progress)
        return try AcceptanceRehearsal(before: context, after: copy)
    }

    private init(before: WorkspaceContext, after: WorkspaceContext) throws {
        let old = try Self.strengths(before)
        let new = try Self.strengths(after)
        let keys = Set(old.keys).union(new.keys).sorted()
        cells = keys.count
        changes = keys.compactMap { key -> Change? in
            let change = Change(
                brand: key.brand,
                month: key.month,
                measure: key.measure,
                before: old[key],
                after: new[key]
            )
            return change.size >= 1 ? change : nil
        }
        .sorted { ($1.size, $0.brand, $0.month, $0.measure) < ($0.size, $1.brand, $1.month, $1.measure) }
        let oldFlags = try Self.flags(before)
        let newFlags = try Self.flags(after)
        flagsGone = oldFlags.filter { !newFlags.contains($0) }
        flagsNew = newFlags.filter { !oldFlags.contains($0) }
    }

    private struct CellName: Hashable, Comparable {
        let brand: String
        let month: String
        let measure: String

        static func < (left: CellName, right: CellName) -> Bool {
            (left.brand, left.month, left.measure) < (right.brand, right.month, right.measure)
        }
    }

    /// Strengths with enough voices.
    private static func strengths(_ context: WorkspaceContext) throws -> [CellName: Double] {
        let names: [MeasureID: String] = [.support: "S", .brand: "B"]
        return try context.database.read { db in
            var found: [CellName: Double] = [:]
            for brand in try VoiceTable.brands(in: db) {
                for row in try CellTable.cells(of: brand, in: db)
                where row.period.length == .month && row.channel == "*" && row.isSufficient {
                    guard let keyed = KeyedCell(row), let name = names[keyed.key.measure] else { continue }
                    let key = CellName(brand: brand, month: row.period.description, measure: name)
                    found[key] = Strength(cell: keyed.cell)?.value
                }
            }
            return found
        }
    }

    private static func flags(_ context: WorkspaceContext) throws -> [FlagName] {
        try context.database.read { db in
            try FindingTable.flags(in: db).map {
                FlagName(brand: $0.brand, measure: $0.measure, month: $0.firstPeriod, kind: $0.kind)
            }
        }
    }
}
