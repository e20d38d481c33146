import Feedback

/// Which names of a source go to which slot of a `FieldRow`.
///
/// Names are paths: `attributes.title` is the member `title` of the member `attributes`. A member of the
/// outer object whose own name holds a dot, such as `a.b`, is found too.
struct FieldPlan {
    /// What a name leads to.
    struct Node: Hashable {
        var slot: Int?
        /// Number of the table of the members below.
        var members: Int?
    }

    /// Slots in the order in which they were asked for.
    private(set) var slotCount = 0
    private var tableCount = 1
    private var nodes = FieldNodes()
    private var slots: [String: Int] = [:]

    /// The slot of a path, made when it is new.
    mutating func slot(for path: String) -> Int {
        if let known = slots[path] { return known }
        let slot = slotCount
        slotCount += 1
        slots[path] = slot
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var table = 0
        for part in parts.dropLast() {
            var node = nodes[part, table] ?? Node()
            let next = node.members ?? tableCount
            if node.members == nil {
                tableCount += 1
                node.members = next
                nodes[part, table] = node
            }
            table = next
        }
        set(slot, name: parts.last ?? path, table: table)
        if parts.count > 1 { set(slot, name: path, table: 0) }
        return slot
    }

    /// The slot of a path that was asked for before.
    func knownSlot(_ path: String) -> Int? { slots[path] }

    /// The table of the members below a name of the row's own; `nil` when no path leads there.
    func table(of name: String) -> Int? { nodes[name, 0]?.members }

    /// What a name in a table leads to; table 0 is the row's own.
    func find(_ name: borrowing Span<UInt8>, in table: Int) -> Node { nodes.find(name, in: table) ?? Node() }

    private mutating func set(_ slot: Int, name: String, table: Int) {
        var node = nodes[name, table] ?? Node()
        node.slot = slot
        nodes[name, table] = node
    }
}

/// A small hash table from names within numbered tables to nodes that is searched with bytes.
///
/// It is asked for every name of every row: all names are in one run of bytes, so that no step counts references.
struct FieldNodes {
    private struct Entry {
        let table: Int
        /// Of the name, in `names`.
        let start: Int
        let length: Int
        var node: FieldPlan.Node
    }

    private var names: [UInt8] = []
    private var entries: [Entry] = []
    /// Indices into `entries` plus one, 0 for none.
    ///
    /// The size is a power of two, at most half full.
    private var places: [Int] = Array(repeating: 0, count: 64)

    subscript(name: String, table: Int) -> FieldPlan.Node? {
        get {
            let bytes = Array(name.utf8)
            return find(bytes.span, in: table)
        }
        set {
            guard let newValue else { return }
            let bytes = Array(name.utf8)
            let place = place(of: bytes.span, in: table)
            if places[place] > 0 {
                entries[places[place] - 1].node = newValue
            } else {
                entries.append(Entry(table: table, start: names.count, length: bytes.count, node: newValue))
                names += bytes
                places[place] = entries.count
                if entries.count * 2 > places.count { grow() }
            }
        }
    }

    func find(_ name: borrowing Span<UInt8>, in table: Int) -> FieldPlan.Node? {
        let index = places[place(of: name, in: table)]
        return index == 0 ? nil : entries[index - 1].node
    }

    private func place(of name: borrowing Span<UInt8>, in table: Int) -> Int {
        let (places, entries, names) = (places.span, entries.span, names.span)
        var hash = ByteHash.seed &+ UInt64(table)
        for index in name.indices { hash = ByteHash.adding(name[index], to: hash) }
        var place = Int(truncatingIfNeeded: hash & UInt64(places.count - 1))
        while places[place] > 0 {
            let entry = entries[places[place] - 1]
            if entry.table == table, entry.length == name.count,
                Self.isEqual(names.extracting(entry.start..<(entry.start + entry.length)), name)
            {
                break
            }
            place = (place + 1) & (places.count - 1)
        }
        return place
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: places.count * 2)
        for (index, entry) in entries.enumerated() {
            let name = Array(names[entry.start..<(entry.start + entry.length)])
            places[place(of: name.span, in: entry.table)] = index + 1
        }
    }

    private static func isEqual(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }
}
