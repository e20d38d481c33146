import Feedback
import Store

/// All comments in the order of ``MeasuredComments``.
struct SortedComments {
    enum Place {
        /// Up to so many shares are sorted side by side, each on a connection of its own; at least 1.
        case beside(KoeDatabase, shares: Int)
        /// All are sorted at once, within a transaction.
        case within(StoreConnection)
    }

    /// Comments that are handed over at a time.
    private static let batchSize = 512
    private static let batchesAhead = 2
    /// Fewer than there are connections that read: a share that waits for one while the others wait for it would wait for
    /// ever.
    private static let mostShares = KoeDatabase.readerCount - 1

    let place: Place
    let person: @Sendable (String?) -> String?

    init(_ place: Place, person: @escaping @Sendable (String?) -> String?) {
        (self.place, self.person) = (place, person)
    }

    func forEach(_ body: (MeasuredComment) throws -> Void) throws {
        switch place {
        case .within(let db): try MeasuredComments.forEach(in: db, person: person, body)
        case .beside(let database, let wanted):
            let shares = min(wanted, Self.mostShares)
            try Self.merge((0..<shares).map { share($0, of: shares, in: database) }, body)
        }
    }

    private static func merge(
        _ shares: [Handoff<[MeasuredComment]>],
        _ body: (MeasuredComment) throws -> Void
    ) throws {
        defer { for share in shares { share.abandon() } }
        var heads = try shares.compactMap(Head.init)
        while let first = heads.indices.min(by: { heads[$0].comment.isBefore(heads[$1].comment) }) {
            try body(heads[first].comment)
            if try !heads[first].advance() { heads.remove(at: first) }
        }
    }

    private func share(_ share: Int, of shares: Int, in database: KoeDatabase) -> Handoff<[MeasuredComment]> {
        Handoff(ahead: Self.batchesAhead) { [person] put in
            var batch: [MeasuredComment] = []
            try database.read { db in
                try MeasuredComments.forEach(share: share, of: shares, in: db, person: person) { comment in
                    batch.append(comment)
                    guard batch.count == Self.batchSize else { return }
                    try put(batch)
                    batch.removeAll(keepingCapacity: true)
                }
            }
            if !batch.isEmpty { try put(batch) }
        }
    }
}

extension SortedComments {
    /// The next comment of a share.
    private struct Head {
        private let handoff: Handoff<[MeasuredComment]>
        private var batch: [MeasuredComment]
        private var place = 0

        /// `nil` for a share without comments.
        init?(_ handoff: Handoff<[MeasuredComment]>) throws {
            guard let batch = try handoff.next() else { return nil }
            (self.handoff, self.batch) = (handoff, batch)
        }

        var comment: MeasuredComment { batch[place] }

        /// Whether there is another.
        mutating func advance() throws -> Bool {
            place += 1
            if place < batch.count { return true }
            guard let next = try handoff.next() else { return false }
            (batch, place) = (next, 0)
            return true
        }
    }
}
