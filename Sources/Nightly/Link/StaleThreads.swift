import Feedback
import Linkage
import Store

/// The threads that must be linked anew, as they are once the noted comments hang where they hang now.
///
/// A comment that leaves a thread makes what is left of it stale too: every part of it still has a node that the comment
/// had.
struct StaleThreads {
    private var comments: Set<Int64> = []
    private var nodes: Set<ThreadNode> = []
    /// How many more comments, or fewer, have a text now.
    private var copies: [UInt64: Int] = [:]

    mutating func add(_ ids: some Sequence<Int64>) { comments.formUnion(ids) }

    /// Adds the comments that may tell a story of their own which is a case.
    mutating func add(storiesOf caseID: String, in db: StoreConnection) throws {
        for name in LinkCase.storyNames(caseID: caseID) {
            if let id = try ThreadTable.id(source: name.source, externalID: name.externalID, in: db) {
                comments.insert(id)
            }
        }
    }

    // MARK: - Nodes

    /// Brings the nodes of the noted comments, and of what answers them, up to date.
    mutating func update(in db: StoreConnection) throws {
        let noted = try LinkJournal.comments(in: db)
        var (names, answers): (Set<UInt64>, Set<Int64>) = ([], [])
        for id in noted {
            let old = try ThreadNodeTable.row(of: id, in: db)
            let new = try row(of: id, in: db)
            if let old { names.insert(old.name) }
            if let new { names.insert(new.name) }
            nodes.formUnion(old?.nodes ?? [])
            if let twin = old?.twin { copies[twin, default: 0] -= 1 }
            if let twin = new?.twin { copies[twin, default: 0] += 1 }
            if let new {
                if new.answered != nil { answers.insert(id) }
                try ThreadNodeTable.store(new, in: db)
            } else {
                try ThreadNodeTable.remove(id, in: db)
                try LinkNoteTable.set([(id, [])], in: db)
            }
        }
        // An id that came or went decides in which source the parent of an answer is; so all ids stand there by now.
        comments.formUnion(noted)
        for name in names { answers.formUnion(try ThreadNodeTable.comments(answering: name, in: db)) }
        for id in answers.sorted() { try updateParent(of: id, in: db) }
    }

    private mutating func updateParent(of id: Int64, in db: StoreConnection) throws {
        guard let stored = try ThreadNodeTable.row(of: id, in: db), let new = try row(of: id, in: db) else { return }
        guard stored != new else { return }
        comments.insert(id)
        nodes.formUnion(stored.nodes)
        try ThreadNodeTable.store(new, in: db)
    }

    private func row(of id: Int64, in db: StoreConnection) throws -> ThreadNodeRow? {
        try ThreadTable.pointers(of: id, in: db).map { pointers in
            let source = try ParentSearch.otherSource(of: pointers.source, answering: pointers.inReplyTo, in: db)
            return ThreadNodeRow(pointers, ThreadNodes(LinkComment(pointers, parentSource: source)))
        }
    }

    // MARK: - Threads

    /// Row ids of the comments of every stale thread.
    func all(in db: StoreConnection) throws -> [[Int64]] {
        var starts: Set<Int64> = []
        for id in comments where try ThreadNodeTable.row(of: id, in: db) != nil { starts.insert(id) }
        for node in nodes { starts.formUnion(try Self.comments(with: node, in: db)) }
        for (twin, change) in copies { starts.formUnion(try Self.comments(partedBy: twin, change: change, in: db)) }
        var seen: Set<Int64> = []
        var threads: [[Int64]] = []
        for start in starts.sorted() where !seen.contains(start) {
            let thread = try thread(of: start, in: db)
            seen.formUnion(thread)
            threads.append(thread)
        }
        return threads
    }

    /// Everything that shares a node with the comment, or with what does.
    private func thread(of start: Int64, in db: StoreConnection) throws -> [Int64] {
        var (members, followed): (Set<Int64>, Set<ThreadNode>) = ([start], [])
        var waiting = [start]
        while let next = waiting.popLast() {
            for node in try ThreadNodeTable.row(of: next, in: db)?.nodes ?? [] where followed.insert(node).inserted {
                for other in try Self.comments(with: node, in: db) where members.insert(other).inserted {
                    waiting.append(other)
                }
            }
        }
        return members.sorted()
    }

    private static func comments(with node: ThreadNode, in db: StoreConnection) throws -> [Int64] {
        try ThreadNodeTable.comments(with: node, mostCopies: TextTwin.mostCopies, in: db)
    }

    /// Comments that a text tied together until it had too many copies; none where it had, or has not.
    private static func comments(partedBy twin: UInt64, change: Int, in db: StoreConnection) throws -> [Int64] {
        let most = TextTwin.mostCopies
        guard change > 0 else { return [] }
        let copies = try ThreadNodeTable.copies(of: twin, limit: most + change + 1, in: db)
        return copies.count > most && copies.count - change <= most ? copies : []
    }
}
