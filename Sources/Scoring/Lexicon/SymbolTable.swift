import Feedback

/// Strings numbered in the order they came.
struct SymbolTable {
    private var numbers: [String: Int32] = [:]
    private(set) var texts: [String] = []

    var count: Int { texts.count }

    /// Number of a string; `nil` when it is not there.
    func find(_ text: String) -> Int32? { numbers[text] }

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
        /// Low bits of the hash, of which the place is made too.
        var hash: UInt32 = 0
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

    static func write(_ table: SymbolTable, to writer: inout FlatWriter) {
        var size = 64
        while size < table.count * 3 { size *= 2 }
        let mask = size - 1
        var pool: [UInt8] = []
        var slots = Array(repeating: Slot(), count: size)
        for (number, text) in table.texts.enumerated() {
            let hash = Self.hash(ByteHash.value(text.utf8))
            var place = Int(hash) & mask
            while slots[place].number >= 0 { place = (place + 1) & mask }
            slots[place] = Slot(
                hash: hash,
                start: Int32(pool.count),
                length: Int32(text.utf8.count),
                number: Int32(number)
            )
            pool.append(contentsOf: text.utf8)
        }
        writer.write(Int32(table.count))
        writer.write(pool)
        writer.write(slots)
    }

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        count = Int(try reader.number())
        pool = try reader.array()
        slots = try reader.array()
        mask = slots.count - 1
        guard slots.count > 0, slots.count & mask == 0 else { throw FlatReader.Damaged() }
    }

    @inline(__always)
    private static func hash(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }

    /// Number of a string, −1 when it is not in the table.
    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
        let hash = Self.hash(hash)
        var place = Int(hash) & mask
        while true {
            let slot = slots[place]
            if slot.number < 0 { return -1 }
            if slot.hash == hash, equals(slot, bytes) { return slot.number }
            place = (place &+ 1) & mask
        }
    }

    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        // Byte by byte: the hash of any sequence is made through its iterator, which costs more than the look-up.
        var hash = ByteHash.seed
        for place in bytes.indices { hash = ByteHash.adding(bytes[place], to: hash) }
        return find(bytes, hash: hash)
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
