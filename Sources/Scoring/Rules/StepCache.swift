/// Remembers which edges of a node a symbol follows, for pairs that meet often and take long to work out.
///
/// Only saves time: what it answers depends on the automaton alone.
struct StepCache {
    /// An edge to follow and the use of the symbol that fits it.
    struct Hit: BitwiseCopyable {
        let child: Int32
        let use: Int32
    }
    private struct Slot: BitwiseCopyable {
        var key: UInt64 = .max
        var start: Int32 = 0
        var count: Int32 = 0
    }

    private static let slotCount = 1 << 15
    private static let mostHits = 1 << 18
    private var slots: [Slot] = []
    private(set) var hits: [Hit] = []

    /// Where the hits of a pair are; `nil` when it has not been worked out.
    @inline(__always)
    func find(_ node: Int32, _ symbol: Int32) -> Range<Int>? {
        guard !slots.isEmpty else { return nil }
        let key = Self.key(node, symbol)
        let slot = slots[Self.place(key)]
        return slot.key == key ? Int(slot.start)..<Int(slot.start + slot.count) : nil
    }

    /// Works a pair out by merging two lists that rise by element.
    mutating func add(_ node: Int32, _ symbol: Int32, _ trie: PatternTrie) -> Range<Int> {
        if slots.isEmpty || hits.count > Self.mostHits {
            slots = Array(repeating: Slot(), count: Self.slotCount)
            hits.removeAll(keepingCapacity: true)
        }
        let start = hits.count
        var edge = Int(trie.nodes[node].edges)
        var row = Int(trie.symbols[symbol].useStart)
        let lastEdge = Int(trie.nodes[node + 1].edges)
        let lastRow = Int(trie.symbols[symbol].useEnd)
        while edge < lastEdge, row < lastRow {
            let wanted = trie.edges[edge].element
            let element = trie.uses[row].element
            if wanted == element { hits.append(Hit(child: trie.edges[edge].child, use: Int32(row))) }
            if element <= wanted { row += 1 } else { edge += 1 }
        }
        let key = Self.key(node, symbol)
        slots[Self.place(key)] = Slot(key: key, start: Int32(start), count: Int32(hits.count - start))
        return start..<hits.count
    }

    @inline(__always)
    private static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }

    @inline(__always)
    private static func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 49)
    }
}
