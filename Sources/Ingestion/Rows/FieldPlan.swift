import Feedback

/// Which names of a source go to which slot of a `FieldRow`.
///
/// Names are paths: `attributes.title` is the member `title` of the member `attributes`. A member of the
/// outer object whose own name holds a dot, such as `a.b`, is found too.
struct FieldPlan {
    /// What a name leads to.
    struct Node: Hashable {
        var slot: Int?
        /// Index of the table of the members below.
        var members: Int?
    }

    /// Slots in the order in which they were asked for.
    private(set) var slotCount = 0
    private var tables: [FieldNodes] = [FieldNodes()]
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
            var node = tables[table][part] ?? Node()
            let next = node.members ?? tables.count
            if node.members == nil {
                tables.append(FieldNodes())
                node.members = next
                tables[table][part] = node
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
    func table(of name: String) -> Int? { tables[0][name]?.members }

    /// What a name in a table leads to; table 0 is the row's own.
    func find(_ name: borrowing Span<UInt8>, in table: Int) -> Node { tables[table].find(name) ?? Node() }

    private mutating func set(_ slot: Int, name: String, table: Int) {
        var node = tables[table][name] ?? Node()
        node.slot = slot
        tables[table][name] = node
    }
}

/// A small hash table from names to nodes that is searched with bytes.
struct FieldNodes {
    private var names: [[UInt8]] = []
    private var nodes: [FieldPlan.Node] = []
    /// Indices into `names` plus one, 0 for none.
    ///
    /// The size is a power of two, at most half full.
    private var places: [Int] = Array(repeating: 0, count: 64)

    subscript(name: String) -> FieldPlan.Node? {
        get {
            let bytes = Array(name.utf8)
            return find(bytes.span)
        }
        set {
            guard let newValue else { return }
            let bytes = Array(name.utf8)
            let place = place(of: bytes.span)
            if places[place] > 0 {
                nodes[places[place] - 1] = newValue
            } else {
                names.append(bytes)
                nodes.append(newValue)
                places[place] = names.count
                if names.count * 2 > places.count { grow() }
            }
        }
    }

    func find(_ name: borrowing Span<UInt8>) -> FieldPlan.Node? {
        let index = places[place(of: name)]
        return index == 0 ? nil : nodes[index - 1]
    }

    private func place(of name: borrowing Span<UInt8>) -> Int {
        var hash = ByteHash.seed
        for index in name.indices { hash = ByteHash.adding(name[index], to: hash) }
        var place = Int(truncatingIfNeeded: hash & UInt64(places.count - 1))
        while places[place] > 0, !Self.isEqual(names[places[place] - 1], name) {
            place = (place + 1) & (places.count - 1)
        }
        return place
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: places.count * 2)
        for (index, name) in names.enumerated() { places[place(of: name.span)] = index + 1 }
    }

    private static func isEqual(_ left: [UInt8], _ right: borrowing Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }
}
