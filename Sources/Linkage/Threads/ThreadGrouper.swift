/// Gathers comments that belong to one thread, by thread id or by chains of replies.
///
/// Comments are given in any order and in any batches; a parent that never comes still joins its answers. The groups
/// depend only on the set of comments. Of each comment there are a few bytes in memory: what it is joined by may lie in
/// a store.
/// Source: union by smaller index with path halving (Tarjan and van Leeuwen 1984).
package struct ThreadGrouper: Sendable {
    /// Of each row the comment itself, its parent and its thread.
    private var links: KeyList
    /// Of each row the texts that it is a copy of.
    private var twins: KeyList
    /// Number of rows added.
    package private(set) var count = 0

    /// `store`: makes a place outside memory, at each of two calls.
    package init(store: () -> (any ByteStore)? = { nil }) {
        links = KeyList(keyBits: 64, store: store())
        twins = KeyList(keyBits: 64, store: store())
    }

    /// Adds a comment by its nodes.
    package mutating func add(_ nodes: ThreadNodes) {
        links.append([nodes.own, nodes.parent, nodes.thread].compactMap(\.self))
        twins.append([nodes.twin].compactMap(\.self))
        count += 1
    }

    /// Adds a comment by its own fields.
    package mutating func add(_ comment: LinkComment) { add(ThreadNodes(comment)) }

    /// The rows of each thread.
    ///
    /// - Returns: rows as numbered by the order of adding; in each group ascending, groups by their first rows. Whoever
    ///   goes through the groups goes through the rows nearly in order.
    package func groups() -> ThreadGroups {
        var union = UnionFind(count: count)
        Self.join(links, mostRows: .max, in: &union)
        // Twins that more comments share than are copies of one telling.
        Self.join(twins, mostRows: TextTwin.mostCopies, in: &union)
        return ThreadGroups(roots: (0..<count).map { Int32(union.root(of: $0)) })
    }

    /// Joins the rows of each key that no more than some rows have.
    private static func join(_ list: KeyList, mostRows: Int, in union: inout UnionFind) {
        list.forEachSorted { pairs in
            var start = 0
            while start < pairs.count {
                var end = start + 1
                while end < pairs.count, pairs[end].key == pairs[start].key { end += 1 }
                if end - start <= mostRows {
                    for pair in pairs[start + 1..<end] { union.join(Int(pairs[start].holder), Int(pair.holder)) }
                }
                start = end
            }
        }
    }
}

/// The threads of a set of comments.
package struct ThreadGroups: Sendable, RandomAccessCollection {
    private let starts: [UInt32]
    private let members: [UInt32]

    /// `roots`: of each row the one that stands for its thread.
    init(roots: [Int32]) {
        var groups = [Int32](repeating: -1, count: roots.count)
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
