/// How many cases have a value, in flat sorted arrays.
struct FrequencyTable: Sendable {
    private let values: [UInt64]
    private let counts: [UInt32]

    /// Of values as they were counted, and others whose counts are known.
    init(_ counter: FrequencyCounter, _ others: [UInt64: Int]) {
        var counter = counter
        var (values, counts) = counter.table()
        for (value, count) in others {
            let place = values.place(ofSorted: value)
            values.insert(value, at: place)
            counts.insert(UInt32(clamping: count), at: place)
        }
        (self.values, self.counts) = (values, counts)
    }

    /// `counts`: number of cases by the id of a value.
    init(counts: [UInt64: Int]) {
        values = counts.keys.sorted()
        self.counts = values.map { UInt32(clamping: counts[$0] ?? 0) }
    }

    /// The step of the number of cases with the value, 0 for an unknown one.
    func step(of value: LinkToken) -> Int {
        let place = values.place(ofSorted: value.id)
        return place < values.count && values[place] == value.id ? CountStep.of(Int(counts[place])) : 0
    }

    /// Calls the body with every value and the number of cases that have it, ascending.
    func forEach(_ body: (UInt64, Int) throws -> Void) rethrows {
        for (place, value) in values.enumerated() { try body(value, Int(counts[place])) }
    }
}
