/// Counts values as they come, most of them many times, in memory for the different ones.
struct FrequencyCounter {
    /// Values that are gathered before they are counted.
    private static let least = 1 << 16

    private var waiting: [UInt64] = []
    private var values: [UInt64] = []
    private var counts: [UInt32] = []

    mutating func add(_ value: UInt64) {
        waiting.append(value)
        if waiting.count >= max(Self.least, values.count / 2) { countWaiting() }
    }

    /// The different values, ascending, and how often each came.
    mutating func table() -> (values: [UInt64], counts: [UInt32]) {
        countWaiting()
        return (values, counts)
    }

    private mutating func countWaiting() {
        waiting.sort()
        var merged: (values: [UInt64], counts: [UInt32]) = ([], [])
        var known = 0
        func take(_ value: UInt64, _ count: UInt32) {
            if merged.values.last == value {
                merged.counts[merged.counts.count - 1] += count
            } else {
                merged.values.append(value)
                merged.counts.append(count)
            }
        }
        for value in waiting {
            while known < values.count, values[known] <= value {
                take(values[known], counts[known])
                known += 1
            }
            take(value, 1)
        }
        for place in known..<values.count { take(values[place], counts[place]) }
        (values, counts) = merged
        waiting.removeAll(keepingCapacity: true)
    }
}
