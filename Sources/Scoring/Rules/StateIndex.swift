/// Finds states by a hash of what they hold: open addressing.
struct StateIndex {
    private struct Slot: BitwiseCopyable {
        var hash: UInt32 = 0
        /// −1 when free.
        var state: Int32 = -1
    }

    private var slots = Array(repeating: Slot(), count: 1 << 12)
    private var count = 0

    /// The state of a hash that holds what is asked for, `nil` when there is none.
    @inline(__always)
    func find(_ hash: UInt64, where isAskedFor: (Int32) -> Bool) -> Int32? {
        let hash = UInt32(truncatingIfNeeded: hash)
        var place = Int(hash) & (slots.count &- 1)
        while slots[place].state >= 0 {
            if slots[place].hash == hash, isAskedFor(slots[place].state) { return slots[place].state }
            place = (place &+ 1) & (slots.count &- 1)
        }
        return nil
    }

    /// Keeps a state, doubling the table when it is half full.
    mutating func insert(_ hash: UInt64, _ state: Int32) {
        if count * 2 >= slots.count {
            let old = slots
            slots = Array(repeating: Slot(), count: old.count * 2)
            for slot in old where slot.state >= 0 { put(slot) }
        }
        put(Slot(hash: UInt32(truncatingIfNeeded: hash), state: state))
        count += 1
    }

    private mutating func put(_ slot: Slot) {
        var place = Int(slot.hash) & (slots.count - 1)
        while slots[place].state >= 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }
}
