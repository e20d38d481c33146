import Testing

@testable import Scoring

struct LearningNgramTests {
    /// Words 0 and 1 stand together twice and alone once each; −2 ends a sentence.
    private let texts: [[Int32]] = [[0, 1, 2], [0, 1], [0, 3], [1, -2, 0], [3, 3]]

    @Test func runsInEnoughTextsAreCounted() {
        let table = NgramTable(texts, minimum: 2, longest: 3)
        #expect(table.terms == [[0], [1], [3], [0, 1]])
        #expect(table.counts == [4, 3, 2, 2])
        let rows = (0..<table.rows.count).map { Array(table.rows.columns[table.rows.range($0)]) }
        #expect(rows == [[0, 1, 3], [0, 1, 3], [0, 2], [0, 1], [2]])
    }

    @Test func aRunThatAlwaysStandsWithItsWordIsLeftOut() {
        let table = NgramTable([[5, 6], [5, 6], [5, 6], [6]], minimum: 2, longest: 3)
        #expect(table.terms == [[5], [6]])
    }

    @Test func noTextsGiveNoTerms() {
        #expect(NgramTable([], minimum: 1, longest: 3).terms.isEmpty)
        #expect(NgramTable([[]], minimum: 1, longest: 3).rows.count == 1)
    }

    @Test func rowsCanBeRestricted() {
        let table = NgramTable(texts, minimum: 2, longest: 1)
        let rows = table.rows.restricted(to: [0, 2], renumbered: [-1, 0, 1])
        #expect(rows.starts == [0, 1, 2])
        #expect(rows.columns == [0, 1])
    }
}
