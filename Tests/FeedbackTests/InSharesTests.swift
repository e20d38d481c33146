import Feedback
import Testing

struct InSharesTests {
    private struct Refused: Error {}

    @Test(arguments: [1, 2, 3, 7, 100], [0, 1, 2, 10, 99])
    func resultsAreInTheOrderOfTheItems(workers: Int, count: Int) async throws {
        let doubled = try await inShares(Array(0..<count), workers: workers) { share in
            share.indices.map { 2 * $0 }
        }
        #expect(doubled == (0..<count).map { 2 * $0 })
    }

    @Test func smallSharesAreNotCut() async throws {
        let sizes = try await inShares(Array(0..<10), workers: 5, least: 4) { [$0.count] }
        #expect(sizes == [4, 4, 2])
    }

    @Test func anErrorOfAShareIsTheErrorOfAll() async {
        await #expect(throws: Refused.self) {
            _ = try await inShares([1, 2, 3], workers: 3) { share -> [Int] in
                if share.first == 2 { throw Refused() }
                return []
            }
        }
    }
}

struct SideBySideTests {
    private struct Broken: Error, Equatable {
        let place: Int
    }

    @Test(arguments: [0, 1, 2, 500], [1, 4])
    func resultsComeInTheOrderOfTheItems(count: Int, workers: Int) throws {
        #expect(try sideBySide(Array(0..<count), workers: workers) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test func theFirstItemThatFailsTellsWhy() {
        #expect(throws: Broken(place: 3)) {
            try sideBySide(Array(0..<100), workers: 4) { place in
                if place >= 3 { throw Broken(place: place) }
            }
        }
    }
}
