import Feedback
import Store
import Workspace

/// Links a workspace: what changed since the last linking, or everything where most of it changed or what decides all
/// links did; both end with the same links.
struct Linking {
    /// Share of the comments or cases that changed from which on linking everything is faster.
    private static let mostChanged = 0.2
    /// Share of the comments that hang on what changed from which on linking everything is faster.
    private static let mostStale = 0.5

    let database: KoeDatabase
    let tools: LinkTools
    let workers: Int

    /// `writes`: whether to store the links; without it the counts say what would be stored.
    ///
    /// - Returns: the counts, how often a comment was weighed against a case, and whether nothing had changed.
    @concurrent
    func run(
        writes: Bool,
        progress: ProgressListener
    ) async throws -> (counts: LinkCounts, pairs: Int, wasCurrent: Bool) {
        let isDecidedAlike = try database.read { try tools.input(tools.steps(in: $0)).isUnchanged(in: $0) }
        let changes = try database.read(extent)
        if isDecidedAlike, changes == .none {
            return (try database.read { try LinkTable.counts(in: $0) }, 0, true)
        }
        if writes, isDecidedAlike, changes == .few, let pairs = try night(progress) {
            return (try database.read { try LinkTable.counts(in: $0) }, pairs, false)
        }
        let linking = FullLinking(database: database, tools: tools, workers: workers)
        let (counts, pairs) = try await linking.run(writes: writes, progress: progress)
        return (counts, pairs, false)
    }

    /// Links what changed, and tells how often a comment was weighed against a case; `nil` when too much hangs on it.
    private func night(_ progress: ProgressListener) throws -> Int? {
        let linking = NightLinking(tools: tools, workers: workers, database: database)
        do {
            return try database.write { db in
                let comments = try ContentSums.count(of: "comment", in: db)
                return try linking.run(in: db, limit: Int(Self.mostStale * Double(comments)), progress: progress)
            }
        } catch is NightLinking.TooMany {
            return nil
        }
    }

    private enum Changes {
        case none, few, many
    }

    private func extent(in db: StoreConnection) throws -> Changes {
        if try LinkJournal.isEmpty(in: db) { return .none }
        let changed = try LinkJournal.counts(in: db)
        let comments = try ContentSums.count(of: "comment", in: db)
        let cases = try ContentSums.count(of: "supportCase", in: db)
        let isFew =
            Double(changed.comments) <= Self.mostChanged * Double(comments)
            && Double(changed.cases) <= Self.mostChanged * Double(cases)
        return isFew ? .few : .many
    }
}
