/// What is known of things by their address, which stays as it is: open addressing.
struct AddressTable<Value> {
    private var slots: [(address: UInt, value: Value)?]
    private var count = 0

    init() { slots = Array(repeating: nil, count: 1 << 13) }

    @inline(__always)
    func find(_ address: UInt) -> Value? {
        var place = Self.hash(address) & (slots.count &- 1)
        while let slot = slots[place] {
            if slot.address == address { return slot.value }
            place = (place &+ 1) & (slots.count &- 1)
        }
        return nil
    }

    /// Keeps a value, doubling the table when it is half full.
    mutating func insert(_ address: UInt, _ value: Value) {
        if count * 2 >= slots.count {
            let old = slots
            slots = Array(repeating: nil, count: old.count * 2)
            for case let slot? in old { put(slot) }
        }
        put((address, value))
        count += 1
    }

    private mutating func put(_ slot: (address: UInt, value: Value)) {
        var place = Self.hash(slot.address) & (slots.count - 1)
        while slots[place] != nil { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    @inline(__always)
    private static func hash(_ address: UInt) -> Int {
        Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
