/// How many cases have a value, in flat sorted arrays.
struct FrequencyTable: Sendable {
    private let values: [UInt64]
    private let counts: [UInt32]

    init(_ occurrences: [UInt64]) {
        var values: [UInt64] = []
        var counts: [UInt32] = []
        for value in occurrences.sorted() {
            if value == values.last {
                counts[counts.count - 1] += 1
            } else {
                values.append(value)
                counts.append(1)
            }
        }
        self.values = values
        self.counts = counts
    }

    /// Number of cases with the value, 0 for an unknown one.
    func count(of value: StableHash) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value.value { low = middle + 1 } else { high = middle }
        }
        return low < values.count && values[low] == value.value ? Int(counts[low]) : 0
    }
}
