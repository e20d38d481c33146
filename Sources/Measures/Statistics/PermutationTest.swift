/// A difference of means held against dealing the group names anew.
package enum PermutationTest {
    /// Two-sided p-value: the share of deals with a difference at least as large, the observed one included.
    ///
    /// Sums are integers, so that ties are ties. Source: Phipson and Smyth, "Permutation P-values Should Never Be Zero",
    /// Statistical Applications in Genetics and Molecular Biology 9, 2010.
    package static func p(_ first: [Int], _ second: [Int], permutations: Int, seed: UInt64) -> Double {
        var pool = first + second
        let total = pool.reduce(0, +)
        // |mean₁ − mean₂| grows with |sum₁·N − total·n₁|.
        func distance(_ sum: Int) -> Int { abs(sum * pool.count - total * first.count) }
        let observed = distance(first.reduce(0, +))
        var generator = SeededGenerator(seed: seed)
        var atLeast = 0
        for _ in 0..<permutations {
            var sum = 0
            for place in first.indices {
                pool.swapAt(place, place + generator.index(below: pool.count - place))
                sum += pool[place]
            }
            if distance(sum) >= observed { atLeast += 1 }
        }
        return Double(atLeast + 1) / Double(permutations + 1)
    }
}
