/// Which state follows another on a letter, for the pairs met so far: open addressing, eight bytes a pair.
struct StepTable {
    /// State, letter and next state, of 21 bits each; `free` where there is none.
    private var slots = Array(repeating: Self.free, count: 1 << 14)
    private(set) var count = 0

    private static let free = UInt64.max
    private static let bits: UInt64 = 21
    private static let mask: UInt64 = 1 << bits - 1

    /// The next state, −1 when it is not known.
    @inline(__always)
    func find(_ state: Int32, _ letter: Int32) -> Int32 {
        let key = Self.key(state, letter)
        var place = Self.hash(key) & (slots.count &- 1)
        while slots[place] != Self.free {
            if slots[place] >> Self.bits == key { return Int32(truncatingIfNeeded: slots[place] & Self.mask) }
            place = (place &+ 1) & (slots.count &- 1)
        }
        return -1
    }

    /// Keeps a step whose numbers fit a slot, doubling the table when two thirds are taken.
    mutating func insert(_ state: Int32, _ letter: Int32, _ next: Int32) {
        guard max(state, letter, next) < Self.mask else { return }
        if count * 3 >= slots.count * 2 {
            let old = slots
            slots = Array(repeating: Self.free, count: old.count * 2)
            for slot in old where slot != Self.free { put(slot) }
        }
        put(Self.key(state, letter) << Self.bits | UInt64(next))
        count += 1
    }

    private mutating func put(_ slot: UInt64) {
        var place = Self.hash(slot >> Self.bits) & (slots.count - 1)
        while slots[place] != Self.free { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    @inline(__always)
    private static func key(_ state: Int32, _ letter: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: state)) << bits | UInt64(UInt32(bitPattern: letter))
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) }
}
