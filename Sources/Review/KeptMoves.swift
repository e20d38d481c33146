import Feedback
import Nightly
import Store
import Synchronization
package import Workspace

/// By how much the waiting links would move what is reported, kept until links or measures change.
///
/// One that serves many pages works it out once; nothing that people decide changes it before the next run, nor does what
/// a run imports and scores before it links and measures.
package final class KeptMoves: Sendable {
    private struct Kept {
        var content = ""
        /// In thousandths of a point, by the row id of the comment.
        var moves: [Int64: Int] = [:]
        /// All links that wait, in the order of the queue; `nil` while nobody asked for them.
        var queue: WaitingQueue?
    }

    private let kept = Mutex(Kept())

    package init() {}

    /// Works them out where they are not known yet, so that the next question need not.
    package func prepare(in context: WorkspaceContext) throws {
        _ = try context.database.read { try queue(of: context, in: $0) }
    }

    /// Whether they are those of the present content.
    func areKnown(in db: StoreConnection) throws -> Bool {
        let content = try StageFingerprint.ofMeasures(in: db)
        return kept.withLock { $0.content == content && $0.queue != nil }
    }

    /// All links that wait, the greater move first and then the stronger evidence.
    func queue(of context: WorkspaceContext, in db: StoreConnection) throws -> WaitingQueue {
        let content = try StageFingerprint.ofMeasures(in: db)
        if let queue = kept.withLock({ $0.content == content ? $0.queue : nil }) { return queue }
        let people = try PersonNames(lexicons: context.resources.lexicons)
        let moves = try moves(zone: context.settings.zone, person: people.person, in: db)
        let links = try LinkTable.waitingLinks(in: db)
        let queue = WaitingQueue(links.map { WaitingMove(link: $0, move: moves[$0.commentID, default: 0]) })
        kept.withLock { if $0.content == content { $0.queue = queue } }
        return queue
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
        let content = try StageFingerprint.ofMeasures(in: db)
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

/// All links that wait, in their order.
struct WaitingQueue: Sendable {
    let moves: [WaitingMove]
    /// Where the link of a comment stands.
    private let places: [ReviewDecision.Subject: Int]

    init(_ moves: [WaitingMove]) {
        let moves = moves.sorted()
        self.moves = moves
        places = Dictionary(uniqueKeysWithValues: moves.indices.map { (moves[$0].subject, $0) })
    }

    /// Places of the links that are decided already.
    func decided(by book: DecisionBook) -> Set<Int> {
        Set(
            book.byComment.keys.compactMap { subject in
                guard let subject, let place = places[subject] else { return nil }
                return book.isDecided(subject, moves[place].link.caseID) ? place : nil
            }
        )
    }
}

/// A link that waits, and by how much it would move what is reported.
struct WaitingMove: Comparable, Sendable {
    let link: LinkTable.WaitingLink
    /// In thousandths of a point.
    let move: Int

    fileprivate var subject: ReviewDecision.Subject {
        ReviewDecision.Subject(source: link.source, externalID: link.externalID)
    }

    private var names: (String, String) { (link.source, link.externalID) }

    static func < (left: WaitingMove, right: WaitingMove) -> Bool {
        if left.move != right.move { return left.move > right.move }
        if left.link.milliBits != right.link.milliBits { return left.link.milliBits > right.link.milliBits }
        return left.names < right.names
    }

    static func == (left: WaitingMove, right: WaitingMove) -> Bool { left.link.commentID == right.link.commentID }
}
