import GRDB

/// Writes in steps that share a transaction for a while, so that a page which many steps change is written to the log once.
///
/// Nobody else may write to the database through the same ``KoeDatabase`` until it is committed.
package final class SharedTransaction {
    private let writer: any DatabaseWriter

    /// - Throws: GRDB's error `SQLITE_READONLY` where the database is open for reading alone.
    package init(_ database: KoeDatabase) throws {
        writer = try database.writer()
    }

    /// Runs a step, which sees what the steps before it wrote.
    ///
    /// - Throws: what the body throws; every step since the last commit is then taken back.
    package func step<Value>(_ body: (StoreConnection) throws -> Value) throws -> Value {
        try writer.writeWithoutTransaction { db in
            if !db.isInsideTransaction { try db.beginTransaction(.immediate) }
            do {
                return try body(db)
            } catch {
                // SQLite itself may have ended it, as on a full disk.
                if db.isInsideTransaction { try db.rollback() }
                throw error
            }
        }
    }

    /// Keeps the steps so far; without any, it does nothing.
    package func commit() throws {
        try writer.writeWithoutTransaction { db in
            guard db.isInsideTransaction else { return }
            do {
                try db.commit()
            } catch {
                if db.isInsideTransaction { try db.rollback() }
                throw error
            }
        }
    }
}
