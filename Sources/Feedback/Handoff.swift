import Dispatch
import Synchronization

/// Hands parts of a work from a thread that makes them to the one that takes them, a few ahead.
///
/// Both wait for each other in their own threads: for work inside a transaction, which cannot be suspended.
package final class Handoff<Part: Sendable>: Sendable {
    private struct State {
        var parts: [Part] = []
        var error: (any Error)?
        var isAbandoned = false
    }

    private let state = Mutex(State())
    // Both begin with nothing: a semaphore may not end with less than it began with.
    private let room = DispatchSemaphore(value: 0)
    private let ready = DispatchSemaphore(value: 0)

    /// Starts making parts.
    ///
    /// - Parameters:
    ///   - ahead: parts that may wait to be taken; at least 1.
    ///   - make: is given what takes each part, which throws `CancellationError` once nobody takes any more.
    package init(ahead: Int, make: @escaping @Sendable ((Part) throws -> Void) throws -> Void) {
        for _ in 0..<max(1, ahead) { room.signal() }
        DispatchQueue(label: "koe.handoff").async { [self] in
            do {
                try make(put)
                end(nil)
            } catch {
                end(error)
            }
        }
    }

    /// Takes all parts in their order.
    ///
    /// - Throws: what the maker threw, after the parts before it; what the body throws.
    package func forEach(_ body: (Part) throws -> Void) throws {
        defer { abandon() }
        while let part = try next() { try body(part) }
    }

    /// Takes the next part; `nil` after the last one, and then no more may be asked for.
    ///
    /// Whoever takes parts one by one calls ``abandon()`` in the end.
    ///
    /// - Throws: what the maker threw, after the parts before it.
    package func next() throws -> Part? {
        ready.wait()
        let (part, error) = state.withLock { state in
            state.parts.isEmpty ? (nil, state.error) : (state.parts.removeFirst(), nil)
        }
        room.signal()
        if let error { throw error }
        return part
    }

    /// Takes no more parts.
    package func abandon() {
        state.withLock { state in
            state.isAbandoned = true
            state.parts = []
        }
        room.signal()
    }

    private func put(_ part: Part) throws {
        room.wait()
        let isAbandoned = state.withLock { state in
            if !state.isAbandoned { state.parts.append(part) }
            return state.isAbandoned
        }
        if isAbandoned { throw CancellationError() }
        ready.signal()
    }

    private func end(_ error: (any Error)?) {
        state.withLock { $0.error = error }
        ready.signal()
    }
}
