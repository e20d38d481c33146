import Dispatch
import Synchronization

/// What is made of each of some items, in their order; all of them are worked on side by side.
func mappedSideBySide<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ work: @Sendable (Item) -> Result
) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { place in
        let result = work(items[place])
        results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
}
