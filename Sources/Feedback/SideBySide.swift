import Dispatch
import Synchronization

/// Works on items side by side, and waits for all of them.
///
/// For functions that cannot be suspended; `inShares` is for those that can. An item is taken when a worker is free.
///
/// - Parameters:
///   - items: in any number.
///   - workers: Most items at a time; at least 1.
///   - work: Called once an item, in the thread of the caller and in others.
/// - Returns: The results in the order of the items.
/// - Throws: What `work` throws for the first of the items for which it does; no further items are then taken.
package func sideBySide<Item: Sendable, Value: Sendable, Failure: Error>(
    _ items: [Item],
    workers: Int,
    _ work: @Sendable (Item) throws(Failure) -> Value
) throws(Failure) -> [Value] {
    let queue = SideBySideQueue<Value, Failure>(count: items.count)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, items.count))) { _ in
        while let place = queue.next() {
            queue.put(Result { () throws(Failure) in try work(items[place]) }, at: place)
        }
    }
    return try queue.results()
}

/// Does two works side by side, and waits for both.
///
/// - Throws: What the first throws, or else what the second does.
package func sideBySide<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws -> First,
    _ second: @Sendable () throws -> Second
) throws -> (First, Second) {
    let results = Mutex<(Result<First, any Error>?, Result<Second, any Error>?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { place in
        if place == 0 {
            let result = Result { try first() }
            results.withLock { $0.0 = result }
        } else {
            let result = Result { try second() }
            results.withLock { $0.1 = result }
        }
    }
    return try results.withLock { results in
        guard let first = results.0, let second = results.1 else { preconditionFailure("both works have ended") }
        return (try first.get(), try second.get())
    }
}

private final class SideBySideQueue<Value: Sendable, Failure: Error>: Sendable {
    private struct State {
        var next = 0
        var hasFailed = false
        var results: [Result<Value, Failure>?]
    }

    private let state: Mutex<State>

    init(count: Int) {
        state = Mutex(State(results: Array(repeating: nil, count: count)))
    }

    func next() -> Int? {
        state.withLock { state in
            guard !state.hasFailed, state.next < state.results.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    func put(_ result: Result<Value, Failure>, at place: Int) {
        state.withLock { state in
            state.results[place] = result
            if case .failure = result { state.hasFailed = true }
        }
    }

    func results() throws(Failure) -> [Value] {
        var values: [Value] = []
        for case let result? in state.withLock({ $0.results }) { values.append(try result.get()) }
        return values
    }
}
