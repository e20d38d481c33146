/// The newest of many rows, and those that are as old as the last of them.
struct NewestRows {
    private static let fewest = 1_000

    private let limit: Int
    private var rows: [(id: Int64, time: Int64)] = []
    /// What is older is none of the newest.
    private var oldest = Int64.min
    private var room: Int
    /// Rows that were added.
    private(set) var count = 0

    init(limit: Int) {
        self.limit = limit
        room = max(Self.fewest, 2 * limit)
    }

    mutating func add(_ id: Int64, at time: Int64) {
        count += 1
        guard time >= oldest else { return }
        rows.append((id, time))
        if rows.count >= room { cut() }
    }

    /// In no order.
    var ids: [Int64] {
        var cut = self
        cut.cut()
        return cut.rows.map(\.id)
    }

    private mutating func cut() {
        guard limit > 0, rows.count > limit else { return }
        oldest = rows.map(\.time).sorted(by: >)[limit - 1]
        rows.removeAll { $0.time < oldest }
        // Many may be of one time.
        room = max(room, 2 * rows.count)
    }
}
