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
package func sideBySide<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    workers: Int,
    _ work: @Sendable (Item) throws -> Result
) throws -> [Result] {
    let queue = SideBySideQueue<Result>(count: items.count)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, items.count))) { _ in
        while let place = queue.next() {
            queue.put(Swift.Result { try work(items[place]) }, at: place)
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

private final class SideBySideQueue<Value: Sendable>: Sendable {
    private struct State {
        var next = 0
        var hasFailed = false
        var results: [Swift.Result<Value, any Error>?]
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

    func put(_ result: Swift.Result<Value, any Error>, at place: Int) {
        state.withLock { state in
            state.results[place] = result
            if case .failure = result { state.hasFailed = true }
        }
    }

    func results() throws -> [Value] {
        try state.withLock { state in try state.results.compactMap { try $0?.get() } }
    }
}
