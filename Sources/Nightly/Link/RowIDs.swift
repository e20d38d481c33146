import Linkage

/// Row ids in ascending order, in memory for their gaps: most follow each other.
struct RowIDs: Sendable {
    /// Where ids follow each other: places of the first ones, and they.
    private var starts: [Int] = []
    private var firsts: [Int64] = []
    private(set) var count = 0

    /// Adds an id above all others.
    mutating func append(_ id: Int64) {
        if count == 0 || id != self[count - 1] + 1 {
            starts.append(count)
            firsts.append(id)
        }
        count += 1
    }

    subscript(place: Int) -> Int64 {
        let run = starts.place(ofSorted: place + 1) - 1
        return firsts[run] + Int64(place - starts[run])
    }
}
