import Feedback
import Store
import Workspace

/// Links a workspace: what changed since the last linking, or everything where most of it changed or what decides all
/// links did; both end with the same links.
struct Linking {
    /// Share of the comments or cases that changed from which on linking everything is faster.
    private static let mostChanged = 0.2

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
        guard writes, isDecidedAlike, changes == .few else {
            let linking = FullLinking(database: database, tools: tools, workers: workers)
            let (counts, pairs) = try await linking.run(writes: writes, progress: progress)
            return (counts, pairs, false)
        }
        let pairs = try database.write { try NightLinking(tools: tools).run(in: $0, progress: progress) }
        return (try database.read { try LinkTable.counts(in: $0) }, pairs, false)
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
