import Feedback
import Foundation
import Ingestion
import Store
import Workspace

/// Finds the kept inputs that hold rows of the erased, and forgets their bytes.
///
/// What is stored names the input that brought it first; the same row may stand in later ones, in one whose comment its
/// source took back, or in a row that no comment was made of. So each kept input is read once more.
struct RawRowErasure {
    let context: WorkspaceContext
    /// With what was erased just now.
    let tombstones: Tombstones
    /// Whatever names the erased.
    let marks: ErasedMarks

    /// - Returns: how many inputs were emptied.
    @concurrent
    func run() async throws -> Int {
        let stage = ImportStage(context: context, run: 0)
        let brands = try stage.brandDirectory()
        var emptied = 0
        for input in try context.database.read(InputTable.all) where input.isKept {
            try Task.checkCancellation()
            // Whatever the reason that it cannot be read, nobody can tell what it holds.
            let found = try await found(in: input, plan: try? stage.plan(of: input, brands))
            try context.database.write { db in
                for comment in found.comments {
                    try WithdrawalTable.forget(comment.source, comment.externalID, in: db)
                }
                if found.isNamed { try Erasure.forgetBytes(of: input.id, in: db) }
            }
            if found.isNamed { emptied += 1 }
        }
        return emptied
    }

    private struct Found {
        var isNamed = false
        var comments: [ReviewDecision.Subject] = []
    }

    /// `plan`: `nil` when the input cannot be read any more; then nobody can tell what it holds.
    private func found(in input: StoredInput, plan: ImportPlan?) async throws -> Found {
        guard let plan else { return Found(isNamed: true) }
        let reading = InputReading(
            plan: plan,
            handle: nil,
            kept: input,
            database: context.database,
            tombstones: try Tombstones.none(of: context),
            limits: .none,
            keeps: false,
            mark: 0
        )
        var found = Found()
        var hasUnread = false
        do {
            while let batch = try await reading.pull() {
                let erased = batch.comments.filter(tombstones.covers)
                found.comments += erased.map {
                    ReviewDecision.Subject(source: $0.source, externalID: $0.externalID)
                }
                found.isNamed =
                    found.isNamed || !erased.isEmpty || batch.cases.contains(where: tombstones.covers)
                    || batch.withdrawals.contains(where: tombstones.covers)
                    || batch.problems.contains { tombstones.covers(row: $0.raw) }
                hasUnread = hasUnread || !batch.skipped.isEmpty || !batch.problems.isEmpty
            }
            let end = try await reading.end()
            if hasUnread, !found.isNamed { found.isNamed = try isNamed(in: input, encoding: end.encoding) }
        } catch let error where ImportStage.isAboutInput(error) {
            found.isNamed = true
        }
        return found
    }

    /// Whether rows that no comment was made of may name the erased; where nobody can tell, they may.
    private func isNamed(in input: StoredInput, encoding: TextEncoding?) throws -> Bool {
        if let encoding, encoding != .utf8 { return true }
        let names = marks.names.union(marks.ids.map(\.id)).filter { !$0.isEmpty }
        let words = names.map { Data($0.utf8) } + [Data(#"\u"#.utf8)]
        let longest = words.map(\.count).max() ?? 0
        let next = FileImport.pieces(of: input, in: context.database)
        var bytes = Data()
        while let piece = try next() {
            bytes += piece
            if words.contains(where: { bytes.range(of: $0) != nil }) { return true }
            // A name may stand on the border of two pieces.
            bytes = Data(bytes.suffix(longest))
        }
        return false
    }
}
