import Foundation
import GRDB

/// A database file as a whole, as it stands: looked at and copied without bringing its schema up to date.
package enum DatabaseFile {
    /// Whether opening the file for writing would change its schema; false where there is no file.
    ///
    /// - Throws: ``StoreError`` `newerSchema` when a later version of Koe has written it; GRDB's errors otherwise.
    package static func needsMigration(_ path: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        let database = try reader(path)
        try SchemaVersion.refuseNewer(database, name: path)
        return try database.read { db in
            try db.tableExists("grdb_migrations") && !Schema.migrator.hasCompletedMigrations(db)
        }
    }

    /// Name of the last migration that the file has seen; `none` before the first.
    package static func schema(of path: String) throws -> String {
        try SchemaVersion.applied(to: reader(path)).last ?? "none"
    }

    /// Writes one consistent state into a new file that stands alone, beside whoever reads or writes the old one.
    ///
    /// SQLite's online backup: https://www.sqlite.org/backup.html.
    package static func copy(_ path: String, to target: String) throws {
        makePrivate(target)
        let copy = try DatabaseQueue(path: target)
        try reader(path).backup(to: copy)
        // A file that needs no log beside it can be moved and opened anywhere.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
    }

    /// Makes an empty database with all its tables where no file is; whoever looks meanwhile finds none, or a whole one.
    ///
    /// - Throws: GRDB's errors; nothing is left of it then.
    static func make(_ path: String) throws {
        let place = URL(filePath: path)
        let fresh = place.deletingLastPathComponent().appending(path: ".\(place.lastPathComponent).koe-new").path
        unlink(fresh)  // What a process that was killed has left.
        makePrivate(fresh)
        do {
            try fill(fresh)
            // What stands beside a database that was taken away would be read as a part of this one.
            for ending in ["-wal", "-shm", "-journal"] { unlink(path + ending) }
            try check(rename(fresh, path))
        } catch {
            unlink(fresh)
            throw error
        }
    }

    /// Whether nothing is at a path, not even a link to a file that is still to come.
    static func isFree(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) != 0 && errno == ENOENT
    }

    /// What is wrong with a file, in SQLite's words; empty when it is whole.
    package static func problems(of path: String) throws -> [String] {
        try reader(path).read(IntegrityCheck.problems)
    }

    /// Makes an empty file that its owner alone may read, for SQLite to fill; one that is there keeps its permissions.
    ///
    /// SQLite gives its log the permissions of the database, so that whoever is let in later reads both. Where no file can
    /// be made, SQLite says why.
    static func makePrivate(_ path: String) {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if file >= 0 { close(file) }
    }

    /// Undoes a transaction that was killed before the file had a log, while it was made: a connection that only reads
    /// cannot do so, and would find it half done.
    ///
    /// See https://www.sqlite.org/lockingv3.html#hot_journals; a journal that another program is writing stays.
    static func rollBack(_ path: String) throws {
        guard size(of: path + "-journal") > 0 else { return }
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
        }
    }

    /// In bytes; 0 where there is no file.
    static func size(of path: String) -> Int64 {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? NSNumber
        return size?.int64Value ?? 0
    }

    /// Gives an empty file all tables, and sees it on the disk.
    private static func fill(_ path: String) throws {
        var configuration = KoeDatabase.configuration
        configuration.prepareDatabase { db in
            // A file that is not whole is thrown away, so that no step needs to be undone.
            try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
        }
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try KoeDatabase.bringUpToDate(database)
        try database.close()
        let file = open(path, O_RDONLY | O_CLOEXEC)
        try check(file)
        defer { close(file) }
        try check(fsync(file))
    }

    private static func check(_ result: Int32) throws {
        guard result < 0 else { return }
        throw DatabaseError(
            resultCode: errno == ENOSPC ? .SQLITE_FULL : .SQLITE_IOERR,
            message: unsafe String(cString: strerror(errno))
        )
    }

    private static func reader(_ path: String) throws -> any DatabaseReader {
        try rollBack(path)
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
