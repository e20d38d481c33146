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
    /// - Returns: rows as numbered by the order of adding; in each group ascending, groups by their stable id.
    package func groups() -> ThreadGroups {
        let nodes = Self.distinct(rows.flatMap { [$0.own, $0.parent, $0.thread, $0.twin] })
        let phrases = setPhrases()
        var union = UnionFind(count: nodes.count)
        var places: [Int32] = []
        places.reserveCapacity(rows.count)
        for row in rows {
            let own = Self.place(of: row.own, in: nodes)
            places.append(Int32(own))
            if row.parent != row.own { union.join(own, Self.place(of: row.parent, in: nodes)) }
            if row.twin != row.own, !phrases.contains(row.twin) {
                union.join(own, Self.place(of: row.twin, in: nodes))
            }
            if row.thread != row.own { union.join(own, Self.place(of: row.thread, in: nodes)) }
        }
        // The smallest node is the root of its set, so ordering by root is ordering by a stable id.
        let roots = places.map { UInt64(union.root(of: Int($0))) }
        let order = roots.enumerated().map { $0.element << 32 | UInt64($0.offset) }.sorted()
        var starts: [Int] = []
        var members: [Int] = []
        var last: UInt64?
        for entry in order {
            if entry >> 32 != last { starts.append(members.count) }
            last = entry >> 32
            members.append(Int(entry & 0xFFFF_FFFF))
        }
        return ThreadGroups(starts: starts, members: members)
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

    private static func distinct(_ values: [UInt64]) -> [UInt64] {
        var output: [UInt64] = []
        for value in values.sorted() where value != output.last { output.append(value) }
        return output
    }

    private static func place(of value: UInt64, in nodes: [UInt64]) -> Int {
        var low = 0
        var high = nodes.count
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The threads of a set of comments.
package struct ThreadGroups: Sendable, RandomAccessCollection {
    private let starts: [Int]
    private let members: [Int]

    init(starts: [Int], members: [Int]) {
        self.starts = starts
        self.members = members
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count }

    package subscript(position: Int) -> ArraySlice<Int> {
        members[starts[position]..<(position + 1 < starts.count ? starts[position + 1] : members.count)]
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
