import Feedback
import Testing

/// Parts come over whole, in order and a few ahead; whoever stops stops the other.
struct HandoffTests {
    private struct Broken: Error {}

    @Test(arguments: [0, 1, 1_000])
    func partsComeInTheirOrder(count: Int) throws {
        var taken: [Int] = []
        try Handoff(ahead: 3) { put in for number in 0..<count { try put(number) } }.forEach { taken.append($0) }
        #expect(taken == Array(0..<count))
    }

    @Test func anErrorOfTheMakerComesBehindItsParts() {
        var taken: [Int] = []
        let handoff = Handoff<Int>(ahead: 2) { put in
            for number in 0..<5 { try put(number) }
            throw Broken()
        }
        #expect(throws: Broken.self) { try handoff.forEach { taken.append($0) } }
        #expect(taken == [0, 1, 2, 3, 4])
    }

    @Test func whoTakesNoMoreEndsTheMaking() async {
        let ended = AsyncStream<Bool>.makeStream()
        let handoff = Handoff<Int>(ahead: 1) { put in
            do {
                for number in 0... { try put(number) }
            } catch {
                ended.continuation.yield(error is CancellationError)
                ended.continuation.finish()
            }
        }
        #expect(throws: Broken.self) { try handoff.forEach { if $0 == 10 { throw Broken() } } }
        var told: [Bool] = []
        for await isCancelled in ended.stream { told.append(isCancelled) }
        #expect(told == [true])
    }
}
