/// Bytes one behind the other, of which all but the last lie in a store, if there is one.
struct SpilledBytes: Sendable {
    /// Bytes that are given to the store at a time, at least.
    private static let atOnce = 1 << 20

    private let store: (any ByteStore)?
    /// The last bytes, which the store does not have yet.
    private var memory: [UInt8] = []
    /// Where pieces of the store end.
    private var ends: [Int] = []

    /// Without a store, everything stays in memory.
    init(store: (any ByteStore)? = nil) {
        self.store = store
    }

    var count: Int { spilled + memory.count }

    private var spilled: Int { ends.last ?? 0 }

    /// Adds bytes that are read together later.
    mutating func append(_ bytes: [UInt8]) {
        memory += bytes
        guard let store, memory.count >= Self.atOnce else { return }
        store.append(memory)
        ends.append(count)
        memory.removeAll(keepingCapacity: true)
    }

    /// The bytes of a range, wherever they lie.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        let stored = range.clamped(to: 0..<spilled)
        let held = range.clamped(to: spilled..<count)
        if stored.isEmpty { return memory[held.lowerBound - spilled..<held.upperBound - spilled] }
        let found = store?.bytes(in: stored) ?? []
        return held.isEmpty ? found[...] : found + memory[..<(held.upperBound - spilled)]
    }

    /// Calls the body with all bytes in their order, some at a time; what was added together comes together.
    func forEachPiece(_ body: (ArraySlice<UInt8>) -> Void) {
        var start = 0
        for end in ends + [count] where end > start {
            body(self[start..<end])
            start = end
        }
    }
}
