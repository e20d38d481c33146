/// The accounts that are a case's.
struct CaseHandles: Sendable {
    /// The customer's handle, and the name itself where it looks like one.
    let own: ArraySlice<StableHash>
    /// The handle of the same customer's other cases, for a case without one.
    let implied: StableHash?
}

/// The accounts of cases, in flat arrays.
struct HandleTable: Sendable {
    private var values: [StableHash] = []
    private var ends: [UInt32] = []
    /// Handles that cases without one of their own borrow, by the case.
    private var lent: [UInt32: StableHash] = [:]

    /// Adds the handles of the next case.
    mutating func append(_ own: [StableHash]) {
        values += own
        ends.append(UInt32(values.count))
    }

    /// Lends a handle to a case without one.
    mutating func lend(_ handle: StableHash, to place: Int) { lent[UInt32(place)] = handle }

    subscript(place: Int) -> CaseHandles {
        let own = values[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
        return CaseHandles(own: own, implied: own.isEmpty ? lent[UInt32(place)] : nil)
    }
}
