/// Batches that are read and wait to be stored, a few at a time: reading goes on while a transaction is kept.
actor ReadyBatches {
    private static let most = 4

    private var ready: [InputReading.Batch] = []
    private var isEnded = false
    private var isClosed = false
    private var giver: CheckedContinuation<Void, Never>?
    private var taker: CheckedContinuation<Void, Never>?

    /// Waits until there is room.
    ///
    /// - Returns: False when nobody takes any more.
    func put(_ batch: InputReading.Batch) async -> Bool {
        while ready.count >= Self.most, !isClosed { await withCheckedContinuation { giver = $0 } }
        if isClosed { return false }
        ready.append(batch)
        wake(&taker)
        return true
    }

    /// The next batch, waited for; `nil` when all are taken and no more will come.
    func take() async -> InputReading.Batch? {
        while ready.isEmpty, !isEnded { await withCheckedContinuation { taker = $0 } }
        if ready.isEmpty { return nil }
        wake(&giver)
        return ready.removeFirst()
    }

    /// No more will come.
    func end() {
        isEnded = true
        wake(&taker)
    }

    /// Nobody takes any more.
    func close() {
        isClosed = true
        wake(&giver)
    }

    private func wake(_ waiter: inout CheckedContinuation<Void, Never>?) {
        waiter?.resume()
        waiter = nil
    }
}
