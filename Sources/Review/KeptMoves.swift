import Feedback
import Nightly
import Store
import Synchronization
package import Workspace

/// By how much the waiting links would move what is reported, kept until the content changes.
///
/// One that serves many pages works it out once; nothing that people decide changes it before the next run.
package final class KeptMoves: Sendable {
    private struct Kept {
        var content = ""
        /// In thousandths of a point, by the row id of the comment.
        var moves: [Int64: Int] = [:]
    }

    private let kept = Mutex(Kept())

    package init() {}

    /// Works them out where they are not known yet, so that the next question need not.
    package func prepare(in context: WorkspaceContext) throws {
        try context.database.read { db in
            if try areKnown(in: db) { return }
            let people = try PersonNames(lexicons: context.resources.lexicons)
            _ = try moves(zone: context.settings.zone, person: people.person, in: db)
        }
    }

    /// Whether they are those of the present content.
    func areKnown(in db: StoreConnection) throws -> Bool {
        let content = try StageFingerprint.ofMeasuredContent(in: db)
        return kept.withLock { $0.content == content }
    }

    /// In thousandths of a point, by the row id of the comment.
    ///
    /// `links`: all that wait; the database is asked where they are not given.
    func moves(
        of links: [(commentID: Int64, link: CaseLink)]? = nil,
        zone: Zone,
        person: @escaping @Sendable (String?) -> String?,
        in db: StoreConnection
    ) throws -> [Int64: Int] {
        let content = try StageFingerprint.ofMeasuredContent(in: db)
        if let moves = kept.withLock({ $0.content == content ? $0.moves : nil }) { return moves }
        let links = try links ?? LinkTable.waiting(in: db)
        let move = try DecisionMove(of: links, zone: zone, person: person, in: db)
        var moves: [Int64: Int] = [:]
        for (id, link) in links { moves[id] = try move.thousandths(of: id, link, in: db) }
        let found = Kept(content: content, moves: moves)
        kept.withLock { $0 = found }
        return moves
    }
}
