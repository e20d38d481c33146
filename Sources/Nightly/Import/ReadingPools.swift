import Ingestion
import Store
import Synchronization

/// What is known of the rows of each source, over all of its inputs that are kept and have the same columns.
final class ReadingPools: Sendable {
    private struct Name: Hashable {
        let source: String
        let signature: String
    }

    private let database: KoeDatabase
    /// Pools that were asked for, up to date.
    private let pools = Mutex<[Name: RowSketch]>([:])
    /// How the last input was read.
    private let readings = Mutex<[Name: ProposedReading]>([:])

    init(database: KoeDatabase) { self.database = database }

    /// What is known of the inputs of a source with a signature.
    func pool(of source: String, _ signature: String) throws -> RowSketch {
        let name = Name(source: source, signature: signature)
        if let known = pools.withLock({ $0[name] }) { return known }
        var pool = RowSketch()
        try database.read { db in
            for input in try InputTable.all(in: db) where input.source == source && input.isKept {
                guard ReadingRecord(input.readBy)?.signature == signature,
                    let sample = try InputTable.sample(of: input.id, in: db)
                else { continue }
                pool.merge(RowSketch(packed: sample))
            }
        }
        pools.withLock { $0[name] = pool }
        return pool
    }

    /// Adds the rows of an input that was kept just now, and how it was read.
    func add(_ sketch: RowSketch, to source: String, _ proposed: ProposedReading) {
        let name = Name(source: source, signature: proposed.signature)
        pools.withLock { $0[name]?.merge(sketch) }
        readings.withLock { $0[name] = proposed }
    }

    /// What all inputs of a source with a signature tell together, where the last one was read by the same rows.
    func reading(of source: String, _ signature: String) throws -> ProposedReading? {
        guard let reading = readings.withLock({ $0[Name(source: source, signature: signature)] }) else { return nil }
        return try pool(of: source, signature).digest == reading.sample ? reading : nil
    }
}
