package import Feedback

/// What of the whole case table weighs in every pair.
package struct CaseTableSteps: Hashable, Sendable {
    /// Step of the number of cases.
    package let cases: Int
    /// Step of the days from the first to the last opening of a case, at least of 30.
    package let days: Int

    package init(cases: Int, first: Instant?, last: Instant?) {
        self.cases = CountStep.of(cases)
        days = CountStep.of(max(30, CaseIndex.days(from: first, to: last)))
    }
}

/// Of the case table, what some comments may ask for.
package struct CaseExcerpt: Sendable {
    /// The cases that the comments may come to, by number, with the handles they borrow.
    package var cases: [Int64: CaseProfile] = [:]
    /// Numbers of the cases that have a key, by its id; without the keys that too many have.
    package var holders: [UInt64: [Int64]] = [:]
    /// How many of all cases have a value, by its id.
    package var counts: [UInt64: Int] = [:]
    /// The brands of all cases.
    package var brands: CaseBrands
    package var steps: CaseTableSteps

    package init(brands: CaseBrands, steps: CaseTableSteps) {
        self.brands = brands
        self.steps = steps
    }

    /// The numbers of the cases and the cases, by ascending id.
    func sorted() -> (numbers: [Int64], profiles: [CaseProfile]) {
        let numbers = cases.map { (id: $0.value.linkCase.caseID, number: $0.key) }
            .sorted { CaseIndex.precedes($0.id, $1.id) }.map(\.number)
        return (numbers, numbers.compactMap { cases[$0] })
    }

    /// The keys of some of the cases, in the order of their numbers here.
    func keys(of numbers: [Int64]) -> KeyList {
        let places = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
        var pairs: [(place: Int, key: UInt64)] = []
        for (key, numbers) in holders {
            for number in numbers { if let place = places[number] { pairs.append((place, key)) } }
        }
        pairs.sort { $0 < $1 }
        var list = KeyList()
        var start = 0
        for place in numbers.indices {
            var end = start
            while end < pairs.count, pairs[end].place == place { end += 1 }
            list.append(pairs[start..<end].lazy.map(\.key))
            start = end
        }
        return list
    }
}
