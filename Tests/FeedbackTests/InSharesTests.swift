import Dispatch
import Feedback
import Testing

struct InSharesTests {
    private struct Refused: Error, Equatable {
        let item: Int
    }

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

    /// Whichever comes first: the second share fails at once, the first one only when that has been waited for.
    @Test func theErrorOfTheFirstShareThatFailsIsTheErrorOfAll() async {
        let hasFailed = DispatchSemaphore(value: 0)
        await #expect(throws: Refused(item: 1)) {
            _ = try await inShares([1, 2], workers: 2) { share -> [Int] in
                if share.first == 2 { hasFailed.signal() } else { _ = hasFailed.wait(timeout: .now() + 5) }
                throw Refused(item: share.first ?? 0)
            }
        }
    }
}

struct SideBySideTests {
    private struct Broken: Error, Equatable {
        let place: Int
    }

    @Test(arguments: [0, 1, 2, 500], [1, 4])
    func resultsComeInTheOrderOfTheItems(count: Int, workers: Int) {
        #expect(sideBySide(Array(0..<count), workers: workers) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test func theFirstItemThatFailsTellsWhy() {
        #expect(throws: Broken(place: 3)) {
            try sideBySide(Array(0..<100), workers: 4) { place in
                if place >= 3 { throw Broken(place: place) }
            }
        }
    }

    @Test func twoWorksSideBySideGiveBothResultsOrTheFirstError() throws {
        let (number, text) = try sideBySide({ 7 }, { "seven" })
        #expect(number == 7 && text == "seven")
        #expect(throws: Broken(place: 1)) {
            _ = try sideBySide({ throw Broken(place: 1) }, { throw Broken(place: 2) })
        }
        #expect(throws: Broken(place: 2)) { _ = try sideBySide({ 7 }, { throw Broken(place: 2) }) }
    }
}
