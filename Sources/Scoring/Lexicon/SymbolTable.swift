import Feedback

/// Strings numbered in the order they came.
struct SymbolTable {
    private var numbers: [String: Int32] = [:]
    private(set) var texts: [String] = []

    var count: Int { texts.count }

    /// Number of a string, which is added when it is new.
    mutating func intern(_ text: String) -> Int32 {
        if let found = numbers[text] { return found }
        numbers[text] = Int32(texts.count)
        texts.append(text)
        return Int32(texts.count - 1)
    }
}

/// A `SymbolTable` as an open-addressing index over bytes.
struct SymbolIndex: Sendable {
    private struct Slot: BitwiseCopyable {
        var hash: UInt64 = 0
        var start: Int32 = 0
        var length: Int32 = 0
        /// −1 when free.
        var number: Int32 = -1
    }

    private let pool: FlatArray<UInt8>
    private let slots: FlatArray<Slot>
    private let mask: Int
    /// Numbers that strings have: 0 up to this.
    let count: Int

    init(_ table: SymbolTable) {
        var size = 1_024
        while size < table.count * 3 { size *= 2 }
        mask = size - 1
        count = table.count
        var pool: [UInt8] = []
        var slots = Array(repeating: Slot(), count: size)
        for (number, text) in table.texts.enumerated() {
            let hash = ByteHash.value(text.utf8)
            var place = Self.first(hash) & mask
            while slots[place].number >= 0 { place = (place + 1) & mask }
            slots[place] = Slot(
                hash: hash,
                start: Int32(pool.count),
                length: Int32(text.utf8.count),
                number: Int32(number)
            )
            pool.append(contentsOf: text.utf8)
        }
        self.pool = FlatArray(pool)
        self.slots = FlatArray(slots)
    }

    func deallocate() {
        pool.deallocate()
        slots.deallocate()
    }

    @inline(__always)
    private static func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 32)) }

    /// Number of a string, −1 when it is not in the table.
    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
        var place = Self.first(hash) & mask
        while true {
            let slot = slots[place]
            if slot.number < 0 { return -1 }
            if slot.hash == hash, equals(slot, bytes) { return slot.number }
            place = (place &+ 1) & mask
        }
    }

    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        find(bytes, hash: ByteHash.value(bytes))
    }

    func find(_ text: String) -> Int32 {
        Array(text.utf8).withUnsafeBufferPointer { find($0) }
    }

    @inline(__always)
    private func equals(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(slot.length) == bytes.count else { return false }
        for place in 0..<bytes.count where pool[Int(slot.start) &+ place] != bytes[place] { return false }
        return true
    }
}
