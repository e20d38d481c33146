extension Array where Element: Comparable {
    /// Place of the first value of an ascending array that is not below another; its count where all are.
    ///
    /// Complexity: O(log n).
    package func place(ofSorted value: Element) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The values, ascending and each once.
    func sortedDistinct() -> [Element] {
        guard count > 1 else { return self }
        var result: [Element] = []
        for value in sorted() where value != result.last { result.append(value) }
        return result
    }

    /// Whether an ascending array holds a value.
    ///
    /// Complexity: O(log n).
    func containsSorted(_ value: Element) -> Bool {
        let place = place(ofSorted: value)
        return place < count && self[place] == value
    }
}
