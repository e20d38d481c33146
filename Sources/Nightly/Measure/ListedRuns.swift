import Store

/// Listed comments of one brand, which come in any order and are stored many at a time in their own: SQLite appends much
/// faster than it inserts.
struct ListedRuns {
    /// Comments that are held and then stored.
    private static let length = 65_536

    private var waiting: [ListedComment] = []

    mutating func add(_ comments: [ListedComment]) { waiting += comments }

    /// Comments to store, once they are many.
    mutating func full() -> [ListedComment] { waiting.count < Self.length ? [] : rest() }

    /// All that were not stored yet.
    mutating func rest() -> [ListedComment] {
        var run = waiting
        waiting = []
        run.sort { $0.isBefore($1) }
        return run
    }
}
