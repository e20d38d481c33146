/// How many cases have a value, in flat sorted arrays.
struct FrequencyTable: Sendable {
    private let values: [UInt64]
    private let counts: [UInt32]

    /// `occurrences`: ids of values, each as often as there are cases that have it.
    init(_ occurrences: consuming [UInt64]) {
        // In its own memory, which is given up: no second copy while the index of cases is at its largest.
        occurrences.sort()
        let places = occurrences.indices.filter { $0 == 0 || occurrences[$0] != occurrences[$0 - 1] }
        values = places.map { occurrences[$0] }
        counts = zip(places, places.dropFirst() + [occurrences.count]).map { UInt32($1 - $0) }
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
