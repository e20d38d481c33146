/// Gathers comments that belong to one thread, by thread id or by chains of replies.
///
/// Comments are given in any order and in any batches; a parent that never comes still joins its answers. The groups
/// depend only on the set of comments. Meant for a million comments: flat arrays and one union-find.
/// Source: union by smaller index with path halving (Tarjan and van Leeuwen 1984).
package struct ThreadGrouper: Sendable {
    /// Hashes of the nodes of each row: the comment, and its parent, thread and twin (or itself).
    private var rows: [(own: UInt64, parent: UInt64, thread: UInt64, twin: UInt64)] = []

    package init() {}

    /// Number of rows added.
    package var count: Int { rows.count }

    /// Adds a comment by its nodes.
    package mutating func add(_ nodes: ThreadNodes) {
        rows.append((nodes.own, nodes.parent ?? nodes.own, nodes.thread ?? nodes.own, nodes.twin ?? nodes.own))
    }

    /// Adds a comment by its own fields.
    package mutating func add(_ comment: LinkComment) { add(ThreadNodes(comment)) }

    /// The rows of each thread.
    ///
    /// - Returns: rows as numbered by the order of adding; in each group ascending, groups by their first rows. Whoever
    ///   goes through the groups goes through the rows nearly in order.
    package func groups() -> ThreadGroups {
        let nodes = rows.flatMap { [$0.own, $0.parent, $0.thread, $0.twin] }.sortedDistinct()
        let phrases = setPhrases()
        var union = UnionFind(count: nodes.count)
        var places: [Int32] = []
        places.reserveCapacity(rows.count)
        for row in rows {
            let own = nodes.place(ofSorted: row.own)
            places.append(Int32(own))
            if row.parent != row.own { union.join(own, nodes.place(ofSorted: row.parent)) }
            if row.twin != row.own, !phrases.contains(row.twin) {
                union.join(own, nodes.place(ofSorted: row.twin))
            }
            if row.thread != row.own { union.join(own, nodes.place(ofSorted: row.thread)) }
        }
        return ThreadGroups(roots: places.map { Int32(union.root(of: Int($0))) }, nodes: nodes.count)
    }

    /// Twins that more comments share than are copies of one telling.
    private func setPhrases() -> Set<UInt64> {
        var phrases: Set<UInt64> = []
        var (last, copies): (UInt64?, Int) = (nil, 0)
        for twin in rows.lazy.filter({ $0.twin != $0.own }).map(\.twin).sorted() {
            copies = twin == last ? copies + 1 : 1
            last = twin
            if copies > TextTwin.mostCopies { phrases.insert(twin) }
        }
        return phrases
    }
}

/// The threads of a set of comments.
package struct ThreadGroups: Sendable, RandomAccessCollection {
    private let starts: [UInt32]
    private let members: [UInt32]

    /// - Parameters:
    ///   - roots: the node that stands for the thread of each row.
    ///   - nodes: number of nodes, above every root.
    init(roots: [Int32], nodes: Int) {
        var groups = [Int32](repeating: -1, count: nodes)
        var starts: [UInt32] = []
        for root in roots {
            if groups[Int(root)] < 0 {
                groups[Int(root)] = Int32(starts.count)
                starts.append(0)
            }
            starts[Int(groups[Int(root)])] += 1
        }
        var sum: UInt32 = 0
        for group in starts.indices { (starts[group], sum) = (sum, sum + starts[group]) }
        var next = starts
        var members = [UInt32](repeating: 0, count: roots.count)
        for (row, root) in roots.enumerated() {
            let group = Int(groups[Int(root)])
            members[Int(next[group])] = UInt32(row)
            next[group] += 1
        }
        (self.starts, self.members) = (starts, members)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count }

    /// The rows of a thread, ascending.
    package subscript(position: Int) -> [Int] {
        let end = position + 1 < starts.count ? Int(starts[position + 1]) : members.count
        return members[Int(starts[position])..<end].map(Int.init)
    }
}

/// Sets of small integers that can be joined.
struct UnionFind: Sendable {
    private var parents: [Int32]

    init(count: Int) {
        parents = (0..<Int32(count)).map(\.self)
    }

    mutating func join(_ left: Int, _ right: Int) {
        let first = root(of: left)
        let second = root(of: right)
        if first < second { parents[second] = Int32(first) } else { parents[first] = Int32(second) }
    }

    /// The smallest member of the set.
    mutating func root(of member: Int) -> Int {
        var current = member
        while Int(parents[current]) != current {
            parents[current] = parents[Int(parents[current])]
            current = Int(parents[current])
        }
        return current
    }
}
