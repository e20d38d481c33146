import Synchronization

/// What was made of texts, for those who come upon the same text again: names, brands and products come many times.
///
/// Forgets everything once it holds too much.
package final class Remembered<Value: Sendable>: Sendable {
    private let limit: Int
    private let make: @Sendable (String) -> Value
    private let known = Mutex<[StableHash: (text: String, value: Value)]>([:])

    /// - Parameters:
    ///   - limit: most texts to remember.
    ///   - make: the value of a text, always the same.
    package init(limit: Int, _ make: @escaping @Sendable (String) -> Value) {
        self.limit = limit
        self.make = make
    }

    package func value(of text: String) -> Value {
        let hash = StableHash(text)
        if let found = known.withLock({ $0[hash] }), found.text.utf8.elementsEqual(text.utf8) { return found.value }
        let value = make(text)
        known.withLock { known in
            if known.count >= limit { known.removeAll(keepingCapacity: true) }
            known[hash] = (text, value)
        }
        return value
    }
}
