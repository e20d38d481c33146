package import Feedback
package import GRDB

/// One input of one run, and what became of its rows: `read` is the sum of the others.
package struct LedgerEntry: Hashable, Sendable {
    package var source: String
    package var file: String
    /// SHA-256 of the file, in hexadecimal.
    package var inputHash: String
    package var format: String
    package var encoding: String
    package var read = 0
    package var stored = 0
    package var duplicate = 0
    package var updated = 0
    package var quarantined = 0
    /// Rows that are no comment by the format's own rule, such as an app's own entry in its feed.
    package var skipped = 0

    package init(source: String, file: String, inputHash: String, format: String, encoding: String) {
        self.source = source
        self.file = file
        self.inputHash = inputHash
        self.format = format
        self.encoding = encoding
    }

    package var addsUp: Bool { read == stored + duplicate + updated + quarantined + skipped }
}

/// The history of runs; not part of the content that `koe verify` hashes.
package enum RunTable {
    package enum Status: String, Sendable {
        case running, good, failed, interrupted
    }

    /// Begins a run.
    ///
    /// A run that never finished was killed, and is marked so.
    ///
    /// `versions`: JSON object of the versions that took part.
    package static func begin(command: String, at now: Instant, versions: String, in db: Database) throws -> Int64 {
        try db.execute(sql: "UPDATE run SET status = 'interrupted' WHERE status = 'running'")
        try db.execute(
            sql: "INSERT INTO run (command, startedAt, status, versions) VALUES (?, ?, 'running', ?)",
            arguments: [command, now.milliseconds, versions]
        )
        return db.lastInsertedRowID
    }

    package static func finish(_ run: Int64, status: Status, at now: Instant, in db: Database) throws {
        try db.execute(
            sql: "UPDATE run SET status = ?, finishedAt = ? WHERE id = ?",
            arguments: [status.rawValue, now.milliseconds, run]
        )
    }

    /// When the latest run before a moment began; `nil` for none.
    package static func latestStart(before moment: Instant, in db: Database) throws -> Instant? {
        let sql = "SELECT max(startedAt) FROM run WHERE startedAt < ?"
        return try Int64.fetchOne(db, sql: sql, arguments: [moment.milliseconds]).map(Instant.init(milliseconds:))
    }

    /// When the last good run ended, and its number; `nil` before the first.
    package static func lastGood(in db: Database) throws -> (id: Int64, finishedAt: Instant)? {
        let sql = "SELECT id, finishedAt FROM run WHERE status = 'good' AND finishedAt IS NOT NULL ORDER BY id DESC"
        return try Row.fetchOne(db, sql: sql).map { ($0["id"], Instant(milliseconds: $0["finishedAt"])) }
    }

    /// Beginning and versions of every run that was not cut short, the present one included, oldest first.
    package static func versions(in db: Database) throws -> [(startedAt: Instant, versions: String)] {
        let sql = "SELECT startedAt, versions FROM run WHERE status != 'interrupted' ORDER BY id"
        return try Row.fetchAll(db, sql: sql).map { (Instant(milliseconds: $0["startedAt"]), $0["versions"]) }
    }

    /// The scorers that runs were made with, each with the first of its runs, in the order of these.
    package static func scorers(in db: Database) throws -> [String] {
        let sql = """
            SELECT min(id) || ' ' || (versions ->> 'scorer') FROM run
            WHERE status != 'interrupted' AND versions ->> 'scorer' IS NOT NULL GROUP BY versions ->> 'scorer' ORDER BY min(id)
            """
        return try String.fetchAll(db, sql: sql)
    }

    /// Number of the latest run, or `nil` before the first.
    package static func latest(in db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM run")
    }

    package static func record(_ entry: LedgerEntry, run: Int64, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO ledger (runID, source, file, inputHash, format, encoding,
                    read, stored, duplicate, updated, quarantined, skipped)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run, entry.source, entry.file, entry.inputHash, entry.format, entry.encoding, entry.read,
                entry.stored, entry.duplicate, entry.updated, entry.quarantined, entry.skipped,
            ]
        )
    }

    /// Sums of the ledger over all finished imports, one entry a source, in the order of their names.
    package static func ledgerBySource(in db: Database) throws -> [LedgerEntry] {
        let sql = """
            SELECT source, sum(read) AS read, sum(stored) AS stored, sum(duplicate) AS duplicate,
                sum(updated) AS updated, sum(quarantined) AS quarantined, sum(skipped) AS skipped
            FROM ledger GROUP BY source ORDER BY source
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            let entry = LedgerEntry(source: row["source"], file: "", inputHash: "", format: "", encoding: "")
            return entry.counted(row)
        }
    }

    /// The ledger of a run, in the order of its files.
    package static func ledger(of run: Int64, in db: Database) throws -> [LedgerEntry] {
        try Row.fetchAll(db, sql: "SELECT * FROM ledger WHERE runID = ? ORDER BY id", arguments: [run]).map { row in
            let entry = LedgerEntry(
                source: row["source"],
                file: row["file"],
                inputHash: row["inputHash"],
                format: row["format"],
                encoding: row["encoding"]
            )
            return entry.counted(row)
        }
    }
}

extension LedgerEntry {
    /// The entry with the counts of a row.
    fileprivate func counted(_ row: Row) -> LedgerEntry {
        var entry = self
        entry.read = row["read"]
        entry.stored = row["stored"]
        entry.duplicate = row["duplicate"]
        entry.updated = row["updated"]
        entry.quarantined = row["quarantined"]
        entry.skipped = row["skipped"]
        return entry
    }
}

/// Small facts that stages leave for one another, such as the state a stage last ended in.
package enum FactTable {
    package static func value(_ name: String, in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM fact WHERE name = ?", arguments: [name])
    }

    package static func remove(_ name: String, in db: Database) throws {
        try db.execute(sql: "DELETE FROM fact WHERE name = ?", arguments: [name])
    }

    package static func set(_ name: String, to value: String, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO fact VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [name, value]
        )
    }
}
