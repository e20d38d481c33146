import Feedback
import GRDB

/// All holders of tokens, put into their parts once they are known: by the high bits of their parts into runs outside
/// memory, and then run by run.
///
/// Every holder is written and read once, however many there are, in the connection's own temporary table.
///
/// Source: distribution by the leading digit, D. Knuth, "The Art of Computer Programming" 3, section 5.2.5.
struct HolderRuns {
    private static let runBits = 6
    /// Numbers of a run, two for each holder, that wait in memory before they are written.
    private static let heldAtOnce = 1 << 13
    private static let workers = 2

    private let table: TokenParts
    private let db: Database
    /// By run.
    private var held = [[UInt64]](repeating: [], count: 1 << runBits)
    private var insertion: RowWriter

    init(of table: TokenParts, in db: Database) throws {
        (self.table, self.db) = (table, db)
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS holderRun (run INTEGER NOT NULL, holders BLOB NOT NULL);
                DELETE FROM holderRun;
                """
        )
        insertion = try RowWriter("INSERT INTO holderRun VALUES (?, ?)", in: db)
    }

    mutating func add(_ holder: TokenParts.Holder) throws {
        let run = holder.part >> (table.partBits - Self.runBits)
        held[run].append(UInt64(holder.part))
        held[run].append(holder.value)
        if held[run].count >= Self.heldAtOnce { try write(run) }
    }

    /// Stores all parts, of which there are none yet.
    mutating func store() throws {
        for run in held.indices { try write(run) }
        try db.execute(sql: "CREATE INDEX temp.holderRunOrder ON holderRun (run)")
        for run in held.indices { try store(run) }
        try db.execute(sql: "DROP TABLE holderRun")
    }

    private mutating func write(_ run: Int) throws {
        guard !held[run].isEmpty else { return }
        try insertion.add(run, counts: false)
        try insertion.add(numbers: held[run])
        try insertion.store()
        held[run].removeAll(keepingCapacity: true)
    }

    /// Puts each holder of a run in its part, and sorts the parts side by side.
    private func store(_ run: Int) throws {
        let size = 1 << (table.partBits - Self.runBits)
        let first = run * size
        var ends = [Int](repeating: 0, count: size + 1)
        try forEach(run) { part, _ in ends[part - first + 1] += 1 }
        for place in 1...size { ends[place] += ends[place - 1] }
        var values = [UInt64](repeating: 0, count: ends[size])
        var next = ends
        try forEach(run) { part, value in
            values[next[part - first]] = value
            next[part - first] += 1
        }
        let (all, bounds) = (values, ends)
        let shares = (0..<Self.workers).map { size * $0 / Self.workers..<size * ($0 + 1) / Self.workers }
        let sorted = sideBySide(shares, workers: Self.workers) { share in
            share.map { all[bounds[$0]..<bounds[$0 + 1]].sorted() }
        }
        for (place, own) in sorted.joined().enumerated() where !own.isEmpty {
            try table.store(own, as: first + place, in: db)
        }
    }

    /// Calls the body with the part and the value of each holder of a run.
    private func forEach(_ run: Int, _ body: (Int, UInt64) -> Void) throws {
        try NumberQuery.forEach("SELECT holders FROM holderRun WHERE run = ?", [Int64(run)], in: db) { row in
            let numbers = StatementColumns(row).numbers(0)
            for place in stride(from: 0, to: numbers.count - 1, by: 2) { body(Int(numbers[place]), numbers[place + 1]) }
            return true
        }
    }
}
