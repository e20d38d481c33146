extension RandomAccessCollection where Element: Comparable {
    /// The elements of an ascending collection from one value through another.
    ///
    /// Complexity: O(log n).
    func between(_ first: Element, _ last: Element) -> SubSequence {
        self[place { $0 >= first }..<place { $0 > last }]
    }

    /// The first place from which on all elements satisfy a condition; `endIndex` where none does.
    private func place(where isThere: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let middle = index(low, offsetBy: count / 2)
            if isThere(self[middle]) {
                count /= 2
            } else {
                low = index(after: middle)
                count -= count / 2 + 1
            }
        }
        return low
    }
}

extension Array where Element: Comparable {
    /// An ascending array without the elements of another, each of which takes one away.
    func without(_ others: [Element]) -> [Element] {
        guard !others.isEmpty else { return self }
        var next = 0
        return filter { element in
            while next < others.count, others[next] < element { next += 1 }
            guard next < others.count, others[next] == element else { return true }
            next += 1
            return false
        }
    }

    /// The elements of two ascending arrays, ascending.
    func merged(with others: [Element]) -> [Element] {
        var result: [Element] = []
        result.reserveCapacity(count + others.count)
        var next = 0
        for element in self {
            while next < others.count, others[next] < element {
                result.append(others[next])
                next += 1
            }
            result.append(element)
        }
        return result + others[next...]
    }
}
