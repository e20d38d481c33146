/// Row ids in ascending order, in memory for their gaps: most follow each other.
struct RowIDs: Sendable {
    /// Where ids follow each other: place and value of the first.
    private var runs: [(place: Int, id: Int64)] = []
    private(set) var count = 0

    /// Adds an id above all others.
    mutating func append(_ id: Int64) {
        if runs.last.map({ id - $0.id != Int64(count - $0.place) }) ?? true { runs.append((count, id)) }
        count += 1
    }

    subscript(place: Int) -> Int64 {
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].place <= place { low = middle } else { high = middle }
        }
        return runs[low].id + Int64(place - runs[low].place)
    }
}
