import Foundation
import Hummingbird

/// Runs what waits for the disk beside the threads that serve, a few at a time.
struct BlockingWork: Sendable {
    /// The database's own bound on readers.
    private static let width = 5
    /// Beyond this many waiting, a question is turned away.
    private static let longestQueue = 64

    private let queue: OperationQueue

    init() {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = Self.width
    }

    /// - Throws: `HTTPError` with 503 when too many wait; what the body throws.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard queue.operationCount < Self.longestQueue else { throw HTTPError(.serviceUnavailable) }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: body)) }
        }
    }
}
