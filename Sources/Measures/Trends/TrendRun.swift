/// All series tested in one run, judged together.
package enum TrendRun {
    /// Adjusts the p of every change over all series tested, and drops changes above a false-discovery rate.
    ///
    /// A series without a change counts as a test with p = 1, which can only make q greater.
    ///
    /// - Parameters:
    ///   - results: One for each series; those without enough data are no tests.
    ///   - rate: Greatest q of a change that stays.
    /// - Returns: The results in the same order, with q filled in.
    /// Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995.
    package static func adjusted(_ results: [TrendResult], rate: Double = 0.05) -> [TrendResult] {
        var tests: [Double] = []
        for result in results where result.state == .tested {
            tests += result.changes.isEmpty ? [1] : result.changes.map(\.p)
        }
        let adjusted = MultipleTests.benjaminiHochberg(tests)
        var next = 0
        return results.map { result in
            var copy = result
            guard result.state == .tested else { return copy }
            for index in copy.changes.indices { copy.changes[index].q = adjusted[next + index] }
            next += max(1, copy.changes.count)
            copy.changes.removeAll { $0.q > rate }
            return copy
        }
    }
}
